import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { newKey, publicHalf } from '../../../src/features/surveys/token/key-ring.ts';
import { addResident, type SignedIn, signUp, visitor } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import { race, times } from '../../support/race.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';
import { issue, newOpenWave } from '../../support/surveys.ts';
import { newWave } from '../../support/things.ts';
import { addKey } from '../../support/tokens.ts';

const hash = () => randomBytes(32).toString('hex');
const issuedTo = async (waveId: string): Promise<number> => {
  const [row] = await sql`
    select count(*)::integer as count from survey_private.issuances where wave_id = ${waveId}`;
  return row?.count;
};

let resident: SignedIn;
beforeEach(async () => {
  resident = await signUp();
});

describe('a token for each resident and wave', () => {
  test('is issued once; the same again is fine, as after a lost answer', async () => {
    const [wave, blinded] = [await newOpenWave(), hash()];
    expect(await answer(issue(resident, wave.id, blinded))).toBe(wave.id);
    expect(await answer(issue(resident, wave.id, blinded))).toBe(wave.id);
    const refused = await refusal(issue(resident, wave.id));
    expect(refused).toMatchObject({ status: 409, code: 'token_issued', detail: {} });
    expect(await issuedTo(wave.id)).toBe(1);
  });

  test('of 64 asked for at once is one', async () => {
    const [caller, wave] = [await addResident(), await newOpenWave()];
    const { won, codes } = await race(
      times(64, () => ({
        caller,
        run: (tx) => tx`select public.issue_token(${wave.id}, ${hash()})`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ token_issued: 63 });
    expect(await issuedTo(wave.id)).toBe(1);
  });

  test('is one of each: in the next wave, and of the next resident', async () => {
    const [first, second, other] = [await newOpenWave(), await newOpenWave(), await signUp()];
    await answer(issue(resident, first.id));
    await answer(issue(resident, second.id));
    await answer(issue(other, first.id));
    expect([await issuedTo(first.id), await issuedTo(second.id)]).toEqual([2, 1]);
  });

  test('goes with the account', async () => {
    const [caller, wave] = [await addResident(), await newOpenWave()];
    await asActor(caller, (tx) => tx`select public.issue_token(${wave.id}, ${hash()})`, {
      keep: true,
    });
    await sql`delete from auth.users where id = ${caller.id}`;
    expect(await issuedTo(wave.id)).toBe(0);
  });

  test.each([
    ['that does not exist', () => Promise.resolve(randomUUID()), 404, 'wave_unknown'],
    ['that is none', () => Promise.resolve(null), 404, 'wave_unknown'],
    ['that has no key', () => newWave(), 404, 'wave_unknown'],
    [
      'by invitation',
      async () => (await newOpenWave({ series: 'sampled' })).id,
      403,
      'wave_by_invitation',
    ],
    [
      'that opens tomorrow',
      async () => (await newOpenWave({ opensIn: 1, closesIn: 2 })).id,
      409,
      'wave_closed',
    ],
    [
      'that closed yesterday',
      async () => (await newOpenWave({ opensIn: -3, closesIn: -1 })).id,
      409,
      'wave_closed',
    ],
  ])('is not issued for a wave %s', async (_, make, status, code) => {
    const wave = await make();
    expect(await refusal(issue(resident, wave))).toMatchObject({ status, code });
    if (wave) expect(await issuedTo(wave)).toBe(0);
  });

  test.each([
    ['nothing', null],
    ['an empty text', ''],
    ['a hash that is too short', 'ab'.repeat(31)],
    ['capital letters', 'AB'.repeat(32)],
    ['a megabyte', 'a'.repeat(1_000_000)],
  ])('is not issued for %s', async (_, blinded) => {
    const wave = await newOpenWave();
    const refused = await refusal(
      resident.api.rpc('issue_token', { p_wave_id: wave.id, p_blinded_sha256: blinded } as never),
    );
    expect(refused).toMatchObject({ status: 400, code: 'token_invalid' });
    expect(await issuedTo(wave.id)).toBe(0);
  });

  test('is not issued to somebody who is not signed in', async () => {
    const wave = await newOpenWave();
    const refused = await refusal(issue({ ...resident, api: visitor() }, wave.id));
    expect(refused).toMatchObject({ status: 401, sqlState: '42501' });
  });
});

describe('the keys', () => {
  const register = (keys: unknown) =>
    sql`select public.register_survey_keys(${keys as string[]}) as added`;

  test('are registered once, and named by their fingerprint', async () => {
    const { id, spki } = publicHalf(await newKey());
    const hex = spki.toString('hex');
    expect(await register([hex, hex])).toEqual([{ added: 1 }]);
    expect(await register([hex])).toEqual([{ added: 0 }]);
    expect(await register([])).toEqual([{ added: 0 }]);
    const [row] =
      await sql`select wave_id, modulus::text from survey_private.keys where id = ${id}`;
    expect(row).toEqual({ wave_id: null, modulus: BigInt(`0x${hex.slice(66, 578)}`).toString() });
  });

  test('of another kind are refused, and none of their company is kept', async () => {
    const good = publicHalf(await newKey());
    const hex = good.spki.toString('hex');
    for (const wrong of [
      '',
      null,
      hex.toUpperCase(),
      hex.slice(2),
      `${hex}00`,
      hex.replace(/0203010001$/, '0203000003'),
      `${hex.slice(0, 66)}0${hex.slice(67)}`,
    ]) {
      const refused = await refusalBy(register([hex, wrong]).execute());
      expect(refused).toMatchObject({ status: 400, code: 'survey_key_invalid' });
    }
    expect(await sql`select from survey_private.keys where id = ${good.id}`).toEqual([]);
  });

  test('are taken by one wave each, however many are announced at once', async () => {
    await Promise.all(times(16, () => addKey()));
    const waves = await Promise.all(times(16, () => newWave()));
    const { won, refused } = await race(
      waves.flatMap((wave) =>
        times(2, () => ({
          run: async (tx) => (await tx`select survey_private.take_key(${wave}) as id`)[0]?.id,
        })),
      ),
    );
    const [taken] = await sql`select count(*)::integer as count from survey_private.keys
      where wave_id = any (${waves})`;
    expect(refused).toEqual([]);
    expect(taken?.count).toBe(16);
    expect(new Set(won).size).toBe(16);
  });

  test('stay the wave’s, and when none is free the operator is told to make more', async () => {
    const { id: wave, keyId } = await newOpenWave();
    expect(await sql`select survey_private.take_key(${wave}) as id`).toEqual([{ id: keyId }]);
    const next = await newWave();
    await sql
      .begin(async (tx) => {
        await tx`delete from survey_private.keys where wave_id is null`;
        const refused = await refusalBy(
          tx.savepoint((sp) => sp`select survey_private.take_key(${next})`),
        );
        expect(refused).toMatchObject({ status: 409, code: 'survey_key_missing' });
        throw 'undone';
      })
      .catch((thrown) => {
        if (thrown !== 'undone') throw thrown;
      });
  });

  test('of the waves that are open today are known to everyone', async () => {
    const open = await newOpenWave({ opensIn: -1, closesIn: 1 });
    const early = await newOpenWave({ opensIn: 1, closesIn: 1 });
    const over = await newOpenWave({ opensIn: -2, closesIn: -1 });
    const { id: without } = { id: await newWave() };
    const listed = await answer(visitor().rpc('get_survey_keys'));
    const row = listed.find(({ wave_id }) => wave_id === open.id);
    expect(row).toMatchObject({
      key_id: open.keyId,
      spki: publicHalf(open.key).spki.toString('hex'),
    });
    const ids = listed.map(({ wave_id }) => wave_id);
    for (const id of [early.id, over.id, without]) expect(ids).not.toContain(id);
  });
});
