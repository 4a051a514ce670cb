import { useEffect, useState } from 'preact/hooks';
import { Field } from '../../../../components/Field';
import { Form } from '../../../../components/Form';
import { Notice } from '../../../../components/Notice';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import { fill } from '../../../../i18n/fill';
import { pathIn } from '../../../../i18n/paths';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { draftStore } from '../../../../lib/draft';
import type { IslandProps } from '../../../../lib/island';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { type ImportFile, type Judgement, postImport, previewImport } from './api';
import RejectedRows from './RejectedRows';
import { type Problem, readFile } from './read-file';

interface Props extends IslandProps {
  t: Dictionary['imports'];
  /** The partners that take part, as the reader calls them. */
  partners: { value: string; label: string }[];
}

const drafts = draftStore<ImportFile>('import');

/** Takes a file of a partner, says what becomes of every row, and posts it once. */
export default function NewImport({ t, errors, locale, partners }: Props) {
  const words = t.desk;
  const [partner, setPartner] = useState(partners[0]?.value ?? '');
  const [picked, setPicked] = useState<File>();
  const [file, setFile] = useState<ImportFile>();
  const [wrong, setWrong] = useState<Problem | 'none'>();
  const [foreseen, setForeseen] = useState<Judgement>();
  const [posted, setPosted] = useState<Judgement>();
  const { busy, problem, setProblem, run } = useTask();

  useEffect(() => setFile(drafts.read()), []);

  const check = () =>
    run(async () => {
      setWrong(undefined);
      let next = file;
      if (!next) {
        if (!picked) return setWrong('none');
        const read = await readFile(picked, partner);
        if (typeof read === 'string') return setWrong(read);
        next = read;
      }
      setForeseen(await previewImport(await browserClient(), next));
      // Kept until it has gone through, with its id: sent again, it is the same posting.
      setFile(next);
      drafts.write(next);
    });
  const post = () =>
    run(async () => {
      if (!file) return;
      setPosted(await postImport(await browserClient(), file));
      drafts.clear();
    });
  const startOver = () => {
    drafts.clear();
    setFile(undefined);
    setPicked(undefined);
    setForeseen(undefined);
    setPosted(undefined);
    setProblem(undefined);
  };

  const judgement = posted ?? foreseen;
  const rejects = (file && judgement?.rejected)?.map(({ line, verdict }) => {
    const row = file?.rows[line - 1];
    return {
      line: file?.lines[line - 1] ?? line,
      member: row?.member ?? '',
      day: row?.date ?? '',
      quantity: row?.quantity ?? '',
      verdict,
    };
  });
  const counts = judgement && { ...judgement, rejected: rejects?.length ?? 0 };
  const earlier = problem?.code === 'file_posted' && problem.values.import_id;

  return (
    <Form onSubmit={foreseen ? post : check}>
      {!file && (
        <>
          <Field label={words.partner}>
            {(ids) => (
              <select
                {...ids}
                value={partner}
                onChange={(event) => setPartner(event.currentTarget.value)}
              >
                {partners.map(({ value, label }) => (
                  <option value={value} key={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={words.file} hint={words.fileHint} problem={wrong && words.problems[wrong]}>
            {(ids) => (
              <input
                {...ids}
                type="file"
                accept=".csv,.txt,text/csv,text/plain"
                onChange={(event) => {
                  setPicked(event.currentTarget.files?.[0]);
                  setWrong(undefined);
                }}
              />
            )}
          </Field>
        </>
      )}
      {file && !judgement && (
        <Notice kind="info">
          {fill(words.restored, { file: file.name, rows: file.rows.length })}
        </Notice>
      )}
      {problem && <ProblemNotice {...{ problem, errors, locale }} />}
      {earlier && (
        <p>
          <a href={pathIn(locale, `/bureau/imports/${earlier}/`)}>{words.toPosted}</a>
        </p>
      )}
      {foreseen && !posted && counts && (
        <Notice kind="info" focus>
          <p>{fill(words.foreseen, counts)}</p>
          {foreseen.accepted === 0 && <p>{words.nothing}</p>}
          {counts.rejected === 0 && <p>{words.noneRejected}</p>}
        </Notice>
      )}
      {posted && counts && (
        <Notice kind="success" focus>
          <p>{fill(words.posted, counts)}</p>
          <p>
            <a href={pathIn(locale, `/bureau/imports/${file?.id}/`)}>{words.toImport}</a>
          </p>
        </Notice>
      )}
      <div class="actions">
        {!foreseen && (
          <button class="button" type="submit" disabled={busy}>
            {busy ? words.checking : words.check}
          </button>
        )}
        {foreseen && !posted && foreseen.accepted > 0 && counts && (
          <button class="button" type="submit" disabled={busy}>
            {busy ? words.posting : fill(words.post, counts)}
          </button>
        )}
        {file && (
          <button class="button quiet" type="button" disabled={busy} onClick={startOver}>
            {posted ? words.again : words.discard}
          </button>
        )}
      </div>
      {rejects && rejects.length > 0 && (
        <RejectedRows t={t} file={file?.name ?? ''} rows={rejects} />
      )}
    </Form>
  );
}
