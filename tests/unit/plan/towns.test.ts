import { describe, expect, test } from 'vitest';
import { aboutTown, countRows, isCaseOf } from '../../../src/features/plan/towns/about-town';
import { townCodes, towns } from '../../../src/lib/towns';
import { cases } from '../case-studies/cases';
import { townTables } from './resources';

const about = (town: (typeof townCodes)[number]) => aboutTown(town, townTables);
const names = (rows: { name: { zh: string } }[]) => rows.map(({ name }) => name.zh);

describe('the page of a town', () => {
  test.each(townCodes)('has something to say of %s', (town) => {
    expect(countRows(about(town)) + about(town).notes.length).toBeGreaterThan(0);
  });

  test('gathers what every table says of Chi’an', () => {
    const chian = about('chian');
    expect(names(chian.sights)).toEqual(['绿色动力小镇', '冯雪峰故居']);
    expect(names(chian.sites)).toEqual(['古月桥', '雅端村古建筑群', '赤岸朱宅建筑群']);
    expect(names(chian.clusters)).toEqual(['佛赤产业园、义乌绿色动力小镇']);
    expect(chian.projects).toEqual([]);
  });

  test('does not give a town what belongs to the whole city', () => {
    expect(names(about('choucheng').intangible)).toEqual(['义乌枣加工技艺']);
  });

  test('counts rows of tables and leaves sentences out', () => {
    expect(countRows(about('choujiang'))).toBe(1);
    expect(about('choujiang').notes.length).toBeGreaterThan(0);
  });
});

describe('a case study', () => {
  const casesOf = (town: (typeof townCodes)[number]) =>
    cases
      .filter(({ facts }) => isCaseOf(facts, town, towns[town].zh))
      .map(({ slug }) => slug)
      .sort();

  test('belongs to the town it stands in, and to those its place names', () => {
    expect(casesOf('chengxi')).toEqual(['fenshuitang']);
    for (const town of ['yiting', 'fotang', 'shangxi'] as const) {
      expect(casesOf(town)).toEqual(['brown-sugar']);
    }
    expect(casesOf('futian')).toEqual([]);
  });
});
