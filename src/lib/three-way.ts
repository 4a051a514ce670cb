// Two people changed the same thing from the same beginning: what each of them did, field by field.

/** A field that both changed, differently. */
export interface Conflict<Content> {
  field: keyof Content & string;
  theirs: Content[keyof Content];
  mine: Content[keyof Content];
}

export type Side = 'mine' | 'theirs';
export type Choices<Content> = Partial<Record<keyof Content & string, Side>>;

/** Whether two values of a form are the same: plain data, compared by content. */
export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

const fieldsOf = <Content extends object>(content: Content) =>
  Object.keys(content) as (keyof Content & string)[];

/** The fields that differ between two contents. */
export const changedFields = <Content extends object>(from: Content, to: Content) =>
  fieldsOf(to).filter((field) => !isSame(from[field], to[field]));

/** The fields that somebody has to decide about, in the order of the form. */
export const conflictsOf = <Content extends object>(
  base: Content,
  mine: Content,
  theirs: Content,
): Conflict<Content>[] =>
  fieldsOf(mine)
    .filter(
      (field) =>
        !isSame(base[field], mine[field]) &&
        !isSame(base[field], theirs[field]) &&
        !isSame(mine[field], theirs[field]),
    )
    .map((field) => ({ field, theirs: theirs[field], mine: mine[field] }));

/**
 * One content from two: what only one side changed is as that side has it; what both changed is as
 * chosen, and mine until somebody chooses.
 */
export function mergeContents<Content extends object>(
  base: Content,
  mine: Content,
  theirs: Content,
  choices: Choices<Content> = {},
): Content {
  const merged = { ...mine };
  for (const field of fieldsOf(mine)) {
    const isTheirs = isSame(base[field], mine[field]) || choices[field] === 'theirs';
    if (isTheirs) merged[field] = theirs[field];
  }
  return merged;
}
