import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Font {
  name: string;
  data?: Uint8Array;
  missingFile?: boolean;
}

/** What a reader of a PDF finds in it: its text without spaces, its fonts, its title and language. */
export async function readPdf(bytes: Uint8Array) {
  const file = await getDocument({
    data: new Uint8Array(bytes),
    fontExtraProperties: true,
    verbosity: 0,
  }).promise;
  const page = await file.getPage(1);
  const sheets = Array.from({ length: file.numPages }, (_, place) => file.getPage(place + 1));
  const contents = await Promise.all(sheets.map(async (sheet) => (await sheet).getTextContent()));
  const items = contents.flatMap(({ items: found }) => found.filter((item) => 'str' in item));
  // The fonts are known once the page has been drawn by its list of operations.
  await page.getOperatorList();
  const fonts = Object.keys(contents[0]?.styles ?? {}).map(
    (name) => page.commonObjs.get(name) as Font,
  );
  const { info } = await file.getMetadata();
  return {
    pages: file.numPages,
    text: items
      .map(({ str }) => str)
      .join('')
      .replace(/\s/g, ''),
    /** The lowest baseline, in points from the bottom of the page. */
    lowest: Math.min(...items.filter(({ str }) => str.trim()).map(({ transform }) => transform[5])),
    title: (info as { Title?: string }).Title,
    language: (info as { Language?: string }).Language,
    fonts: fonts.map(({ name, data, missingFile }) => ({
      name,
      isEmbedded: !missingFile && (data?.length ?? 0) > 0,
    })),
    spokenTexts: spokenTexts(bytes),
  };
}

/** Texts that stand in for what is drawn (/ActualText), which PDF writes as UTF-16. */
function spokenTexts(bytes: Uint8Array): string[] {
  const source = Buffer.from(bytes);
  const texts: string[] = [];
  for (
    let at = source.indexOf('/ActualText (');
    at >= 0;
    at = source.indexOf('/ActualText (', at + 1)
  ) {
    const start = at + '/ActualText ('.length;
    const raw = source.subarray(start + 2, source.indexOf(')', start));
    texts.push(Buffer.from(raw).swap16().toString('utf16le'));
  }
  return texts;
}
