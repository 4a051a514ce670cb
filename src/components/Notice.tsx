import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  kind: 'error' | 'success' | 'info';
  children: ComponentChildren;
  /** Moves the focus here when it appears, for a result the next step depends on. */
  focus?: boolean;
}

/** Says what happened, to eyes and to screen readers. */
export function Notice({ kind, children, focus }: Props) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) element.current?.focus();
  }, [focus]);
  return (
    <div
      class={`notice ${kind}`}
      role={kind === 'error' ? 'alert' : 'status'}
      tabIndex={-1}
      ref={element}
    >
      {children}
    </div>
  );
}
