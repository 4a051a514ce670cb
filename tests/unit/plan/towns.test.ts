import { describe, expect, test } from 'vitest';
import { aboutTown, countRows } from '../../../src/features/plan/towns/about-town';
import { townCodes } from '../../../src/lib/towns';
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
