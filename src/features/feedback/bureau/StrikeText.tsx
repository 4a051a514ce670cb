import { useRef } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { fill } from '../../../i18n/fill';
import type { Dictionary } from '../../../i18n/zh-CN';
import { findPersonal, strikeAll, strikeOut } from './strike';

interface Props {
  t: Dictionary['feedback'];
  label: string;
  text: string;
  change: (text: string) => void;
}

/** A text in which personal data are struck out: by hand, or one of those that were found. */
export function StrikeText({ t, label, text, change }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { bureau } = t;
  const found = findPersonal(text);
  const strikeSelected = () => {
    const element = area.current;
    if (!element) return;
    change(strikeOut(text, element.selectionStart, element.selectionEnd));
    element.focus();
  };
  return (
    <div class="stack">
      <Field label={label} hint={bureau.strikeHint}>
        {(ids) => (
          <textarea
            {...ids}
            ref={area}
            rows={7}
            maxLength={2000}
            value={text}
            onInput={(event) => change(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="actions">
        <button class="button quiet" type="button" onClick={strikeSelected}>
          {bureau.strike}
        </button>
      </div>
      {found.length === 0 ? (
        <p class="soft">{text ? bureau.proposeNone : ''}</p>
      ) : (
        <fieldset class="plain stack">
          <legend>
            <strong>{bureau.proposeHeading}</strong>
          </legend>
          <div class="actions">
            {found.map((one) => (
              <button
                class="button quiet"
                type="button"
                key={`${one.start} ${one.text}`}
                onClick={() => change(strikeOut(text, one.start, one.end))}
              >
                {fill(bureau.propose, { kind: bureau.strikeKinds[one.kind], text: one.text })}
              </button>
            ))}
            {found.length > 1 && (
              <button
                class="button quiet"
                type="button"
                onClick={() => change(strikeAll(text, found))}
              >
                {bureau.proposeAll}
              </button>
            )}
          </div>
        </fieldset>
      )}
    </div>
  );
}
