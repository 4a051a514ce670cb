import { useState } from 'preact/hooks';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { IslandProps } from '../../../../lib/island';
import { useTask } from '../../../../lib/use-task';
import type { Answering } from '../../answering/Answering';
import type { Questionnaire } from '../../questionnaire/schema';

interface Props extends IslandProps {
  t: Dictionary['questionnaires'];
  survey: Dictionary['survey'];
  /** What the button says while the preview is closed. */
  label: string;
  /** What is asked; a published version is read when it is opened. */
  content: Questionnaire | (() => Promise<Questionnaire>);
}

/** Questions as residents see them; nothing that is answered goes anywhere. */
export function Preview({ t, survey, errors, locale, label, content }: Props) {
  const [open, setOpen] = useState<{ Sheet: typeof Answering; read: Questionnaire | undefined }>();
  const { busy, problem, run } = useTask();
  // Fetched when it is asked for: whoever only writes does without it.
  const toggle = () =>
    run(async () => {
      if (open) return setOpen(undefined);
      const { Answering: Sheet } = await import('../../answering/Answering');
      setOpen({ Sheet, read: typeof content === 'function' ? await content() : undefined });
    });
  const asked = typeof content === 'function' ? open?.read : content;
  return (
    <>
      <button class="button quiet" type="button" disabled={busy} onClick={toggle}>
        {open ? t.closePreview : label}
      </button>
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      {open && asked && (
        <div class="section-editor" data-preview>
          <p class="soft">{t.previewNote}</p>
          <open.Sheet
            t={survey}
            errors={errors}
            locale={locale}
            content={asked}
            send={async () => {}}
            onSent={toggle}
          />
        </div>
      )}
    </>
  );
}
