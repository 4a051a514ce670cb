// The permission matrix: every table, view, bucket and function that the catalog knows, tried as
// everyone there is, against the expectations in permissions.expected.ts.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addResident, addStaff } from '../support/actors.ts';
import {
  columnsGranted,
  listFunctions,
  listRelations,
  listSchemas,
  tablePrivileges,
} from '../support/catalog.ts';
import { anonymous, asActor, type Caller, sql, type Transaction } from '../support/database.ts';
import { refusalOf } from '../support/refusals.ts';
import { giveCoins, newAction, newReward } from '../support/things.ts';
import {
  type Actor,
  actors,
  type Reach,
  type Relation,
  roles,
  type Staff,
} from './permissions/words.ts';
import {
  buckets,
  functions,
  platformSchemas,
  readWithSecretKey,
  relations,
  rooms,
  schemas,
} from './permissions.expected.ts';

const ours = Object.keys(schemas);
const catalog = await listRelations(ours);
const catalogFunctions = await listFunctions(ours);
const tables = catalog.filter(({ kind }) => kind === 'table');

const people = {} as Record<Actor, Caller>;
const idOf = (actor: Actor) => people[actor].id ?? randomUUID();

/** Gives somebody a row of their own in every table that has an owner. */
async function leaveTraces(caller: Caller & { id: string }, staff: Staff): Promise<void> {
  const { moderator, townModerator } = staff;
  await giveCoins(caller, 100);
  const [reward, judged] = await Promise.all([newReward(), newAction({ review: 'moderator' })]);
  const log = await asActor(
    caller,
    async (tx) => {
      await tx`update public.profiles set town_code = 'fotang', wants_mail = true`;
      await tx`insert into public.consents (document, version) values ('privacy', '2026-11-23')`;
      await tx`select public.redeem_reward(${reward}, ${randomUUID()})`;
      await tx`insert into storage.objects (bucket_id, name)
        values ('evidence', ${`${caller.id}/photo.webp`})`;
      const [row] = await tx`select id from public.log_green_action(${judged}, ${randomUUID()})`;
      return row?.id;
    },
    { keep: true },
  );
  const judge = moderator.id === caller.id ? townModerator : moderator;
  await asActor(judge, (tx) => tx`select public.decide_action_log(${log}, true)`, { keep: true });
  for (const room of rooms) await room.leaveTraces?.(caller, staff);
}

beforeAll(async () => {
  const staff = {
    merchant: await addStaff('merchant'),
    moderator: await addStaff('moderator'),
    townModerator: await addStaff('moderator', { town: 'fotang' }),
    editor: await addStaff('editor'),
    host: await addStaff('host'),
    analyst: await addStaff('analyst'),
    interviewer: await addStaff('interviewer'),
    administrator: await addStaff('administrator'),
  };
  const residents = { owner: await addResident(), resident: await addResident() };
  Object.assign(people, { anonymous, ...residents, ...staff });
  for (const one of [...Object.values(residents), ...Object.values(staff)]) {
    await leaveTraces(one, staff);
  }
  // One log of no town, and one session of staff.
  const elsewhere = await addResident();
  const action = await newAction();
  await asActor(elsewhere, (tx) => tx`select public.log_green_action(${action}, ${randomUUID()})`, {
    keep: true,
  });
  await asActor(staff.host, (tx) => tx`select * from public.enter_console()`, { keep: true });
  await newReward({ isOpen: false });
});

/** Runs SQL as somebody, undone afterwards; a refusal of permission is an outcome like any other. */
async function attempt<Result>(
  actor: Actor,
  run: (tx: Transaction) => Promise<Result>,
): Promise<Result | 'refused'> {
  try {
    return await asActor(people[actor], run);
  } catch (error) {
    const refused = refusalOf(error);
    // 55000: a view of several tables takes no writing from anybody.
    if (['42501', '55000'].includes(refused.sqlState)) return 'refused';
    throw error;
  }
}

/** A condition with the id written into it, for a statement that takes no parameters. */
const bind = (condition: string, ...ids: string[]) =>
  ids.reduce((text, id, place) => text.replaceAll(`$${place + 1}`, `'${id}'`), condition);
const ownRows = (rule: Relation, actor: Actor) => bind(rule.own ?? 'false', idOf(actor));

/** How many rows of a relation a reach amounts to, counted past all policies. */
async function rowsOf(name: string, where: string, rule: Relation, actor: Actor, reach: Reach) {
  const condition = {
    refused: 'false',
    nothing: 'false',
    own: ownRows(rule, actor),
    scope: bind(rule.scope ?? 'false', idOf(actor)),
    open: rule.open ?? 'false',
    all: 'true',
  }[reach];
  const [row] = await sql.unsafe(
    `select count(*)::integer as count from ${rule.behind ?? name} where ${where} and ${condition}`,
  );
  return row?.count as number;
}

const words: Record<Reach, string> = {
  refused: 'nothing',
  nothing: 'nothing',
  own: 'their own',
  scope: 'what their role is limited to',
  open: 'what is open',
  all: 'everything',
};

const names: Record<Actor, string> = {
  anonymous: 'a visitor',
  owner: 'a resident',
  resident: 'another resident',
  merchant: 'a merchant',
  moderator: 'a moderator',
  townModerator: 'a moderator of one town',
  editor: 'an editor',
  host: 'a host',
  analyst: 'an analyst',
  interviewer: 'an interviewer',
  administrator: 'an administrator',
};

/** A part of the database that rows are read from: a table, a view, or one bucket of the storage. */
interface Place {
  name: string;
  /** Which rows of it belong to the part. */
  where: string;
  /** A column to try an update with, where none may be updated. */
  touched: string;
}

/** What each verb should come to: a number of rows, or "refused". */
async function expectedOutcome({ name, where }: Place, rule: Relation, actor: Actor) {
  const count = (reach: Reach) =>
    reach === 'refused' ? 'refused' : rowsOf(name, where, rule, actor, reach);
  const adds = rule.insert[actor] === 'refused' ? 'refused' : 1;
  const reads = await count(rule.select[actor]);
  return {
    reads: reads === 'refused' ? reads : { rows: reads, rightly: reads },
    adds,
    addsForSomebodyElse: rule.adds ? 'refused' : adds,
    changes: await count(rule.update[actor]),
    deletes: await count(rule.delete[actor]),
  };
}

/** What each verb does come to. */
async function tryEveryVerb({ name, where, touched }: Place, rule: Relation, actor: Actor) {
  const write = (statement: string) =>
    attempt(actor, async (tx) => (await tx.unsafe(statement)).count);

  // Whose rows a view shows cannot be asked of it, as it does not say: their number must do.
  const conditions: Partial<Record<Reach, string>> = {
    ...(rule.behind ? {} : { own: ownRows(rule, actor) }),
    ...(rule.scope && !rule.behind ? { scope: bind(rule.scope, idOf(actor)) } : {}),
    ...(rule.open ? { open: rule.open } : {}),
  };
  const reads = await attempt(actor, async (tx) => {
    const [row] = await tx.unsafe(`select count(*)::integer as rows,
      count(*) filter (where ${conditions[rule.select[actor]] ?? 'true'})::integer as rightly
      from ${name} where ${where}`);
    return { rows: row?.rows, rightly: row?.rightly };
  });

  const somebodyElse = idOf(actor === 'owner' ? 'resident' : 'owner');
  const assignments = (rule.columns?.update ?? [touched]).map((column) => `${column} = ${column}`);
  const { own, others } = rule.adds ?? {
    own: `insert into ${name} default values`,
    others: `insert into ${name} default values`,
  };
  return {
    reads,
    adds: await write(bind(own, idOf(actor))),
    addsForSomebodyElse: await write(bind(others, idOf(actor), somebodyElse)),
    changes: await write(`update ${name} set ${assignments.join(', ')}`),
    deletes: await write(`delete from ${name}`),
  };
}

function testEveryActor(place: Place, rule: Relation) {
  for (const actor of actors) {
    const sentence =
      `${names[actor]} reads ${words[rule.select[actor]]}, adds ${words[rule.insert[actor]]}, ` +
      `changes ${words[rule.update[actor]]} and deletes ${words[rule.delete[actor]]}`;
    test(sentence, async () => {
      expect(await tryEveryVerb(place, rule, actor)).toEqual(
        await expectedOutcome(place, rule, actor),
      );
    });
  }
}

describe('the list of expectations', () => {
  test('knows every schema', async () => {
    expect(await listSchemas()).toEqual([...ours, ...platformSchemas].sort());
  });

  test('knows every table and view, and no other', () => {
    const found = catalog.filter(({ kind }) => kind !== 'sequence').map(({ name }) => name);
    expect(Object.keys(relations).sort()).toEqual(found.sort());
  });

  test('knows every bucket with its settings, and no other', async () => {
    const rows = await sql`
      select id, public, file_size_limit::integer, allowed_mime_types from storage.buckets`;
    const found = Object.fromEntries(rows.map(({ id, ...settings }) => [id, settings]));
    const known = Object.entries(buckets).map(([id, { settings }]) => [id, settings]);
    expect(Object.fromEntries(known)).toEqual(found);
  });

  test('knows every function, and no other', () => {
    const found = catalogFunctions.map(({ signature }) => signature);
    expect(Object.keys(functions).sort()).toEqual(found.sort());
  });
});

describe('the rows that are there', () => {
  test.each(Object.entries(relations).filter(([, { own }]) => own))(
    'tell whose they are apart in %s',
    async (name, rule) => {
      const holders: Actor[] =
        name === 'public.staff_roles' ? ['merchant', 'analyst'] : ['owner', 'resident'];
      for (const holder of holders) {
        const mine = await rowsOf(name, 'true', rule, holder, 'own');
        const all = await rowsOf(name, 'true', rule, holder, 'all');
        expect(mine).toBeGreaterThan(0);
        expect(all).toBeGreaterThan(mine);
      }
    },
  );

  test.each(Object.keys(relations))('are at least one in %s', async (name) => {
    const rule = relations[name] as Relation;
    expect(await rowsOf(name, 'true', rule, 'owner', 'all')).toBeGreaterThan(0);
  });

  test('are open and closed among the rewards', async () => {
    const rule = relations['public.rewards'] as Relation;
    const open = await rowsOf('public.rewards', 'true', rule, 'owner', 'open');
    const all = await rowsOf('public.rewards', 'true', rule, 'owner', 'all');
    expect(open).toBeGreaterThan(0);
    expect(all).toBeGreaterThan(open);
  });
});

describe.each(Object.entries(relations))('of %s,', (name, rule) => {
  const entry = catalog.find((one) => one.name === name);
  // A generated id or number refuses an update before anybody asks for permission.
  const touched = entry?.columns.find((column) => !['id', 'number'].includes(column)) ?? 'id';
  testEveryActor({ name, where: 'true', touched }, rule);

  test.each(roles.filter((role) => role !== 'service_role'))(
    '%s may name exactly the columns that are listed',
    async (role) => {
      const somebody = role === 'anon' ? 'anonymous' : 'owner';
      for (const verb of ['select', 'insert', 'update'] as const) {
        const listed = rule.columns?.[verb] ?? entry?.columns;
        const columns = rule[verb][somebody] === 'refused' ? [] : listed;
        const granted = await columnsGranted(role, name, verb);
        expect({ verb, columns: granted.sort() }).toEqual({
          verb,
          columns: [...(columns ?? [])].sort(),
        });
      }
      expect(await tablePrivileges(role, name)).toEqual([]);
    },
  );

  test('the secret key reads it only if it is listed, and writes nothing', async () => {
    expect({
      select: (await columnsGranted('service_role', name, 'select')).length,
      insert: await columnsGranted('service_role', name, 'insert'),
      update: await columnsGranted('service_role', name, 'update'),
      whole: await tablePrivileges('service_role', name),
    }).toEqual({
      select: readWithSecretKey.includes(name) ? entry?.columns.length : 0,
      insert: [],
      update: [],
      whole: [],
    });
  });

  if (entry?.kind !== 'table') return;

  test('an account changes no column that is not listed', async () => {
    const allowed = rule.update.owner === 'refused' ? [] : (rule.columns?.update ?? []);
    const others = entry.columns.filter((column) => !allowed.includes(column));
    for (const column of others) {
      const changed = await attempt('owner', (tx) =>
        tx.unsafe(`update ${name} set ${column} = default`),
      );
      expect({ column, changed }).toEqual({ column, changed: 'refused' });
    }
    expect(others.length).toBeGreaterThan(0);
  });

  test('nobody empties it', async () => {
    for (const actor of actors) {
      expect(await attempt(actor, (tx) => tx.unsafe(`truncate ${name} cascade`))).toBe('refused');
    }
  });
});

describe.each(Object.entries(buckets))('of the bucket %s,', (id, rule) => {
  testEveryActor(
    { name: 'storage.objects', where: `bucket_id = '${id}'`, touched: 'metadata' },
    rule,
  );
});

/** What a call says: "answers", "permission denied", or the code of its refusal. */
async function answerTo(actor: Actor, call: string): Promise<string> {
  try {
    await asActor(people[actor], (tx) => tx.unsafe(call));
    return 'answers';
  } catch (error) {
    const refused = refusalOf(error);
    return refused.sqlState === '42501' ? 'permission denied' : refused.code;
  }
}

describe.each(Object.entries(functions))('%s', (signature, { granted, call }) => {
  test(`may be called by ${granted.join(', ') || 'no role of the API'}`, () => {
    const entry = catalogFunctions.find((one) => one.signature === signature);
    expect(entry?.granted).toEqual(granted);
  });

  if (!call) return;

  test('lets in whom it should, and tells the others what it should', async () => {
    const answers: Partial<Record<Actor, string>> = {};
    for (const actor of actors) answers[actor] = await answerTo(actor, call.sql);
    expect(answers).toEqual(call.answer);
  });
});

describe('every schema of ours', () => {
  test.each(Object.entries(schemas))(
    '%s lets in whom the list names: %j',
    async (schema, allowed) => {
      for (const role of roles) {
        const [row] = await sql`select
        has_schema_privilege(${role}, ${schema}, 'usage') as enters,
        has_schema_privilege(${role}, ${schema}, 'create') as builds`;
        expect({ role, ...row }).toEqual({ role, enters: allowed.includes(role), builds: false });
      }
    },
  );

  test('gives no sequence away', async () => {
    const sequences = catalog.filter(({ kind }) => kind === 'sequence');
    expect(sequences.length).toBeGreaterThan(0);
    for (const { name } of sequences) {
      for (const role of roles) {
        const [row] = await sql`
          select has_sequence_privilege(${role}, ${name}, 'usage, select, update') as granted`;
        expect({ name, role, granted: row?.granted }).toEqual({ name, role, granted: false });
      }
    }
  });
});

describe('every table of ours', () => {
  test.each(tables.map(({ name, hasRowSecurity }) => [name, hasRowSecurity] as const))(
    '%s has row-level security on',
    (_, hasRowSecurity) => {
      expect(hasRowSecurity).toBe(true);
    },
  );
});

test('every view asks with the rights of the caller', () => {
  const views = catalog.filter(({ kind }) => kind === 'view');
  expect(views.map(({ name, isInvokerView }) => [name, isInvokerView])).toEqual(
    views.map(({ name }) => [name, true]),
  );
  expect(views.length).toBeGreaterThan(0);
});

describe('every function of ours', () => {
  test('says where its names are looked up', () => {
    const loose = catalogFunctions.filter(({ settings }) => !settings.includes('search_path=""'));
    expect(loose.map(({ signature }) => signature)).toEqual([]);
  });

  test('that acts with the rights of its owner is in a schema that the API does not expose', () => {
    const definers = catalogFunctions.filter(({ isDefiner }) => isDefiner);
    expect(definers.length).toBeGreaterThan(0);
    expect(definers.filter(({ schema }) => schema === 'public')).toEqual([]);
  });

  test('that acts with the rights of its owner says why', () => {
    const silent = catalogFunctions.filter(
      ({ isDefiner, comment }) => isDefiner && !/Definer, because/.test(comment ?? ''),
    );
    expect(silent.map(({ signature }) => signature)).toEqual([]);
  });

  const callers: Record<string, readonly string[]> = {
    everyone: ['anon', 'authenticated'],
    'nobody in particular': ['anon'],
    '/healthz': ['anon', 'authenticated'],
    residents: ['authenticated'],
    moderators: ['authenticated'],
    editors: ['authenticated'],
    hosts: ['authenticated'],
    analysts: ['authenticated'],
    staff: ['authenticated'],
    'the jobs of the site': ['service_role'],
    merchants: ['authenticated'],
    administrators: ['authenticated'],
  };

  test.each(
    catalogFunctions
      .filter(({ schema }) => schema === 'public')
      .map((one) => [one.signature, one] as const),
  )('%s is granted to whom its comment names', (_, { comment, granted }) => {
    const who = /Called by: (.+)\.$/.exec(comment ?? '')?.[1] ?? 'nobody says who';
    expect({ who, granted }).toEqual({ who, granted: callers[who] });
  });
});

describe('the tables of the platform', () => {
  test.each([
    ['auth.users'],
    ['auth.sessions'],
    ['auth.refresh_tokens'],
    ['auth.identities'],
    ['supabase_migrations.schema_migrations'],
  ])('%s is closed to everyone', async (name) => {
    for (const actor of actors) {
      expect(await attempt(actor, (tx) => tx.unsafe(`select * from ${name}`))).toBe('refused');
    }
  });

  test('storage.buckets shows nobody a bucket', async () => {
    for (const actor of actors) {
      expect(await attempt(actor, (tx) => tx`select id from storage.buckets`)).toEqual([]);
    }
  });
});
