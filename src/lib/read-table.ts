/** Bytes of a file as text: UTF-8, and where it is none, GB18030, which spreadsheets in China still write. */
export function textOfBytes(bytes: ArrayBuffer | Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** What parts the fields: the one of comma, semicolon and tab that the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const line = (text.replace(/"(?:[^"]|"")*"/g, '').match(/[^\r\n]+/) ?? [''])[0];
  const count = (mark: string) => line.split(mark).length;
  return [',', ';', '\t'].reduce((most, mark) => (count(mark) > count(most) ? mark : most));
}

/** A record of a CSV file and the line it begins in, counted from one. */
export interface Entry {
  line: number;
  cells: string[];
}

/**
 * Reads CSV as it comes: with or without a byte order mark, any line ends, quoted or not, parted by comma, semicolon or
 * tab. Lines without any text are left out. A quote that is never closed reaches to the end.
 */
export function readTable(text: string): Entry[] {
  const source = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(source);
  const entries: Entry[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let begins = 1;
  let isQuoted = false;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endEntry = () => {
    endCell();
    if (cells.some((one) => one !== '')) entries.push({ line: begins, cells });
    cells = [];
  };
  for (let at = 0; at < source.length; at += 1) {
    const mark = source[at] as string;
    const isBreak = mark === '\n' || (mark === '\r' && source[at + 1] !== '\n');
    if (isBreak) line += 1;
    if (isQuoted) {
      if (mark !== '"') cell += mark;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (mark === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
    } else if (mark === separator) endCell();
    else if (isBreak) {
      endEntry();
      begins = line;
    } else if (mark !== '\r') cell += mark;
  }
  endEntry();
  return entries;
}
