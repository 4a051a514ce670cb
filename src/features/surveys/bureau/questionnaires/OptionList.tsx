import type { Dictionary } from '../../../../i18n/zh-CN';
import type { Option } from '../../questionnaire/schema';
import { addOption, insertAt, moveBy, newOption, removeAt, replaceAt, withDontKnow } from './edit';
import { MoveButtons, moveByKeys } from './MoveButtons';
import { WordsPair } from './WordsPair';

interface Props {
  kind: 'options' | 'rows';
  options: Option[];
  onChange: (options: Option[]) => void;
  /** Says that one was deleted, and how to put it back. */
  onDeleted: (name: string, restore: (options: Option[]) => Option[]) => void;
  t: Dictionary['questionnaires'];
}

/** The options or rows of a question; “don't know” stays at the end. */
export function OptionList({ kind, options, onChange, onDeleted, t }: Props) {
  const dontKnow = options.find(({ dont_know }) => dont_know);
  const known = options.filter(({ dont_know }) => !dont_know);
  const keep = (next: Option[]) => onChange(withDontKnow(next, dontKnow));
  const label = kind === 'rows' ? t.row : t.option;
  return (
    <fieldset class="stack option-list">
      <legend>{kind === 'rows' ? t.rows : t.options}</legend>
      {known.map((option, place) => {
        const name = `${label} ${place + 1}`;
        const move = (by: -1 | 1) => keep(moveBy(known, place, by));
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: its buttons do the same as the keys
          <div key={option.id} onKeyDown={moveByKeys(move)}>
            <WordsPair
              label={name}
              words={option}
              longest={200}
              onChange={({ zh, en }) => keep(replaceAt(known, place, { ...option, zh, en }))}
              t={t}
            />
            <MoveButtons
              name={name}
              onMove={move}
              onDelete={() => {
                keep(removeAt(known, place));
                onDeleted(option.zh || name, (now) => insertAt(now, place, option));
              }}
              t={t}
            />
          </div>
        );
      })}
      <button
        class="button quiet"
        type="button"
        onClick={() =>
          onChange(kind === 'rows' ? [...options, newOption(options, 'row')] : addOption(options))
        }
      >
        {kind === 'rows' ? t.addRow : t.addOption}
      </button>
      {kind === 'options' && (
        <>
          <label class="choice agree">
            <input
              type="checkbox"
              checked={Boolean(dontKnow)}
              onChange={() =>
                onChange(withDontKnow(options, dontKnow ? undefined : t.dontKnowWords))
              }
            />
            {t.offersDontKnow}
          </label>
          {dontKnow && (
            <WordsPair
              label={t.dontKnowLabel}
              words={dontKnow}
              longest={200}
              onChange={({ zh, en }) => onChange([...known, { ...dontKnow, zh, en }])}
              t={t}
            />
          )}
        </>
      )}
    </fieldset>
  );
}
