// The database under the same sequence: residents, an action with its envelopes and two rewards, all
// fresh, and a clock whose year a test may turn.
import { randomUUID } from 'node:crypto';
import { addResidents, type Resident } from '../../../support/actors.ts';
import { sql, type Transaction } from '../../../support/database.ts';
import { newReward } from '../../../support/things.ts';
import { Books } from './books.ts';

/**
 * Few coins, so that every edge is met: of the yearly cap, of the envelope, of the stock. One resident reaches the cap
 * long before the envelope is empty, and all of them empty it long before their caps.
 */
export const cap = 40;
const envelope = 70;
const prices = [7, 13];
const stock = [1, 40];
const people = 3;
/** How many times the year may turn. */
const years = 6;

export interface World {
  residents: Resident[];
  action: string;
  rewards: string[];
  /** The year the sequence began in. */
  year: number;
}

let definition = '';
let settings: { coins_per_year: string } | undefined;

/** Puts the yearly cap of the model and a clock that can be turned under the whole database. */
export async function installClock(): Promise<void> {
  const [row] = await sql`select pg_get_functiondef('ledger.year_of'::regproc) as definition`;
  definition = row?.definition;
  [settings] = await sql<{ coins_per_year: string }[]>`select coins_per_year from private.settings`;
  await sql`update private.settings set coins_per_year = ${cap}`;
  await sql.unsafe(`
    create schema test_clock;
    grant usage on schema test_clock to public;
    create table test_clock.turned (years integer not null);
    insert into test_clock.turned values (0);
    grant select on test_clock.turned to public;
    create or replace function ledger.year_of(p_at timestamptz default clock_timestamp())
    returns smallint language sql stable set search_path = '' as $$
      select (extract(year from private.shanghai_day(p_at)) + years)::smallint from test_clock.turned
    $$`);
}

export async function removeClock(): Promise<void> {
  await sql.unsafe(`${definition}; drop schema test_clock cascade`);
  await sql`update private.settings set coins_per_year = ${settings?.coins_per_year ?? 2000}`;
}

export const turnTheYear = (tx: Transaction | typeof sql, by = 1) =>
  tx`update test_clock.turned set years = years + ${by}`;

/** Whoever a sequence is about, within its transaction if it has one. */
export async function newWorld(db: typeof sql | Transaction, rewards: string[]): Promise<World> {
  const residents = await addResidents(people, db);
  const action = `test-${randomUUID()}`;
  const [row] = await db<{ year: number }[]>`select ledger.year_of() as year`;
  const year = row?.year ?? 0;
  await db`insert into ledger.city_envelopes (year, total)
    select generate_series(${year}::integer, ${year + years}::integer), ${envelope}
    on conflict (year) do update set total = ledger.city_envelopes.total + ${envelope}`;
  await db`insert into ledger.envelopes (year, action_code, total)
    select generate_series(${year}::integer, ${year + years}::integer), ${action}, ${envelope}`;
  await db`insert into ledger.envelope_shards (year, action_code, shard, remaining)
    select year, ${action}, shard, ${envelope}::bigint / 16 + (shard < ${envelope}::bigint % 16)::integer
    from generate_series(${year}::integer, ${year + years}::integer) as year,
      generate_series(0, 15) as shard`;
  return { residents, action, rewards, year };
}

/** Two rewards that no other sequence shares, unless what it does is undone. */
export const newRewards = () =>
  Promise.all(prices.map((price, place) => newReward({ price, stock: stock[place] ?? 0 })));

export const booksOf = ({ year }: World) =>
  new Books(year, people, cap, envelope, prices, [...stock], year + years);

/** What the database holds, in the words of the model. */
export async function stateOf(db: typeof sql | Transaction, { residents, action, rewards }: World) {
  const [now] = await db<{ year: number }[]>`select ledger.year_of() as year`;
  const ids = residents.map(({ id }) => id);
  const wallets = await db<{ year: number; balance: number; older: number; earned: number }[]>`
    select year, balance::integer, older::integer, earned::integer
    from unnest(${ids}::uuid[]) with ordinality as r (id, place)
      join ledger.wallets w on w.resident_id = r.id order by place`;
  const shards = await db<{ left: number }[]>`
    select sum(remaining)::integer as left from ledger.envelope_shards
    where action_code = ${action} group by year order by year`;
  const left = await db<{ stock: number }[]>`
    select w.stock from unnest(${rewards}::uuid[]) with ordinality as r (id, place)
      join public.rewards w on w.id = r.id order by place`;
  const year = now?.year ?? 0;
  return {
    // A wallet that nobody came by since the year turned holds less than it says.
    wallets: wallets.map((wallet) => {
      const age = year - wallet.year;
      const newer = wallet.balance - wallet.older;
      return {
        older: age === 0 ? wallet.older : age === 1 ? newer : 0,
        newer: age === 0 ? newer : 0,
        earned: age === 0 ? wallet.earned : 0,
      };
    }),
    envelopes: shards.map((shard) => shard.left),
    stock: left.map((reward) => reward.stock),
  };
}

/** The same, as the model has it. */
export const stateOfBooks = (books: Books, { year }: World) => ({
  wallets: books.residents.map(({ bag }, owner) => ({
    older: bag.get(books.year - 1) ?? 0,
    newer: bag.get(books.year) ?? 0,
    earned: books.earned(owner),
  })),
  envelopes: Array.from({ length: years + 1 }, (_, turn) => books.left(year + turn)),
  stock: books.stock,
});

/** Every transfer of the residents, counted and added up, once everything has lapsed that has to. */
export async function totalsOf(db: typeof sql | Transaction, { residents }: World) {
  const ids = residents.map(({ id }) => id);
  await db`select ledger.turn_wallet(id, ledger.year_of()) from unnest(${ids}::uuid[]) as id`;
  return db`
    select place::integer - 1 as owner,
      count(*) filter (where kind = 'award')::integer as awards,
      count(*) filter (where kind = 'redeem')::integer as redemptions,
      count(*) filter (where kind = 'refund')::integer as refunds,
      count(*) filter (where kind = 'reverse')::integer as reversals,
      count(*) filter (where kind = 'adjust')::integer as adjustments,
      coalesce(sum(amount) filter (where kind = 'expire'), 0)::integer as lapsed
    from unnest(${ids}::uuid[]) with ordinality as r (id, place)
      left join ledger.transfers t on t.resident_id = r.id
    group by place order by place`;
}

export const totalsOfBooks = (books: Books) =>
  books.residents.map((_, owner) => {
    const count = (kind: string) =>
      books.entries.filter((one) => one.owner === owner && one.kind === kind).length;
    return {
      owner,
      awards: count('award'),
      redemptions: count('redeem'),
      refunds: count('refund'),
      reversals: count('reverse'),
      adjustments: count('adjust'),
      lapsed: books.lapsed[owner],
    };
  });
