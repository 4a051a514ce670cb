import type { EventDraft, QuestionDraft } from '../event-draft';
import { BothLanguages } from './BothLanguages';
import type { Part } from './form';

const most = 3;

/** What is asked at registration. */
export function QuestionsPart(part: Part<EventDraft>) {
  const { draft, change, t } = part;
  const { questions } = draft;
  const edit = (place: number, changes: Partial<QuestionDraft>) =>
    change({
      questions: questions.map((question, each) =>
        each === place ? { ...question, ...changes } : question,
      ),
    });
  const add = () => {
    // Answers are kept by key, so a key is never used again for another question.
    const key = `q${crypto.randomUUID().slice(0, 8)}`;
    change({ questions: [...questions, { key, label_zh: '', label_en: '', required: false }] });
  };
  return (
    <section class="stack">
      <h2>{t.sections.groupQuestions}</h2>
      <p class="soft">{t.questions.hint}</p>
      {questions.map((question, place) => (
        <div class="card" key={question.key}>
          <BothLanguages
            {...part}
            draft={question}
            change={(changes) => edit(place, changes)}
            path={`questions.${place}.`}
            name="label"
            label={t.questions.label}
          />
          <div class="actions">
            <label class="choice">
              <input
                type="checkbox"
                checked={question.required}
                onChange={(event) => edit(place, { required: event.currentTarget.checked })}
              />
              <span>{t.questions.required}</span>
            </label>
            <button
              class="button quiet"
              type="button"
              onClick={() => change({ questions: questions.filter((_, each) => each !== place) })}
            >
              {t.questions.remove}
            </button>
          </div>
        </div>
      ))}
      {questions.length < most && (
        <button class="button quiet" type="button" onClick={add}>
          {t.questions.add}
        </button>
      )}
    </section>
  );
}
