// CSV as RFC 4180 has it, with a byte order mark so that spreadsheets read Chinese.

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it. Plain numbers are
 * left alone, a minus before them included.
 */
const harmless = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Rows of texts as a CSV file. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((text) => quoted(harmless(text))).join(',')}\r\n`).join('')}`;
