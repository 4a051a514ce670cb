import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import type { Dictionary } from '../../../i18n/zh-CN';
import { draftStore } from '../../../lib/draft';
import { problemText } from '../../../lib/errors';
import type { IslandProps } from '../../../lib/island';
import { useTask } from '../../../lib/use-task';
import type { Words } from './api';
import { TextField } from './fields/TextField';

interface Props extends IslandProps {
  /** Names what is written, so that it is found again on this device. */
  name: string;
  t: Dictionary['eventDesk'];
  title: string;
  lead: string;
  label: string;
  /** What the button says. */
  action: string;
  isDangerous?: boolean;
  initial?: Words;
  /** Sends the words; the promise ends when it is done. */
  send: (words: Words) => Promise<void>;
  /** What to choose besides the words. */
  children?: ComponentChildren;
}

/** Something said in both languages that cannot be taken back: opened, written, sent. */
export function WordsForm(props: Props) {
  const { name, t, errors, locale, title, lead, label, action, isDangerous, send, children } =
    props;
  const drafts = useMemo(() => draftStore<Words>(`words:${name}`, true), [name]);
  const [words, setWords] = useState<Words>(props.initial ?? { zh: '', en: '' });
  const [isMissing, setIsMissing] = useState(false);
  const { busy, problem, run } = useTask();
  useEffect(() => {
    const draft = drafts.read();
    if (draft) setWords(draft);
  }, [drafts]);
  const write = (next: Words) => {
    setWords(next);
    drafts.write(next);
  };
  const press = () => {
    const missing = words.zh.trim() === '' || words.en.trim() === '';
    setIsMissing(missing);
    if (missing) return;
    run(async () => {
      await send(words);
      drafts.clear();
    });
  };
  return (
    <details class="session">
      <summary>
        <strong>{title}</strong>
      </summary>
      <Form onSubmit={press}>
        <p class="soft">{lead}</p>
        {children}
        <div class="side-by-side">
          {(['zh', 'en'] as const).map((language) => (
            <TextField
              key={language}
              label={`${label} · ${language === 'zh' ? t.fields.chinese : t.fields.english}`}
              lang={language === 'zh' ? 'zh-CN' : 'en'}
              problem={isMissing && !words[language].trim() ? t.problems.missing : undefined}
              isLong
              value={words[language]}
              onInput={(text) => write({ ...words, [language]: text })}
            />
          ))}
        </div>
        {problem && <Notice kind="error">{problemText(problem, errors, locale)}</Notice>}
        <button class={isDangerous ? 'button danger' : 'button'} type="submit" disabled={busy}>
          {action}
        </button>
      </Form>
    </details>
  );
}
