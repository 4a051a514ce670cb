/** Data for a `<script type="application/ld+json">`: a text in it cannot end the element. */
export const asScriptData = (data: unknown): string =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (letter) => {
    const code = letter.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
