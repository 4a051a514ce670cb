import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import organisationsJson from '../../../src/content/plan/organisations.json';
import projectsJson from '../../../src/content/plan/projects.json';
import { project } from '../../../src/features/plan/schema';
import { towns } from '../../../src/lib/towns';

const projects = z.array(project).parse(projectsJson);
const numbersWhere = (test: (row: (typeof projects)[number]) => boolean) =>
  projects.filter(test).map((row) => row.number);
const fromTo = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('the projects of the annex', () => {
  test('are numbered 1 to 37 without a gap, in order', () => {
    expect(projects.map((row) => row.number)).toEqual(fromTo(1, 37));
  });

  test.each([
    ['ecological-restoration', 1, 3],
    ['environmental-quality', 4, 19],
    ['ecological-economy', 20, 26],
    ['culture', 27, 30],
    ['lasting-mechanism', 31, 37],
  ] as const)('of the type %s are numbers %i to %i', (type, from, to) => {
    expect(numbersWhere((row) => row.type === type)).toEqual(fromTo(from, to));
  });

  test('name only bodies that organisations.json knows', () => {
    const unknown = projects
      .flatMap((row) => row.responsible)
      .filter((code) => !Object.hasOwn(organisationsJson, code));
    expect(unknown).toEqual([]);
  });

  test('list no town or body twice', () => {
    for (const { responsible, towns } of projects) {
      expect(new Set(responsible).size).toBe(responsible.length);
      expect(new Set(towns).size).toBe(towns.length);
    }
  });

  test('stand in every town that answers for them', () => {
    for (const row of projects) {
      const answering = row.responsible.filter((code) => Object.hasOwn(towns, code));
      expect(row.towns).toEqual(expect.arrayContaining(answering));
    }
  });

  test('leave the investment open in exactly the seven lasting mechanisms', () => {
    expect(numbersWhere((row) => row.investment === null)).toEqual(fromTo(31, 37));
  });

  test('begin and end in the years of the plan, one of them as late as 2026', () => {
    expect(numbersWhere((row) => row.years.to > 2025)).toEqual([20]);
    expect(numbersWhere((row) => row.years.from > 2022)).toEqual([13]);
  });

  test('are written in full-width punctuation and end as sentences', () => {
    for (const { name, content } of projects) {
      expect(name.zh + content.zh).not.toMatch(/[,;:()“”"!]/);
      expect(content.zh).toMatch(/。$/);
      expect(content.en).toMatch(/^[A-Z0-9].*\.$/);
    }
  });
});

describe('the project schema', () => {
  test('refuses zero where the plan states no investment', () => {
    expect(project.safeParse({ ...projects[30], investment: 0 }).success).toBe(false);
  });

  test('refuses a project that ends before it begins', () => {
    const years = { from: 2024, to: 2023 };
    expect(project.safeParse({ ...projects[0], years }).success).toBe(false);
  });

  test('refuses a town that Yiwu does not have', () => {
    expect(project.safeParse({ ...projects[0], towns: ['hengdian'] }).success).toBe(false);
  });
});
