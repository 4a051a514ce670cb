import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import projectsJson from '../../../src/content/plan/projects.json';
import { choicesIn, isFiltered, parseFilter } from '../../../src/features/plan/filter';
import { project } from '../../../src/features/plan/schema';

const choices = choicesIn(z.array(project).parse(projectsJson));
const parse = (query: string) => parseFilter(new URLSearchParams(query), choices);

describe('the choices of the form', () => {
  test('are all five types', () => {
    expect(choices.types).toHaveLength(5);
  });

  test('are only the towns and streets that a project names, in the order of lib/towns.ts', () => {
    expect(choices.towns).toEqual([
      'futian',
      'jiangdong',
      'beiyuan',
      'niansanli',
      'chengxi',
      'fotang',
      'suxi',
      'shangxi',
      'dachen',
      'yiting',
    ]);
  });

  test('are only the bodies that answer for a project, each once', () => {
    expect(choices.organisations).toHaveLength(30);
    expect(new Set(choices.organisations).size).toBe(30);
    expect(choices.organisations).not.toContain('statistics-bureau');
  });
});

describe('the filter in an address', () => {
  test('takes all three criteria', () => {
    expect(parse('type=culture&town=fotang&organisation=fotang')).toEqual({
      type: 'culture',
      town: 'fotang',
      organisation: 'fotang',
    });
  });

  test('is empty for “all”, which the form sends as empty values', () => {
    const filter = parse('type=&town=&organisation=');
    expect(isFiltered(filter)).toBe(false);
  });

  test.each([
    'type=nonsense',
    'town=hengdian',
    'town=chian', // a town of Yiwu, but no project names it
    'organisation=statistics-bureau', // supplies indicators, answers for no project
    'type=constructor&__proto__=x',
    "organisation=<script>'",
    'other=fotang',
  ])('leaves out what the form does not offer: %s', (query) => {
    expect(isFiltered(parse(query))).toBe(false);
  });

  test('keeps a known value beside an unknown one', () => {
    expect(parse('type=nonsense&town=fotang')).toEqual({ town: 'fotang' });
  });
});
