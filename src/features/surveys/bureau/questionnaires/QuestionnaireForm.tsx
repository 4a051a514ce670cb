import './questionnaires.css';
import { useState } from 'preact/hooks';
import { Notice } from '../../../../components/Notice';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import { VersionedForm } from '../../../../components/VersionedForm';
import { fill } from '../../../../i18n/fill';
import { type Bilingual, inLocale } from '../../../../i18n/locale';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { formatMoment } from '../../../../lib/dates';
import type { IslandProps } from '../../../../lib/island';
import { namingFields } from '../../../../lib/refused-field';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { type Stored, useVersionedForm } from '../../../../lib/use-versioned-form';
import type { Choice } from '../../../satisfaction/estimate/answers';
import {
  checkQuestionnaire,
  type QuestionnaireProblem,
} from '../../questionnaire/check-questionnaire';
import {
  type Question,
  type QuestionKind,
  questionsOf,
  type Section,
} from '../../questionnaire/schema';
import {
  type PublishedVersion,
  publishQuestionnaire,
  readQuestionnaire,
  readVersion,
  readVersions,
  saveQuestionnaire,
} from './api';
import type { QuestionnaireContent } from './content';
import {
  changeQuestion,
  insertAt,
  moveBy,
  moveQuestion,
  newQuestion,
  newSection,
  questionKinds,
  removeAt,
  replaceAt,
  restoreQuestion,
} from './edit';
import { MoveButtons, moveByKeys } from './MoveButtons';
import { Preview } from './Preview';
import { QuestionFields } from './QuestionFields';
import { WordsPair } from './WordsPair';

interface Props extends IslandProps {
  t: Dictionary['questionnaires'];
  survey: Dictionary['survey'];
  words: Dictionary['desk'];
  choiceWords: Record<Choice, Bilingual>;
  stored: Stored<QuestionnaireContent>;
  versions: PublishedVersion[];
  /** The questionnaire a new one is a copy of; what was begun from another is not mixed with it. */
  from?: string;
  /** The address of its page once it is stored. */
  address: string;
}

/** Something deleted that can be had back. */
interface Deleted {
  /** Counts deletions, so that each one is said. */
  turn: number;
  name: string;
  /** Puts it back into what stands there by then. */
  restore: (sections: Section[]) => Section[];
  /** What takes the focus once it is back. */
  returnTo?: string;
}

/** Writes a questionnaire, shows it as residents see it, and publishes it. */
export default function QuestionnaireForm(props: Props) {
  const { t, survey, words, errors, locale, choiceWords, address } = props;
  const labelOf = (field: string) => (t.fields as Record<string, string>)[field] ?? field;
  const isNew = props.stored.version === 0;
  const [version, setVersion] = useState(props.stored.version);
  const [versions, setVersions] = useState(props.versions);
  const [deleted, setDeleted] = useState<Deleted>();
  const [published, setPublished] = useState<number>();
  const { busy, problem, run } = useTask();
  const form = useVersionedForm<QuestionnaireContent>({
    name: `questionnaire:${isNew ? `new ${props.from ?? ''}` : props.stored.content.id}`,
    stored: props.stored,
    save: (content, onTop) =>
      namingFields(labelOf, async () => saveQuestionnaire(await browserClient(), content, onTop)),
    load: async ({ id }) => (await readQuestionnaire(await browserClient(), id)) ?? props.stored,
    onSaved: (now) => {
      setVersion(now.version);
      if (isNew) location.assign(address.replace('new', now.content.id));
    },
  });
  const { content } = form;
  const remember = (one: Omit<Deleted, 'turn'>) =>
    setDeleted({ ...one, turn: (deleted?.turn ?? 0) + 1 });
  const setSections = (changed: Section[]) => {
    setPublished(undefined);
    form.set('sections', changed);
  };
  const { sections } = content;
  const fault = checkQuestionnaire({ sections });
  const whereOf = ({ at, why }: QuestionnaireProblem) => faultText(at, why, sections, t, locale);
  const textOf = (field: keyof QuestionnaireContent, value: unknown) => {
    if (field === 'is_template') return value ? words.list.yes : words.list.no;
    if (field !== 'sections') return String(value);
    const theirs = value as Section[];
    return fill(t.summary, {
      sections: theirs.length,
      questions: questionsOf({ sections: theirs }).length,
    });
  };
  const publish = () =>
    run(async () => {
      const client = await browserClient();
      setPublished(await publishQuestionnaire(client, content.id, version));
      setVersions(await readVersions(client, content.id));
    });

  return (
    <div class="stack">
      <VersionedForm {...{ form, errors, locale, labelOf, textOf }} words={words.form}>
        <WordsPair
          label={t.title}
          words={{ zh: content.title_zh, en: content.title_en }}
          longest={80}
          onChange={({ zh, en }) => form.change({ title_zh: zh, title_en: en })}
          t={t}
        />
        <label class="choice agree">
          <input
            type="checkbox"
            checked={content.is_template}
            onChange={(event) => form.set('is_template', event.currentTarget.checked)}
          />
          {labelOf('is_template')}
        </label>
        <p class="soft">{t.keys}</p>
        {sections.map((section, s) => {
          const name = fill(t.sectionNumber, { number: s + 1 });
          const move = (by: -1 | 1) => setSections(moveBy(sections, s, by));
          return (
            <SectionEditor
              key={section.id}
              {...{ section, name, sections, t, locale, choiceWords }}
              onChange={(changed) => setSections(replaceAt(sections, s, changed))}
              onMove={move}
              onMoveQuestion={(q, by) => setSections(moveQuestion(sections, s, q, by))}
              onDelete={() => {
                setSections(removeAt(sections, s));
                remember({
                  name: section.title.zh || name,
                  restore: (now) => insertAt(now, s, section),
                });
              }}
              onDeleteQuestion={(q) => {
                const question = section.questions[q];
                if (!question) return;
                setSections(
                  replaceAt(sections, s, {
                    ...section,
                    questions: removeAt(section.questions, q),
                  }),
                );
                remember({
                  name: inLocale(question.text, locale) || t.unwritten,
                  restore: (now) => restoreQuestion(now, section.id, q, question),
                  returnTo: summaryIdOf(question.id),
                });
              }}
              onDeletedIn={(id, what, restore) =>
                remember({
                  name: what,
                  restore: (now) => changeQuestion(now, id, restore),
                  returnTo: summaryIdOf(id),
                })
              }
            />
          );
        })}
        <button
          class="button quiet"
          type="button"
          onClick={() => setSections([...sections, newSection(sections)])}
        >
          {t.addSection}
        </button>
        {deleted && (
          <div class="undo">
            <Notice kind="info" focus key={deleted.turn}>
              <p>{fill(t.deleted, { name: deleted.name })}</p>
              <button
                class="button quiet"
                type="button"
                onClick={() => {
                  setSections(deleted.restore(sections));
                  requestAnimationFrame(() =>
                    document.getElementById(deleted.returnTo ?? '')?.focus(),
                  );
                  setDeleted(undefined);
                }}
              >
                {t.undo}
              </button>
            </Notice>
          </div>
        )}
      </VersionedForm>

      <section class="section stack">
        <h2>{t.preview}</h2>
        {fault ? (
          <p class="notice" data-fault>
            {whereOf(fault)}
          </p>
        ) : (
          <Preview
            {...{ t, survey, errors, locale }}
            label={t.openPreview}
            content={{ sections }}
          />
        )}
      </section>

      {!isNew && (
        <section class="section stack">
          <h2>{t.versions}</h2>
          <p class="soft">{t.versionsLead}</p>
          {versions.length === 0 ? (
            <p>{t.noVersion}</p>
          ) : (
            <ul>
              {versions.map((one) => (
                <li class="stack" key={one.version}>
                  <span>
                    {fill(t.versionLine, {
                      version: one.version,
                      time: formatMoment(one.published_at, locale),
                    })}{' '}
                    <code class="soft">{one.sha256.slice(0, 12)}</code>
                  </span>
                  <Preview
                    {...{ t, survey, errors, locale }}
                    label={fill(t.openVersion, { version: one.version })}
                    content={async () =>
                      readVersion(await browserClient(), content.id, one.version)
                    }
                  />
                </li>
              ))}
            </ul>
          )}
          {form.isChanged && <p class="soft">{t.saveFirst}</p>}
          {published !== undefined && (
            <Notice kind="success">{fill(t.published, { version: published })}</Notice>
          )}
          {problem?.code === 'questionnaire_invalid' && (
            <Notice kind="error">
              {faultText(
                String(problem.values.at),
                String(problem.values.why),
                sections,
                t,
                locale,
              )}
            </Notice>
          )}
          {problem && problem.code !== 'questionnaire_invalid' && (
            <ProblemNotice problem={problem} errors={errors} locale={locale} />
          )}
          <button
            class="button"
            type="button"
            disabled={busy || form.isChanged || Boolean(fault)}
            onClick={publish}
          >
            {t.publish}
          </button>
        </section>
      )}
    </div>
  );
}

const summaryIdOf = (id: string) => `question-${id}`;

interface SectionProps {
  section: Section;
  name: string;
  sections: Section[];
  choiceWords: Record<Choice, Bilingual>;
  onChange: (section: Section) => void;
  onMove: (by: -1 | 1) => void;
  onDelete: () => void;
  onMoveQuestion: (place: number, by: -1 | 1) => void;
  onDeleteQuestion: (place: number) => void;
  /** Something was deleted inside a question. */
  onDeletedIn: (id: string, name: string, restore: (question: Question) => Question) => void;
  locale: IslandProps['locale'];
  t: Dictionary['questionnaires'];
}

function SectionEditor(props: SectionProps) {
  const { section, name, sections, onChange, onMove, onMoveQuestion, t, locale } = props;
  const [kind, setKind] = useState<QuestionKind>('single');
  const before = questionsOf({ sections }).findIndex(({ id }) => id === section.questions[0]?.id);
  return (
    <fieldset class="stack section-editor" onKeyDown={moveByKeys(onMove)}>
      <legend>{name}</legend>
      <WordsPair
        label={t.sectionTitle}
        words={section.title}
        longest={200}
        onChange={(title) => onChange({ ...section, title })}
        t={t}
      />
      <MoveButtons name={name} onMove={onMove} onDelete={props.onDelete} t={t} />
      {section.questions.map((question, q) => {
        const title = inLocale(question.text, locale) || t.unwritten;
        const number = fill(t.questionNumber, { number: before + q + 1 });
        const move = (by: -1 | 1) => onMoveQuestion(q, by);
        const summaryId = summaryIdOf(question.id);
        return (
          <details
            class="question-editor"
            key={question.id}
            onKeyDown={moveByKeys(move, summaryId)}
          >
            <summary id={summaryId}>
              {number} {title} <span class="tag">{t.kinds[question.kind]}</span>
            </summary>
            <QuestionFields
              question={question}
              sections={sections}
              onChange={(changed) =>
                onChange({ ...section, questions: replaceAt(section.questions, q, changed) })
              }
              onDeleted={(what, restore) => props.onDeletedIn(question.id, what, restore)}
              choiceWords={props.choiceWords}
              locale={locale}
              t={t}
            />
            <MoveButtons
              name={number}
              onMove={move}
              returnTo={summaryId}
              onDelete={() => props.onDeleteQuestion(q)}
              t={t}
            />
          </details>
        );
      })}
      <div class="actions">
        <label>
          <span class="hidden-visually">{t.kind}</span>
          <select
            value={kind}
            onChange={({ currentTarget: { value } }) => setKind(value as QuestionKind)}
          >
            {questionKinds.map((one) => (
              <option key={one} value={one}>
                {t.kinds[one]}
              </option>
            ))}
          </select>
        </label>
        <button
          class="button quiet"
          type="button"
          onClick={() =>
            onChange({ ...section, questions: [...section.questions, newQuestion(sections, kind)] })
          }
        >
          {t.addQuestion}
        </button>
      </div>
    </fieldset>
  );
}

/** Where a questionnaire is not ready, by the numbers its writer sees, and why. */
function faultText(
  at: string,
  why: string,
  sections: Section[],
  t: Dictionary['questionnaires'],
  locale: IslandProps['locale'],
): string {
  const [, s, q] = /^sections\.(\d+)(?:\.questions\.(\d+))?/.exec(at) ?? [];
  const section = sections[Number(s)];
  const question = q === undefined ? undefined : section?.questions[Number(q)];
  const place = question
    ? fill(t.atQuestion, {
        number: questionsOf({ sections }).indexOf(question) + 1,
        text: inLocale(question.text, locale) || t.unwritten,
      })
    : section
      ? fill(t.sectionNumber, { number: Number(s) + 1 })
      : t.atAll;
  return fill(t.fault, { place, why: t.faults[why as keyof typeof t.faults] ?? t.faults.shape });
}
