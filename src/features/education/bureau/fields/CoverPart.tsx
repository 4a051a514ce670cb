import type { ComponentChildren } from 'preact';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { EventDraft } from '../event-draft';
import type { Part } from './form';

/** The drawings to choose from, drawn on the server. */
export type Drawings = Record<keyof Dictionary['eventDesk']['covers'], ComponentChildren>;

interface Props extends Part<EventDraft> {
  drawings: Drawings;
}

/** Chooses the drawing of the event by looking at all of them. */
export function CoverPart({ draft, change, t, drawings }: Props) {
  return (
    <section class="stack">
      <h2 id="cover">{t.sections.groupCover}</h2>
      <div class="covers" role="radiogroup" aria-labelledby="cover">
        {(Object.keys(t.covers) as (keyof Drawings)[]).map((name) => (
          <label class="choice cover" key={name}>
            {drawings[name]}
            <span class="name">
              <input
                type="radio"
                name="cover"
                value={name}
                checked={draft.cover === name}
                onChange={() => change({ cover: name })}
              />
              {t.covers[name]}
            </span>
          </label>
        ))}
      </div>
    </section>
  );
}
