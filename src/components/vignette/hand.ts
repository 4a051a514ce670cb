/** A source of numbers between -1 and 1. */
export type Hand = () => number;

/**
 * The unsteadiness of a hand: always the same numbers for the same word, so that every build draws
 * the same picture (FNV-1a for the seed, mulberry32 for the sequence).
 */
export function unsteadyHand(word: string): Hand {
  let state = 2166136261;
  for (const letter of word) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2147483648 - 1;
  };
}
