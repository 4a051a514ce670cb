/** How often the revision is asked for, how long an answer may take, and how long a silent API is left alone; in ms. */
export interface RevisionPace {
  every: number;
  patience: number;
  rest: number;
}

export const usualPace: RevisionPace = { every: 1000, patience: 500, rest: 5000 };

/**
 * Watches a number that rises with each publication. The function it gives says whether the number is another
 * one than last time it was known; it asks at most once in `every`, however many call, and all callers of
 * that moment wait for the same answer. While the source is away nothing has changed.
 */
export function watchRevision(
  read: (signal: AbortSignal) => Promise<number>,
  { every, patience, rest }: RevisionPace = usualPace,
  now: () => number = () => performance.now(),
): (onChange: () => void) => Promise<void> {
  let known: number | undefined;
  let asking: Promise<void> | undefined;
  let nextAt = now();

  const ask = async (onChange: () => void) => {
    try {
      const revision = await read(AbortSignal.timeout(patience));
      if (revision !== known) onChange();
      known = revision;
      nextAt = now() + every;
    } catch {
      nextAt = now() + rest;
    } finally {
      asking = undefined;
    }
  };

  return async (onChange) => {
    if (!asking && now() >= nextAt) asking = ask(onChange);
    await asking;
  };
}
