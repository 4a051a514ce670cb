import { describe, expect, test } from 'vitest';
import {
  codeIn,
  displayRegistrationCode,
  search,
  verdictOn,
  verdictOnText,
} from '../../../src/features/education/check-in/matching';
import { arrival } from '../../../src/features/education/check-in/scans';
import { tallyOf } from '../../../src/features/education/check-in/tally';
import { countingStamp, entry } from './check-in.things';

const code = 'ABCDE23456';

describe('the registration code in a text', () => {
  test.each([
    ['as it is stored', code],
    ['as it is shown', displayRegistrationCode(code)],
    ['in lower case with spaces', ' abcde 23456 '],
    ['in an address as a parameter', `https://example.com/my-events/?code=${code}`],
    ['in an address as its last part', `https://example.com/my-events/${code.toLowerCase()}/`],
  ])('is found %s', (_, text) => {
    expect(codeIn(text)).toBe(code);
  });

  test.each([
    ['nothing', ''],
    ['a name', '王小明'],
    ['a voucher, which is longer', 'ABCDEFGHJKLM'],
    ['letters outside the alphabet', 'ABCDE2345O'],
    ['an address of somewhere else', 'https://example.com/'],
    ['an address that is none', 'https://'],
  ])('is not found in %s', (_, text) => {
    expect(codeIn(text)).toBeUndefined();
  });
});

describe('what the gate says', () => {
  const wang = entry({ id: 'wang', name: '王阿姨', code, people: 3 });
  const nobody = tallyOf([wang], []);

  test('welcomes a confirmed party', () => {
    expect(verdictOnText('abcde-23456', [wang], nobody)).toEqual({ kind: 'welcome', entry: wang });
  });

  test('says since when somebody is here already', () => {
    const scan = arrival(countingStamp(), wang, 'scan');
    const tally = tallyOf([wang], [scan]);
    expect(verdictOnText(code, [wang], tally)).toEqual({
      kind: 'already',
      entry: wang,
      since: scan.scanned_at,
    });
  });

  test.each([
    ['waiting', 'waiting'],
    ['offered', 'waiting'],
    ['cancelled', 'cancelled'],
    ['lapsed', 'cancelled'],
  ] as const)('does not let in a party that is %s', (status, kind) => {
    expect(verdictOn({ ...wang, status }, nobody).kind).toBe(kind);
  });

  test('knows a code that is not on the list from a text that is none', () => {
    expect(verdictOnText('ZZZZZ-22222', [wang], nobody)).toEqual({
      kind: 'unlisted',
      code: 'ZZZZZ22222',
    });
    expect(verdictOnText('https://example.com/', [wang], nobody).kind).toBe('unreadable');
  });
});

describe('looking for a party', () => {
  const parties = [
    entry({ id: 'a', name: '小王', code: 'AAAAA22222' }),
    entry({ id: 'b', name: '王 小明', code: 'BBBBB22222' }),
    entry({ id: 'c', name: 'Maria da Silva', code: 'WANGA22222' }),
    entry({ id: 'd', name: '王', code: 'CCCCC22222' }),
  ];
  const found = (typed: string) => search(typed, parties).map(({ id }) => id);

  test('puts the whole name first, then how it begins, then what it holds', () => {
    expect(found('王')).toEqual(['d', 'b', 'a']);
  });

  test('takes the beginning of a code, and letters in any case, without minding spaces', () => {
    expect(found('bbbbb-2')).toEqual(['b']);
    expect(found('dasilva')).toEqual(['c']);
    expect(found('王小明')).toEqual(['b']);
  });

  test('puts whoever has cancelled last, so that who registered again is found first', () => {
    const again = entry({ id: 'again', name: '赵阿姨', code: 'EEEEE22222' });
    const gone = { ...again, id: 'gone', code: 'DDDDD22222', status: 'cancelled' as const };
    expect(search('赵', [gone, again]).map(({ id }) => id)).toEqual(['again', 'gone']);
  });

  test('finds nobody for nothing, and shows no more than eight', () => {
    expect(found('  ')).toEqual([]);
    const many = Array.from({ length: 30 }, (_, turn) =>
      entry({ id: `${turn}`, name: `李${turn}` }),
    );
    expect(search('李', many)).toHaveLength(8);
  });
});
