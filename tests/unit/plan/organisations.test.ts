import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import indicatorsJson from '../../../src/content/plan/indicators.json';
import organisationsJson from '../../../src/content/plan/organisations.json';
import projectsJson from '../../../src/content/plan/projects.json';
import { organisation, organisationCode } from '../../../src/features/plan/schema';
import { inLocale } from '../../../src/i18n/locale';
import { townCode } from '../../../src/lib/town-code';
import { towns } from '../../../src/lib/towns';

const organisations = z.record(organisationCode, organisation).parse(organisationsJson);

/** Every English and every Chinese text of the plan's data, however deep it lies. */
const textsOf = (data: unknown, language: 'zh' | 'en'): string[] => {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    key === language && typeof value === 'string' ? [value] : textsOf(value, language),
  );
};

describe('the three tables', () => {
  const tables = [indicatorsJson, projectsJson, organisationsJson];

  test('say everything in both languages', () => {
    expect(textsOf(tables, 'zh')).toHaveLength(textsOf(tables, 'en').length);
  });

  test('hold no Chinese characters in English texts', () => {
    expect(textsOf(tables, 'en').filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

describe('the organisations', () => {
  test('each supply an indicator or answer for a project', () => {
    const used = new Set([
      ...indicatorsJson.flatMap((row) => row.departments),
      ...projectsJson.flatMap((row) => row.responsible),
    ]);
    expect(Object.keys(organisations).sort()).toEqual([...used].sort());
  });

  test.each(['zh-CN', 'en'] as const)('have names of their own in %s', (locale) => {
    const names = Object.values(organisations).map((body) => inLocale(body, locale));
    expect(new Set(names).size).toBe(names.length);
  });

  test('that are towns have the codes and names of lib/towns.ts', () => {
    const asTowns = Object.entries(organisations).filter(([, body]) => body.kind === 'town');
    expect(asTowns).toHaveLength(9);
    for (const [code, { zh, en }] of asTowns) {
      expect(towns[townCode.parse(code)]).toMatchObject({ zh, en });
    }
  });
});
