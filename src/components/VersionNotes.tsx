import { fill } from '../i18n/fill';
import { listed } from '../i18n/locale';
import { formatMoment } from '../lib/dates';
import type { IslandProps } from '../lib/island';
import type { Side } from '../lib/three-way';
import type { VersionedForm } from '../lib/use-versioned-form';
import { Notice } from './Notice';
import { ProblemNotice } from './ProblemNotice';

/** The sentences of a form that several people edit. */
export interface VersionWords {
  restored: string;
  discard: string;
  unsaved: string;
  saved: string;
  newer: string;
  colleague: string;
  nothingToChoose: string;
  taken: string;
  theirs: string;
  mine: string;
  takeTheirs: string;
  keepMine: string;
  empty: string;
  saveAgain: string;
}

interface Props<Content extends object> extends IslandProps {
  form: VersionedForm<Content>;
  words: VersionWords;
  /** What a field is called. */
  labelOf: (field: keyof Content & string) => string;
  /** A value as words; the value itself where left out. */
  textOf?: (field: keyof Content & string, value: Content[keyof Content]) => string;
}

/** What a form on something shared has to say: restored, unsaved, saved, refused, or newer elsewhere. */
export function VersionNotes<Content extends object>(props: Props<Content>) {
  const { form, words, errors, locale, labelOf } = props;
  const { newer, problem } = form;
  const textOf = props.textOf ?? ((_, value) => String(value ?? ''));
  const sides: [Side, string][] = [
    ['theirs', words.theirs],
    ['mine', words.mine],
  ];
  return (
    <>
      {form.isRestored && !newer && (
        <Notice kind="info">
          <p>{words.restored}</p>
          <button class="button quiet" type="button" disabled={form.busy} onClick={form.discard}>
            {words.discard}
          </button>
        </Notice>
      )}
      {form.isChanged && !form.isRestored && !newer && <p class="soft">{words.unsaved}</p>}
      {form.isSaved && <Notice kind="success">{words.saved}</Notice>}
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      {newer && (
        <Notice kind="error" focus key={newer.version}>
          <div class="stack">
            <p>
              {fill(words.newer, {
                by: newer.by || words.colleague,
                time: newer.changedAt ? formatMoment(newer.changedAt, locale) : '',
              })}
            </p>
            {newer.taken.length > 0 && (
              <p>{fill(words.taken, { fields: listed(newer.taken.map(labelOf), locale) })}</p>
            )}
            {newer.conflicts.length === 0 && <p>{words.nothingToChoose}</p>}
            {newer.conflicts.map(({ field, ...values }) => (
              <fieldset class="plain stack" key={field}>
                <legend>
                  <strong>{labelOf(field)}</strong>
                </legend>
                {sides.map(([side, label]) => (
                  <label class="choice" key={side}>
                    <input
                      type="radio"
                      name={`side-${field}`}
                      checked={(newer.choices[field] ?? 'mine') === side}
                      onChange={() => form.choose(field, side)}
                    />
                    <span>
                      <span class="soft">{label}</span> {textOf(field, values[side]) || words.empty}
                    </span>
                  </label>
                ))}
              </fieldset>
            ))}
            <div class="actions">
              {newer.conflicts.length > 1 && (
                <>
                  <button
                    class="button quiet"
                    type="button"
                    onClick={() => form.chooseAll('theirs')}
                  >
                    {words.takeTheirs}
                  </button>
                  <button class="button quiet" type="button" onClick={() => form.chooseAll('mine')}>
                    {words.keepMine}
                  </button>
                </>
              )}
              <button class="button" type="button" disabled={form.busy} onClick={form.submit}>
                {words.saveAgain}
              </button>
              <button
                class="button quiet"
                type="button"
                disabled={form.busy}
                onClick={form.discard}
              >
                {words.discard}
              </button>
            </div>
          </div>
        </Notice>
      )}
    </>
  );
}
