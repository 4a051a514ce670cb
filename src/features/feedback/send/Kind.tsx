import { fill } from '../../../i18n/fill';
import { kinds } from '../schema';
import type { QuestionProps } from './parts';

interface Props extends QuestionProps {
  /** What a verified violation pays, in coins. */
  coins: number;
}

/** Which kind of message it is. */
export function Kind({ t, draft, change, coins }: Props) {
  return (
    <div class="stack">
      {kinds.map((kind) => (
        <label class="choice" key={kind}>
          <input
            type="radio"
            name="kind"
            value={kind}
            checked={draft.kind === kind}
            onChange={() => change({ kind })}
          />
          <span>
            <strong>{t.kinds[kind]}</strong>
            <br />
            <span class="soft">{fill(t.kindHints[kind], { coins })}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
