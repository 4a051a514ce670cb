interface Props {
  is: string | number;
  /** Nothing stands there when keys are switched off. */
  isOn: boolean;
}

/** The key of a button, for the eyes: screen readers are told by aria-keyshortcuts. */
export const Key = ({ is, isOn }: Props) =>
  isOn ? (
    <span aria-hidden="true">
      <kbd>{is}</kbd>
    </span>
  ) : null;
