import { useState } from 'preact/hooks';
import { Notice } from '../../components/Notice';
import { fill } from '../../i18n/fill';
import type { Dictionary } from '../../i18n/zh-CN';
import { problemText } from '../../lib/errors';
import type { IslandProps } from '../../lib/island';
import { browserClient } from '../../lib/supabase/browser';
import type { Client } from '../../lib/supabase/client';
import { useTask } from '../../lib/use-task';
import {
  createHousehold,
  joinCell,
  leaveCell,
  type MyCell,
  readMyCells,
  renewCellCode,
} from './api';
import { CellCard } from './CellCard';
import { CreateHousehold, JoinCell } from './CellForms';

interface Props extends IslandProps {
  t: Dictionary['greenCells'];
  cells: MyCell[];
}

/** One's household and the other cells one belongs to: making, inviting, joining, leaving. */
export default function MyCells({ t, errors, locale, ...props }: Props) {
  const [cells, setCells] = useState(props.cells);
  const [done, setDone] = useState('');
  const { busy, problem, run } = useTask();
  const nameOf = (cell: MyCell | undefined) =>
    (locale === 'en' ? cell?.name_en : cell?.name_zh) ?? '';

  /** Does something, looks at what came of it, and says so. */
  const change = (act: (client: Client) => Promise<(now: MyCell[]) => string>) =>
    run(async () => {
      setDone('');
      const client = await browserClient();
      const say = await act(client);
      const now = await readMyCells(client);
      setCells(now);
      setDone(say(now));
    });
  const join = (code: string) =>
    change(async (client) => {
      const id = await joinCell(client, code);
      return (now) => fill(t.joined, { name: nameOf(now.find((cell) => cell.id === id)) });
    });
  const create = (id: string, name: string) =>
    change(async (client) => {
      await createHousehold(client, id, name);
      return () => fill(t.joined, { name });
    });
  const leave = (cell: MyCell) =>
    change(async (client) => {
      await leaveCell(client, cell.id);
      return () => fill(t.left, { name: nameOf(cell) });
    });
  const renew = (cell: MyCell) =>
    change(async (client) => {
      await renewCellCode(client, cell.id);
      return () => t.renewed;
    });

  const household = cells.find(({ kind }) => kind === 'family');
  const others = cells.filter(({ kind }) => kind !== 'family');
  const card = (cell: MyCell) => (
    <CellCard
      key={cell.id}
      {...{ t, cell, busy }}
      name={nameOf(cell)}
      onLeave={() => leave(cell)}
      onRenew={() => renew(cell)}
    />
  );
  return (
    <div class="stack">
      <h3>{t.household}</h3>
      {household ? card(household) : <p>{t.noHousehold}</p>}
      {!household && <CreateHousehold {...{ t, busy }} onCreate={create} />}
      <h3>{t.others}</h3>
      {others.length > 0 ? others.map(card) : <p>{t.noOthers}</p>}
      <JoinCell {...{ t, busy }} onJoin={join} />
      {done && <Notice kind="success">{done}</Notice>}
      {problem && <Notice kind="error">{problemText(problem, errors, locale)}</Notice>}
    </div>
  );
}
