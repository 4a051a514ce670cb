// Every function of the API, found in the catalog, is sent what nobody means, by everybody, over HTTP.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import {
  addResident,
  type SignedIn,
  type StaffRole,
  signUp,
  signUpStaff,
} from '../support/actors.ts';
import { everyTable } from '../support/fingerprint.ts';
import { calls, listPublicFunctions } from '../support/nonsense.ts';
import { giveCoins, newAction, newReward } from '../support/things.ts';
import { buy } from '../support/vouchers.ts';

const staffRoles: StaffRole[] = [
  'merchant',
  'host',
  'editor',
  'moderator',
  'analyst',
  'interviewer',
  'administrator',
];

/** What PostgreSQL and its API say of arguments of the wrong type, before any body is called. */
const saidByTheApi = /^(22P02|22P03|22P05|22003|22007|22008|22021|42501|42846|42883|PGRST\d+)$/;

let tokens: [string, string | undefined][];
/** Ids of other people and of their things. */
let theirs: string[];

beforeAll(async () => {
  const people: SignedIn[] = [
    await signUp(),
    ...(await Promise.all(staffRoles.map((role) => signUpStaff(role)))),
  ];
  const names = ['a resident', ...staffRoles.map((role) => `a member of staff: ${role}`)];
  tokens = [['nobody', undefined]];
  for (const [turn, person] of people.entries()) {
    const { data } = await person.api.auth.getSession();
    tokens.push([names[turn] ?? '', data.session?.access_token]);
  }
  const [other, reward] = [await addResident(), await newReward()];
  await giveCoins(other, 50);
  const voucher = await buy(other, reward);
  theirs = [other.id, reward, voucher.id, voucher.voucher_code, randomUUID(), await newAction()];
}, 60_000);

interface Answer {
  status: number;
  code: string;
  hint: string;
  said: string;
}

async function send(name: string, values: object, token?: string): Promise<Answer> {
  const { apiUrl, publishableKey } = inject('stack');
  const response = await fetch(`${apiUrl}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: {
      apikey: publishableKey,
      'Content-Type': 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(values),
  });
  const text = await response.text();
  const { code = '', hint = '' } = response.ok ? {} : JSON.parse(text || '{}');
  return { status: response.status, code: code ?? '', hint: hint ?? '', said: text.slice(0, 300) };
}

/** Whether an answer is a refusal with a code that stays, or no refusal at all. */
const isClear = ({ status, code, hint }: Answer) =>
  status < 300 ||
  (status >= 400 &&
    status < 500 &&
    (code.startsWith('PT') ? /^[a-z]+(_[a-z]+)*$/.test(hint) : saidByTheApi.test(code)));

/** Sends calls, as many at once as one caller has; gives those that were refused. */
async function inTurns<Asked>(asked: Asked[], isRefused: (one: Asked) => Promise<boolean>) {
  const refused: Asked[] = [];
  const queue = [...asked];
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
        if (await isRefused(one)) refused.push(one);
      }
    }),
  );
  return refused;
}

const functions = await listPublicFunctions();

test('there are functions to try', () => {
  expect(functions.length).toBeGreaterThan(90);
  expect(functions.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['redeem_reward', 'take_voucher', 'take_voucher_on_tablet']),
  );
});

describe.each(functions)('$name', ({ name, writes, arguments: wanted }) => {
  test('answers nonsense from anybody with a code, and a refusal changes nothing', async () => {
    const before = await everyTable();
    const unclear: string[] = [];
    const all = tokens.flatMap(([who, token]) =>
      calls(wanted, theirs).map((values) => ({ who, token, values })),
    );
    const sendAll = (asked: typeof all) =>
      inTurns(asked, async ({ who, token, values }) => {
        const answer = await send(name, values, token);
        if (!isClear(answer)) {
          const sent = JSON.stringify(values).slice(0, 200);
          unclear.push(`${who}: ${sent} → ${answer.status} ${answer.said}`);
        }
        return answer.status >= 300;
      });

    const refused = await sendAll(all);
    expect(unclear).toEqual([]);
    if (refused.length === all.length || !writes) {
      expect(await everyTable()).toEqual(before);
      return;
    }
    // Some of it meant something and was done. What was not changes nothing now either.
    const since = await everyTable();
    const again = await sendAll(refused);
    expect(unclear).toEqual([]);
    expect(again).toHaveLength(refused.length);
    expect(await everyTable()).toEqual(since);
  }, 120_000);
});
