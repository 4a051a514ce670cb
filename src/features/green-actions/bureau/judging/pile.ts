/** What somebody has before them, and which of it they look at. */
export interface Pile<Item extends { id: string }> {
  items: Item[];
  /** Nothing when there is nothing to look at. */
  at: string | undefined;
}

const placeIn = <Item extends { id: string }>({ items, at }: Pile<Item>): number =>
  items.findIndex(({ id }) => id === at);

export const currentOf = <Item extends { id: string }>(pile: Pile<Item>): Item | undefined =>
  pile.items[placeIn(pile)];

/**
 * Takes over what the database says is held now. What is looked at stays, whatever has become of it: nothing is
 * changed under somebody's eyes, and the database refuses what they may no longer decide.
 */
export function refill<Item extends { id: string }>(
  pile: Pile<Item>,
  held: Item[],
  at = pile.at,
): Pile<Item> {
  const now = currentOf(pile);
  const isGone = now && now.id === at && held.every(({ id }) => id !== now.id);
  const items = isGone ? held.toSpliced(placeIn(pile), 0, now) : held;
  return { items, at: items.some(({ id }) => id === at) ? at : items[0]?.id };
}

/** Takes one away and looks at the one that follows it, or at the last. */
export function without<Item extends { id: string }>(pile: Pile<Item>, gone: string): Pile<Item> {
  const items = pile.items.filter(({ id }) => id !== gone);
  if (pile.at !== gone) return { items, at: pile.at };
  return { items, at: items[Math.min(placeIn(pile), items.length - 1)]?.id };
}

/** Looks at the next or the one before; after the last comes the first. */
export function step<Item extends { id: string }>(pile: Pile<Item>, by: 1 | -1): Pile<Item> {
  const { items } = pile;
  const next = (placeIn(pile) + by + items.length) % items.length;
  return { items, at: items[next]?.id };
}

/** Which one is looked at, counted from 1. */
export const numberOf = <Item extends { id: string }>(pile: Pile<Item>): number =>
  placeIn(pile) + 1;
