// Whatever there is one of, 32 want at once, on connections of their own. The long run is `RACES=1000`.
import { describe, expect, test } from 'vitest';
import { sql } from '../../support/database.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { capEdges } from './caps.ts';
import { crowd } from './edge.ts';
import { voucherEdges } from './vouchers.ts';

/** How often each crowd meets. */
const races = Number(process.env.RACES || 3);

describe.each([...voucherEdges, ...capEdges])(`${crowd} $name`, ({ prepare, naive }) => {
  test(
    'leave nobody with more than there was, and tell everybody else why',
    async () => {
      const next = await prepare();
      for (let turn = 0; turn < races; turn += 1) {
        const { contenders, judge } = await next();
        await judge(await race(contenders));
      }
    },
    30_000 + races * 3_000,
  );

  test('would give out more if they looked first and wrote then', async () => {
    await withScratchTable(naive.columns, async (table) => {
      await sql.unsafe(`insert into ${table} ${naive.begin}`);
      const { won } = await race(times(crowd, () => ({ run: (tx) => naive.step(tx, table) })));
      expect(won.filter(Boolean).length).toBeGreaterThan(naive.most);
    });
  });
});
