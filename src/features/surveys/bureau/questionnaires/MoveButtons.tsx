import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';

interface Props {
  /** What is moved or deleted, for those who hear the buttons. */
  name: string;
  onMove: (by: -1 | 1) => void;
  onDelete: () => void;
  t: Dictionary['questionnaires'];
}

/** The buttons that move an item up and down and delete it. */
export const MoveButtons = ({ name, onMove, onDelete, t }: Props) => (
  <div class="actions">
    {([-1, 1] as const).map((by) => (
      <button class="button quiet" type="button" key={by} onClick={() => onMove(by)}>
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
export const moveByKeys = (onMove: (by: -1 | 1) => void) => (event: KeyboardEvent) => {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  event.stopPropagation();
  onMove(event.key === 'ArrowUp' ? -1 : 1);
};
