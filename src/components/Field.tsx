import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  hint?: string;
  /** Draws the control; it takes the ids that tie it to its label and hint. */
  children: (ids: { id: string; 'aria-describedby'?: string }) => ComponentChildren;
}

/** A labelled control with its hint. */
export function Field({ label, hint, children }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <span class="soft" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children(hint ? { id, 'aria-describedby': `${id}-hint` } : { id })}
    </div>
  );
}
