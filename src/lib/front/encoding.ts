/** The forms a body may come in, the smallest first; each with the ending of its file. */
export const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
export type Encoding = (typeof encodings)[number][0];

/** Which of the given forms the reader takes (RFC 9110, 12.5.3); none means the bytes as they are. */
export function chooseEncoding(
  accepted: string | undefined,
  has: (encoding: Encoding) => boolean,
): Encoding | undefined {
  if (!accepted) return undefined;
  const refused = new Set<string>();
  const taken = new Set<string>();
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const isRefused = parameters.some((text) => /^q=0(\.0*)?$/.test(text));
    (isRefused ? refused : taken).add(name);
  }
  const takes = (encoding: Encoding) =>
    !refused.has(encoding) && (taken.has(encoding) || taken.has('*'));
  return encodings.map(([encoding]) => encoding).find((one) => takes(one) && has(one));
}
