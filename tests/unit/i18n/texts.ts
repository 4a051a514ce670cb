/** Every text in a tree by its path: nav.cases → 案例. */
export const texts = (tree: object, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => {
    if (typeof value === 'string') return [[`${path}${key}`, value]];
    return value && typeof value === 'object' ? texts(value, `${path}${key}.`) : [];
  });
