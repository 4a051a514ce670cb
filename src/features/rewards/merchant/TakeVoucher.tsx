import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../../components/Field';
import { Form } from '../../../components/Form';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { fill } from '../../../i18n/fill';
import type { Dictionary } from '../../../i18n/zh-CN';
import { formatMoment } from '../../../lib/dates';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { readTakenToday, takeVoucher } from '../api';
import { isWellFormed, normalizeCode } from '../voucher-code';

type Taken = Awaited<ReturnType<typeof readTakenToday>>[number];

interface Props extends IslandProps {
  t: Dictionary['merchant'];
  takenToday: Taken[];
}

export default function TakeVoucher({ t, errors, locale, takenToday }: Props) {
  const [code, setCode] = useState('');
  const [isTypo, setIsTypo] = useState(false);
  const [taken, setTaken] = useState<string>();
  const [list, setList] = useState(takenToday);
  const { busy, problem, setProblem, run } = useTask();
  const field = useRef<HTMLInputElement>(null);
  // One key per code: taking the same code again after a lost connection is the same taking.
  const attempt = useRef({ code: '', key: '' });
  const nameOf = (voucher: { reward_name_zh: string; reward_name_en: string }) =>
    locale === 'en' ? voucher.reward_name_en : voucher.reward_name_zh;

  useEffect(() => field.current?.focus(), []);

  const take = () => {
    const normal = normalizeCode(code);
    setTaken(undefined);
    setIsTypo(!isWellFormed(normal));
    if (!isWellFormed(normal)) return;
    if (attempt.current.code !== normal) {
      attempt.current = { code: normal, key: crypto.randomUUID() };
    }
    run(async () => {
      const client = await browserClient();
      const voucher = await takeVoucher(client, normal, attempt.current.key);
      attempt.current = { code: '', key: '' };
      setTaken(nameOf(voucher));
      // A scanner may have typed the next code already, and must not have to wait for the list.
      setCode((typed) => (normalizeCode(typed) === normal ? '' : typed));
      field.current?.focus();
      readTakenToday(client).then(setList, () => {});
    });
  };

  const total = list.reduce((sum, { price }) => sum + price, 0);
  return (
    <div class="stack">
      <Form onSubmit={take}>
        <Field label={t.code} hint={t.codeHint}>
          {(ids) => (
            <input
              {...ids}
              ref={field}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              value={code}
              onInput={(event) => {
                setCode(event.currentTarget.value);
                setIsTypo(false);
                setProblem(undefined);
              }}
            />
          )}
        </Field>
        {isTypo && <Notice kind="error">{t.typo}</Notice>}
        {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
        {taken && <Notice kind="success">{fill(t.taken, { reward: taken })}</Notice>}
        <button class="button" type="submit" disabled={busy || code.trim() === ''}>
          {busy ? t.taking : t.take}
        </button>
      </Form>
      <section class="section stack">
        <h2>{t.today}</h2>
        {list.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <>
            <p>{fill(t.total, { count: list.length, coins: total })}</p>
            <div class="scroll">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t.time}</th>
                    <th scope="col">{t.reward}</th>
                    <th scope="col">{t.ending}</th>
                  </tr>
                </thead>
                <tbody>
                  {list.map((voucher) => (
                    <tr key={`${voucher.voucher_ending}${voucher.used_at}`}>
                      <td>{formatMoment(voucher.used_at, locale)}</td>
                      <td>{nameOf(voucher)}</td>
                      <td translate={false}>{voucher.voucher_ending}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </section>
    </div>
  );
}
