import { useState } from 'preact/hooks';
import { Notice } from '../../../../components/Notice';
import { fill } from '../../../../i18n/fill';
import type { Locale } from '../../../../i18n/locale';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { formatDay } from '../../../../lib/dates';
import { expandRule, repetitionOf, ruleOf } from '../../recurrence';
import type { SessionDraft } from '../event-draft';
import { sentencesOf } from '../fields/form';
import { RuleFields } from './RuleFields';
import { type RuleDraft, repetitionOfDraft, ruleDraft, ruleProblems } from './rule-draft';

interface Props {
  t: Dictionary['eventDesk'];
  locale: Locale;
  /** The rule the event was made by, to begin with. */
  recurrence: string;
  /** What the sessions will be like. */
  like: SessionDraft;
  onUse: (
    made: { recurrence: string; except_on: string[]; days: string[] },
    like: SessionDraft,
  ) => void;
}

/** Makes sessions by a rule: shows the days first, and lets single ones be left out. */
export function RuleMaker({ t, locale, recurrence, like, onUse }: Props) {
  const [typed, setDraft] = useState<RuleDraft>();
  const draft = typed ?? ruleDraft(like, repetitionOf(recurrence));
  const [problems, setProblems] = useState({});
  const [days, setDays] = useState<string[]>();
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());

  const preview = async () => {
    const found = ruleProblems(draft);
    setProblems(found);
    setDays(undefined);
    if (Object.keys(found).length > 0) return;
    setWithout(new Set());
    setDays(await expandRule(ruleOf(repetitionOfDraft(draft)), draft.first));
  };
  const toggle = (day: string) => {
    const next = new Set(without);
    if (!next.delete(day)) next.add(day);
    setWithout(next);
  };
  const use = () => {
    if (!days) return;
    onUse(
      {
        recurrence: ruleOf(repetitionOfDraft(draft)),
        except_on: days.filter((day) => without.has(day)),
        days: days.filter((day) => !without.has(day)),
      },
      { ...like, ...draft.session },
    );
    setDays(undefined);
    setDraft(undefined);
  };

  return (
    <details class="session">
      <summary>
        <strong>{t.sessions.byRule}</strong>
      </summary>
      <div class="stack">
        <RuleFields
          draft={draft}
          change={(changes) => {
            setDays(undefined);
            setDraft({ ...draft, ...changes });
          }}
          problem={sentencesOf(problems, t)}
          t={t}
        />
        <button class="button quiet" type="button" onClick={preview}>
          {t.sessions.preview}
        </button>
        {days && (
          <Notice kind="info">
            {days.length === 0
              ? t.sessions.nothing
              : fill(t.sessions.previewed, { count: days.length - without.size })}
          </Notice>
        )}
        {days && days.length > 0 && (
          <>
            <ul class="days">
              {days.map((day) => {
                const name = formatDay(day, locale);
                return (
                  <li key={day}>
                    <button
                      class="button quiet"
                      type="button"
                      aria-pressed={!without.has(day)}
                      aria-label={fill(without.has(day) ? t.sessions.with : t.sessions.without, {
                        day: name,
                      })}
                      onClick={() => toggle(day)}
                    >
                      {name}
                    </button>
                  </li>
                );
              })}
            </ul>
            <button
              class="button"
              type="button"
              disabled={without.size === days.length}
              onClick={use}
            >
              {t.sessions.use}
            </button>
          </>
        )}
      </div>
    </details>
  );
}
