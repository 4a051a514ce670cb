import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Props {
  /** What the submit button does. Leave it out for a group of buttons that is no form. */
  onSubmit?: () => void;
  children: ComponentChildren;
}

/**
 * Controls that wait until they can be used: before its script has arrived a page would lose what is
 * typed, or send it as a plain form.
 */
export function Form({ onSubmit, children }: Props) {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => setIsReady(true), []);
  const controls = (
    <fieldset class="plain stack" disabled={!isReady}>
      {children}
    </fieldset>
  );
  if (!onSubmit) return controls;
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {controls}
    </form>
  );
}
