import type { JudgingWords } from './item';

interface Props {
  t: JudgingWords['keys'];
  /** The keys of this page with what they do. */
  keys: [string, string][];
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  isOn: boolean;
  onTurn: (isOn: boolean) => void;
}

/** Which keys do what, and the switch for those who would rather have none (WCAG 2.1.4). */
export function KeyHelp({ t, keys, isOpen, onOpen, isOn, onTurn }: Props) {
  return (
    <details class="key-help" open={isOpen} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary>{t.heading}</summary>
      <dl>
        {keys.map(([key, deed]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
      <label class="choice">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => onTurn(event.currentTarget.checked)}
        />
        {t.isOn}
      </label>
      <p class="soft">{t.typing}</p>
    </details>
  );
}
