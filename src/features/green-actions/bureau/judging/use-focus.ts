import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Where the eyes of the keyboard are: after each move at the heading of what is looked at now, so that a screen reader
 * reads it and Tab goes on from there.
 */
export function useFocus() {
  const root = useRef<HTMLElement>(null);
  const [moves, setMoves] = useState(0);
  useEffect(() => {
    if (moves > 0) root.current?.querySelector<HTMLElement>('[data-now]')?.focus();
  }, [moves]);
  return { root, move: () => setMoves((count) => count + 1) };
}
