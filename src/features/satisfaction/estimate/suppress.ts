// Which cells of a breakdown stay blank. A cell of few answers would tell who answered what; so would one that can be
// found by taking the others from the total. Source: the method, “Small cells”; complementary suppression as in
// Federal Committee on Statistical Methodology 2005, Statistical Policy Working Paper 22, chapter IV.

export type Visibility = 'shown' | 'flagged' | 'blanked';

/** By its number of valid answers alone. */
export function visibilityOf(
  valid: number,
  { smallestCell, flaggedCell }: { smallestCell: number; flaggedCell: number },
): Visibility {
  if (valid < smallestCell) return 'blanked';
  return valid < flaggedCell ? 'flagged' : 'shown';
}

/**
 * The visibility of all cells that add up to a published total, given by their valid answers. What is blanked is also
 * known together, as the total less the rest: so it is at least two cells with answers, and as many answers as any
 * cell has to have. An empty cell protects nothing, for it may be known that nobody answered there. The smallest
 * cells go first, ties by their order.
 */
export function suppress(
  valid: readonly number[],
  limits: { smallestCell: number; flaggedCell: number },
): Visibility[] {
  const result = valid.map((n) => visibilityOf(n, limits));
  const isBlanked = (n: number, at: number) => n > 0 && result[at] === 'blanked';
  for (;;) {
    const hidden = valid.filter(isBlanked);
    const together = hidden.reduce((sum, n) => sum + n, 0);
    if (hidden.length === 0 || (hidden.length > 1 && together >= limits.smallestCell))
      return result;
    const left = [...valid.keys()].filter((at) => result[at] !== 'blanked');
    if (left.length === 0) return result;
    const next = left.reduce((least, at) =>
      (valid[at] as number) < (valid[least] as number) ? at : least,
    );
    result[next] = 'blanked';
  }
}
