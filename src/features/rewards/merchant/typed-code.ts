import { alphabet, displayCode, isWellFormed, normalizeCode } from '../voucher-code';

/** What is the matter with a code as somebody typed it; places are counted from 1, without dashes. */
export type Flaw =
  | { kind: 'short'; missing: number }
  | { kind: 'long'; extra: number }
  | { kind: 'foreign'; place: number; character: string }
  | { kind: 'suspect'; places: number[]; characters: string[] }
  | { kind: 'wrong' };

const length = 12;

/** Characters that are taken for each other when a code is read out or copied by hand. */
const lookalikes = [
  '8B',
  '5S',
  '2Z',
  '6G',
  '4A',
  'MN',
  'DT',
  'BD',
  'EF',
  'PB',
  'QG',
  'VY',
  'CG',
  '7T',
];

const twinsOf = (character: string): string[] =>
  lookalikes.filter((pair) => pair.includes(character)).map((pair) => pair.replace(character, ''));

/** The places where one lookalike, or a swap with the next, would make a code right. */
function suspectPlaces(code: string): number[] {
  const characters = [...code];
  return characters.flatMap((character, place) => {
    const others = twinsOf(character).map((twin) => characters.with(place, twin));
    const next = characters[place + 1];
    if (next) others.push(characters.with(place, next).with(place + 1, character));
    return others.some((other) => isWellFormed(other.join(''))) ? [place] : [];
  });
}

/** What is the matter with a voucher code; undefined when it was copied rightly. */
export function flawOf(typed: string): Flaw | undefined {
  const code = normalizeCode(typed);
  const foreign = [...code].findIndex((character) => !alphabet.includes(character));
  if (foreign >= 0) {
    return { kind: 'foreign', place: foreign + 1, character: [...code][foreign] ?? '' };
  }
  if (code.length < length) return { kind: 'short', missing: length - code.length };
  if (code.length > length) return { kind: 'long', extra: code.length - length };
  if (isWellFormed(code)) return undefined;
  const places = suspectPlaces(code);
  // More than three places to look at are no help.
  if (places.length === 0 || places.length > 3) return { kind: 'wrong' };
  return {
    kind: 'suspect',
    places: places.map((place) => place + 1),
    characters: places.map((place) => code[place] ?? ''),
  };
}

/** What is typed, in capitals and groups of four as it is printed. */
export const grouped = (typed: string): string => displayCode(normalizeCode(typed));
