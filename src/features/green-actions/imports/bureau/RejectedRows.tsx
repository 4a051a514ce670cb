import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { toCsv } from '../../../../lib/csv';
import type { RejectedRow } from './api';

interface Props {
  t: Dictionary['imports'];
  /** The name of the file they came from. */
  file: string;
  rows: RejectedRow[];
}

/** A page that lists thousands of rows helps nobody: the file has them all. */
const shown = 100;

/** The rows of a file that do not count, each with its reason, and all of them as CSV. */
export default function RejectedRows({ t, file, rows }: Props) {
  const words = t.desk;
  const download = () => {
    const head = [words.line, words.member, words.day, words.quantity, words.why];
    const body = rows.map((row) => [
      String(row.line),
      row.member,
      row.day,
      row.quantity,
      t.verdicts[row.verdict],
    ]);
    const address = URL.createObjectURL(
      new Blob([toCsv([head, ...body])], { type: 'text/csv;charset=utf-8' }),
    );
    const link = document.createElement('a');
    link.href = address;
    link.download = `${file.replace(/\.\w+$/, '')}-${words.fileOfRejected}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <section class="stack">
      <h2>{fill(words.rejected, { count: rows.length })}</h2>
      <button class="button quiet" type="button" onClick={download}>
        {words.download}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section class="scroll" tabIndex={0} aria-label={words.why}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.why}</th>
              <th scope="col">{words.member}</th>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.quantity}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <td>{t.verdicts[row.verdict]}</td>
                <td translate={false}>{row.member}</td>
                <td>{row.day}</td>
                <td>{row.quantity}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown && <p class="soft">{fill(words.more, { shown })}</p>}
    </section>
  );
}
