// Whatever the reporter and the desk do, in whatever order: the database and a model of it agree.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addStaff, type Resident } from '../../support/actors.ts';
import { anonymous, asActor, type Caller, sql, type Transaction } from '../../support/database.ts';
import { comeFrom, newAddress } from '../../support/feedback.ts';
import { refusalOf } from '../../support/refusals.ts';

type Status = 'received' | 'assigned' | 'answered' | 'confirmed' | 'reopened' | 'closed';
interface Model {
  status: Status;
  reopened: number;
}
interface Real {
  id: string;
  code: string;
}

let moderator: Resident;
let editor: Resident;
beforeAll(async () => {
  moderator = await addStaff('moderator');
  editor = await addStaff('editor');
});

/** Does something as somebody and says whether it was let through, or the code of the refusal. */
async function attempt(caller: Caller, run: (tx: Transaction) => Promise<unknown>) {
  try {
    await asActor(caller, run, { keep: true });
    return 'done';
  } catch (error) {
    return refusalOf(error).code;
  }
}
const versionOf = (tx: Transaction, id: string) =>
  tx`(select version from public.feedback where id = ${id})`;

class Act implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly name: string,
    private readonly from: Partial<Record<Status, Status>>,
    private readonly who: () => Caller,
    private readonly run_: (tx: Transaction, real: Real) => Promise<unknown>,
  ) {}
  check = () => true;
  toString = () => this.name;
  async run(model: Model, real: Real) {
    const outcome = await attempt(this.who(), (tx) => this.run_(tx, real));
    const to = this.from[model.status];
    expect(outcome === 'done', `${this.name} while ${model.status}: ${outcome}`).toBe(
      to !== undefined,
    );
    if (to) {
      if (to === 'reopened' && model.status !== 'reopened') model.reopened += 1;
      model.status = to;
    }
    const [row] = await sql`
      select status, reopened_count, (confirmed_at is not null) as confirmed,
        (answer_zh <> '') as answered from public.feedback where id = ${real.id}`;
    expect(row).toMatchObject({
      status: model.status,
      reopened_count: model.reopened,
      confirmed: model.status === 'confirmed',
    });
  }
}

let turn = 0;
const commands = [
  new Act(
    'assign',
    {
      received: 'assigned',
      assigned: 'assigned',
      reopened: 'assigned',
      answered: 'answered',
      confirmed: 'confirmed',
    },
    () => moderator,
    async (tx, { id }) => {
      turn += 1;
      // After the answer only the text changes: the day is the one that stands there, also when it
      // was opened again and answered at once.
      return tx`select public.assign_feedback(${id}, ${versionOf(tx, id)}, 'fotang', 'water-bureau',
        (select case when status in ('received', 'reopened') then private.shanghai_day() + 7 else due_on end
          from public.feedback where id = ${id}), ${`文字 ${turn}`})`;
    },
  ),
  new Act(
    'answer',
    { assigned: 'answered', reopened: 'answered', answered: 'answered' },
    () => editor,
    async (tx, { id }) => {
      turn += 1;
      return tx`select public.answer_feedback(${id}, ${versionOf(tx, id)}, ${`答复 ${turn}`})`;
    },
  ),
  new Act(
    'confirm',
    { answered: 'confirmed', confirmed: 'confirmed' },
    () => anonymous,
    (tx, { code }) => tx`select public.confirm_feedback(${code})`,
  ),
  new Act(
    'reopen',
    { answered: 'reopened' },
    () => anonymous,
    (tx, { code }) => {
      turn += 1;
      return tx`select public.reopen_feedback(${`还没好 ${turn}`}, ${code})`;
    },
  ),
  new Act(
    'close',
    {
      received: 'closed',
      assigned: 'closed',
      answered: 'closed',
      reopened: 'closed',
      closed: 'closed',
    },
    () => moderator,
    (tx, { id }) => tx`select public.close_feedback(${id}, ${versionOf(tx, id)}, '关闭')`,
  ),
];

test('states follow each other only as they may', async () => {
  const [assignIt, answerIt, confirmIt, reopenIt, closeIt] = commands.map((one) =>
    fc.constant(one),
  );
  const weighted = fc.oneof(
    { weight: 5, arbitrary: assignIt as fc.Arbitrary<Act> },
    { weight: 6, arbitrary: answerIt as fc.Arbitrary<Act> },
    { weight: 2, arbitrary: confirmIt as fc.Arbitrary<Act> },
    { weight: 5, arbitrary: reopenIt as fc.Arbitrary<Act> },
    { weight: 1, arbitrary: closeIt as fc.Arbitrary<Act> },
  );
  await fc.assert(
    fc.asyncProperty(fc.commands([weighted], { maxCommands: 25 }), async (steps) => {
      const [sent] = await sql.begin(async (tx) => {
        await comeFrom(tx, anonymous, newAddress());
        return tx<{ number: string; tracking_code: string }[]>`
          select number, tracking_code
          from public.submit_feedback('complaint', '一件事', gen_random_uuid(), 'fotang')`;
      });
      const [row] = await sql<{ id: string }[]>`
        select id from public.feedback where number = ${sent?.number ?? 0}`;
      const real = { id: row?.id ?? '', code: sent?.tracking_code ?? '' };
      await fc.asyncModelRun(
        () => ({ model: { status: 'received', reopened: 0 } as Model, real }),
        steps,
      );
    }),
    { numRuns: 40 },
  );
});

test('nothing that is sent, however odd, ends in an error of the database', async () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('', ' ', '\u202e', "'; drop table public.feedback; --", '▇'.repeat(30), '😀'),
  );
  await fc.assert(
    fc.asyncProperty(
      anything,
      anything,
      anything,
      fc.option(fc.double({ noNaN: true, min: -200, max: 200 })),
      fc.option(fc.double({ noNaN: true, min: -200, max: 200 })),
      fc.integer({ min: -5, max: 9 }),
      async (body, place, contact, latitude, longitude, photos) => {
        try {
          await sql.begin(async (tx) => {
            await comeFrom(tx, anonymous, newAddress());
            await tx`select public.submit_feedback('question', ${body.replaceAll('\0', '')},
              gen_random_uuid(), null, ${place.replaceAll('\0', '')}, ${latitude}::numeric,
              ${longitude}::numeric, ${contact.replaceAll('\0', '')}, false, false,
              ${photos}::smallint)`;
          });
        } catch (error) {
          expect(refusalOf(error).code).toMatch(/^[a-z_]+$/);
        }
      },
    ),
    { numRuns: 150 },
  );
});
