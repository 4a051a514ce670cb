/** Puts values into the {braces} of a text; a brace without a value stays visible, so that it is noticed. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (brace, key: string) => String(values[key] ?? brace));
