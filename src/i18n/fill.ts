/**
 * Puts values into the {braces} of a text; a brace without a value stays visible, so that it is noticed. In
 * `{count} {count:coin|coins}` the second brace is the word before the bar for 1 and the one behind it for any other
 * number, as English counts.
 */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(
    /\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}/g,
    (brace, key: string, one?: string, many?: string) => {
      const value = String(values[key] ?? brace);
      if (one === undefined || many === undefined || value === brace) return value;
      return value === '1' ? one : many;
    },
  );
