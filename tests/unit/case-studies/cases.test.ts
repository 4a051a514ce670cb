import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from './cases';

const plan = readFileSync(join(import.meta.dirname, '../../fixtures/plan.txt'), 'utf8');

/** Han characters only, so that commas and stray line breaks hide nothing; `、` parts a list of names. */
const han = (text: string, mark: string) =>
  text.replace(/、/g, mark).replace(new RegExp(`[^\\p{Script=Han}${mark}]`, 'gu'), '');

/** The longest run of Han characters two texts share. Names in a list are no run. */
function longestShared(written: string, copied: string): string {
  const [text, source] = [han(written, '/'), han(copied, '|')];
  let longest = '';
  for (let start = 0; start < text.length; start += 1) {
    while (
      start + longest.length < text.length &&
      source.includes(text.slice(start, start + longest.length + 1))
    ) {
      longest = text.slice(start, start + longest.length + 1);
    }
  }
  return longest;
}

describe('the eight cases', () => {
  test('are eight, numbered 1 to 8 without a gap', () => {
    expect(cases.map(({ facts }) => facts.order).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('come from the section of the plan that has their number', () => {
    for (const { facts } of cases) expect(facts.planSection).toBe(`三（三）${facts.order}`);
  });

  test('call that section by its heading in the plan', () => {
    for (const { facts } of cases) {
      expect(plan).toContain(`${facts.order}. ${facts.planHeading.zh}`);
    }
  });
});

describe.each(cases)('$slug', ({ facts, zh, en }) => {
  test('has three to six key figures', () => {
    expect(facts.figures.length).toBeGreaterThanOrEqual(3);
    expect(facts.figures.length).toBeLessThanOrEqual(6);
  });

  test('takes 500 to 900 characters and digits to tell in Chinese', () => {
    const { length } = zh.body.match(/[\p{Script=Han}\d]/gu) ?? [];
    expect(length).toBeGreaterThanOrEqual(500);
    expect(length).toBeLessThanOrEqual(900);
  });

  test('has two sections in each language: what was done, what came of it', () => {
    const sections = (body: string) => body.match(/^## .+$/gm);
    expect(sections(zh.body)).toEqual(['## 做了什么', '## 带来什么']);
    expect(sections(en.body)).toEqual(['## What was done', '## What came of it']);
  });

  test('has headings of the second level only, as the page gives the first', () => {
    for (const { body } of [zh, en]) expect(body).not.toMatch(/^#(?!# )/m);
  });

  test('is written anew: it shares no run of 20 characters with the plan', () => {
    const shared = longestShared(zh.title + zh.summary + zh.body, plan);
    expect(shared.length, shared).toBeLessThan(20);
  });
});
