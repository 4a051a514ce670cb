import { Field } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { fill } from '../../../i18n/fill';
import type { Dictionary } from '../../../i18n/zh-CN';
import { isWellFormed, normalizeCode } from '../../rewards/voucher-code';

/** What the link or QR of a point brought along. */
export interface Scanned {
  code: string;
  /** The point's name in the reader's language. */
  name: string;
  /** Whether it counts only on the spot. */
  needsPosition: boolean;
  /** Whether the code changes every minute. */
  changes: boolean;
}

interface Props {
  t: Dictionary['act'];
  words: Dictionary['points']['act'];
  code: string;
  onCode: (code: string) => void;
  scanned?: Scanned | undefined;
  asksPosition: boolean;
}

/** The code of a place, as typed or as scanned, and why the position is asked for where it is. */
export function OnsiteCode({ t, words, code, onCode, scanned, asksPosition }: Props) {
  const isWhole = normalizeCode(code).length >= 12;
  return (
    <>
      {scanned && <p>{fill(words.atPoint, { name: scanned.name })}</p>}
      <Field
        label={t.onsiteCode}
        hint={t.onsiteCodeHint}
        problem={isWhole && !isWellFormed(code) ? words.malformed : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            value={code}
            onInput={(event) => onCode(event.currentTarget.value)}
          />
        )}
      </Field>
      {asksPosition && <Notice kind="info">{words.positionWhy}</Notice>}
    </>
  );
}
