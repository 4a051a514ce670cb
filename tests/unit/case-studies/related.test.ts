import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import projects from '../../../src/content/plan/projects.json';
import { actionNames } from '../../../src/features/case-studies/related';
import { timeline } from '../../../src/features/case-studies/timeline';
import { towns } from '../../../src/lib/towns';
import { cases } from './cases';

const root = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const plan = read('tests/fixtures/plan.txt').replace(/\s/g, '');

/** Code, Chinese name and English name of each action on the price list. */
const listed = new Map(
  [
    ...read('supabase/seed/reference.sql').matchAll(
      /^ {2}\('([a-z-]+)', \d+, '([^']+)', '([^']+)',$/gm,
    ),
  ].map(([, code, zh, en]) => [code, { zh, en }]),
);

test('green actions are called as the price list calls them', () => {
  expect(listed.size).toBeGreaterThan(10);
  for (const [code, names] of Object.entries(actionNames)) expect(listed.get(code)).toEqual(names);
});

test('no name is kept of an action no case leads to', () => {
  const used = cases.flatMap(({ facts }) => facts.related.actions.map(({ code }) => code));
  expect(Object.keys(actionNames).sort()).toEqual([...new Set(used)].sort());
});

test('a timeline runs forward and has more than one date', () => {
  const at = (date: string) => ({
    date,
    when: { zh: date, en: date },
    what: { zh: '事', en: 'it' },
  });
  expect(timeline.safeParse([at('2016'), at('2019-04')]).success).toBe(true);
  expect(timeline.safeParse([at('2019-04'), at('2016')]).success).toBe(false);
  expect(timeline.safeParse([at('2016')]).success).toBe(false);
});

describe.each(cases)('$slug', ({ facts, zh }) => {
  test('leads to projects the plan has', () => {
    const numbers = projects.map(({ number }) => number);
    for (const number of facts.related.projects) expect(numbers).toContain(number);
  });

  test('leads to no action or project twice', () => {
    const { actions, projects: leads } = facts.related;
    expect(new Set(actions.map(({ code }) => code)).size).toBe(actions.length);
    expect(new Set(leads).size).toBe(leads.length);
  });

  test('names on its map only towns that its own words name too', () => {
    for (const town of facts.towns) {
      const name = towns[town].zh.replace(/(街道|镇)$/, '');
      expect(`${facts.place.zh}${zh.body}`).toContain(name);
    }
  });

  test('dates nothing the plan does not date', () => {
    for (const { date, when } of facts.timeline ?? []) {
      const [year = '', month] = date.split('-');
      expect(when.zh).toContain(year);
      expect(when.en).toContain(year);
      expect(plan).toContain(month ? `${year}年${Number(month)}月` : year);
    }
  });
});
