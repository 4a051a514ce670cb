import { describe, expect, test } from 'vitest';
import { checkCharacter, isWellFormed } from '../../../src/features/rewards/voucher-code.ts';
import { sql } from '../../support/database.ts';

const alphabet = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';

async function newCodes(count: number): Promise<string[]> {
  const rows = await sql`
    select private.new_code(12) as code from generate_series(1, ${count}::integer)`;
  return rows.map((row) => row.code);
}

const replaceAt = (text: string, place: number, character: string) =>
  text.slice(0, place) + character + text.slice(place + 1);

describe('a voucher code', () => {
  test('is twelve characters that do not read alike', async () => {
    for (const code of await newCodes(500)) {
      expect(code).toMatch(new RegExp(`^[${alphabet}]{12}$`));
    }
  });

  test('does not come twice', async () => {
    expect(new Set(await newCodes(5_000)).size).toBe(5_000);
  });

  test('uses the whole alphabet at every place', async () => {
    const codes = await newCodes(2_000);
    for (let place = 0; place < 12; place += 1) {
      const seen = new Set(codes.map((code) => code[place]));
      expect([...seen].sort().join('')).toBe(alphabet);
    }
  });

  test('ends in a check character that the site computes alike', async () => {
    for (const code of await newCodes(500)) {
      expect(code[11]).toBe(checkCharacter(code.slice(0, 11)));
    }
  });

  test('with any one character wrong is noticed by the database and by the site', async () => {
    const [code = ''] = await newCodes(1);
    const wrong = Array.from({ length: 12 }, (_, place) =>
      [...alphabet].filter((one) => one !== code[place]).map((one) => replaceAt(code, place, one)),
    ).flat();
    expect(wrong).toHaveLength(12 * 30);
    const passed = await sql`
      select code from unnest(${wrong}::text[]) as code
      where private.code_check_character(left(code, 11)) = right(code, 1)`;
    expect(passed).toEqual([]);
    expect(wrong.filter(isWellFormed)).toEqual([]);
    expect(isWellFormed(code)).toBe(true);
  });

  test('with any two characters swapped is noticed by the database and by the site', async () => {
    const swapped = (await newCodes(20)).flatMap((code) =>
      Array.from({ length: 12 }, (_, left) =>
        Array.from({ length: 11 - left }, (_, offset) => {
          const right = left + offset + 1;
          const once = replaceAt(code, left, code[right] ?? '');
          return replaceAt(once, right, code[left] ?? '');
        }).filter((other) => other !== code),
      ).flat(),
    );
    expect(swapped.length).toBeGreaterThan(1_000);
    const passed = await sql`
      select code from unnest(${swapped}::text[]) as code
      where private.code_check_character(left(code, 11)) = right(code, 1)`;
    expect(passed).toEqual([]);
    expect(swapped.filter(isWellFormed)).toEqual([]);
  });
});
