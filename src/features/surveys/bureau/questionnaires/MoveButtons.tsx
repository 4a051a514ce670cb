import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';

type Move = (by: -1 | 1) => void;

interface Props {
  /** What is moved or deleted, for those who hear the buttons. */
  name: string;
  onMove: Move;
  onDelete: () => void;
  /** What takes the focus if the item is drawn anew elsewhere. */
  returnTo?: string;
  t: Dictionary['questionnaires'];
}

/** Moves something and keeps the focus where it was: a browser drops it from what changes its place. */
function keepingFocus(move: () => void, returnTo?: string): void {
  const focused = document.activeElement;
  move();
  requestAnimationFrame(() => {
    const target = focused?.isConnected ? focused : document.getElementById(returnTo ?? '');
    if (target instanceof HTMLElement) target.focus();
  });
}

/** The buttons that move an item up and down and delete it. */
export const MoveButtons = ({ name, onMove, onDelete, returnTo, t }: Props) => (
  <div class="actions">
    {([-1, 1] as const).map((by) => (
      <button
        class="button quiet"
        type="button"
        key={by}
        onClick={() => keepingFocus(() => onMove(by), returnTo)}
      >
        {by < 0 ? t.up : t.down}
        <span class="hidden-visually">{fill(t.ofWhat, { name })}</span>
      </button>
    ))}
    <button class="button quiet" type="button" onClick={onDelete}>
      {t.delete}
      <span class="hidden-visually">{fill(t.ofWhat, { name })}</span>
    </button>
  </div>
);

/** Moves an item by Alt and an arrow key, from anywhere inside it. */
export const moveByKeys = (onMove: Move, returnTo?: string) => (event: KeyboardEvent) => {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  event.stopPropagation();
  keepingFocus(() => onMove(event.key === 'ArrowUp' ? -1 : 1), returnTo);
};
