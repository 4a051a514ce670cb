/** Brings the reader to the first field that has to change. */
export function focusFirstProblem(within: HTMLElement | null): void {
  const field = within?.querySelector<HTMLElement>('[aria-invalid], .problem');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
