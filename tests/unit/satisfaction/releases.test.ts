import { describe, expect, test } from 'vitest';
import { type Release, standing } from '../../../src/features/satisfaction/api';
import { marginLines } from '../../../src/features/satisfaction/bureau/margin-lines';
import { sheets } from './sample';
import { snapshotOf } from './snapshot';

const content = snapshotOf([sheets(40, 'satisfied', [null, null, null])], null);
const release = (
  id: string,
  wave: Partial<typeof content.wave> = {},
  replacedBy: string | null = null,
): Release => ({
  id,
  replaces: null,
  replacedBy,
  content: { ...content, wave: { ...content.wave, ...wave } },
  text: '',
  sha256: '',
  frozenAt: '',
  releasedAt: '',
});
const idsOf = (releases: Release[]) => releases.map(({ id }) => id);

describe('the releases that stand', () => {
  test('are those of one series that nothing has corrected, in the order they came', () => {
    const all = [
      release('open', { series: 'open' }),
      release('correction'),
      release('corrected', {}, 'correction'),
      release('last year'),
    ];
    expect(idsOf(standing(all, 'sampled'))).toEqual(['correction', 'last year']);
    expect(idsOf(standing(all, 'open'))).toEqual(['open']);
  });

  test('are those of the demonstration only where there are no others', () => {
    const demo = release('demo', { is_demo: true });
    expect(idsOf(standing([demo], 'sampled'))).toEqual(['demo']);
    expect(idsOf(standing([demo, release('real')], 'sampled'))).toEqual(['real']);
    const openReal = release('open', { series: 'open' });
    expect(idsOf(standing([demo, openReal], 'sampled'))).toEqual(['demo']);
  });
});

test('lines of margins are read with or without heads, and what is no number goes along as none', () => {
  const text =
    'variable,level,population\r\n\r\ntown, fotang ,120500\nage，18-29，310000\nsex,female,many\nx';
  expect(marginLines(text)).toEqual([
    { variable: 'town', level: 'fotang', population: 120_500 },
    { variable: 'age', level: '18-29', population: 310_000 },
    { variable: 'sex', level: 'female', population: null },
    { variable: 'x', level: '', population: null },
  ]);
});
