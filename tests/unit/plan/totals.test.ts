import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import indicatorsJson from '../../../src/content/plan/indicators.json';
import projectsJson from '../../../src/content/plan/projects.json';
import { indicator, project } from '../../../src/features/plan/schema';
import {
  filterProjects,
  groupIndicators,
  inYi,
  totalInvestment,
  totalsByType,
} from '../../../src/features/plan/totals';

const indicators = z.array(indicator).parse(indicatorsJson);
const projects = z.array(project).parse(projectsJson);
const numbers = (rows: { number: number }[]) => rows.map((row) => row.number);

describe('the investments', () => {
  test('add up to 1,616,886 万元', () => {
    expect(totalInvestment(projects)).toBe(1_616_886);
  });

  test('are the 161.69 亿元 that the plan names', () => {
    expect(inYi(totalInvestment(projects))).toBe(161.69);
  });

  test('add up to nothing when there are no projects', () => {
    expect(totalInvestment([])).toBe(0);
  });

  test('by type come to the sums of the annex, with all seven open ones in one type', () => {
    expect(totalsByType(projects)).toEqual([
      { type: 'ecological-restoration', projects: 3, investment: 3_151, withoutInvestment: 0 },
      { type: 'environmental-quality', projects: 16, investment: 642_071, withoutInvestment: 0 },
      { type: 'ecological-economy', projects: 7, investment: 629_543, withoutInvestment: 0 },
      { type: 'culture', projects: 4, investment: 342_121, withoutInvestment: 0 },
      { type: 'lasting-mechanism', projects: 7, investment: 0, withoutInvestment: 7 },
    ]);
  });
});

describe('filtering the projects', () => {
  test('keeps all of them when nothing is asked', () => {
    expect(filterProjects(projects, {})).toEqual(projects);
  });

  test('finds those in a town', () => {
    expect(numbers(filterProjects(projects, { town: 'fotang' }))).toEqual([13, 14, 22, 23, 29]);
  });

  test('finds a plant by the street in its name', () => {
    expect(numbers(filterProjects(projects, { town: 'jiangdong' }))).toEqual([5]);
  });

  test('finds those a department answers for, alone or with others', () => {
    const organisation = 'ecology-environment-bureau';
    expect(numbers(filterProjects(projects, { organisation }))).toEqual([10, 16, 31, 33]);
  });

  test('joins criteria with “and”', () => {
    const inFotang = filterProjects(projects, { town: 'fotang', type: 'ecological-economy' });
    expect(numbers(inFotang)).toEqual([22, 23]);
    expect(filterProjects(projects, { town: 'fotang', type: 'lasting-mechanism' })).toEqual([]);
  });
});

describe('grouping the indicators', () => {
  const outline = (rows: typeof indicators) =>
    groupIndicators(rows).map(({ goal, tasks }) => [
      goal,
      tasks.map(({ task, indicators }) => [task.zh, numbers(indicators)]),
    ]);

  const planOrder = [
    [
      'build-waters-and-mountains',
      [
        ['环境质量', [1, 2, 3, 4, 5, 6]],
        ['生态状况', [7, 8, 9, 10]],
      ],
    ],
    [
      'convert-waters-and-mountains',
      [
        ['民生福祉', [11]],
        ['生态经济', [12, 13, 14]],
        ['生态补偿', [15]],
        ['社会效益', [16, 17]],
      ],
    ],
    [
      'lasting-mechanism',
      [
        ['制度创新', [18, 19]],
        ['资金保障', [20]],
      ],
    ],
  ];

  test('follows the goals and tasks of the plan', () => {
    expect(outline(indicators)).toEqual(planOrder);
  });

  test('does not depend on the order the rows arrive in', () => {
    expect(outline([...indicators].reverse())).toEqual(planOrder);
  });

  test('leaves out goals and tasks that have no indicator', () => {
    const last = indicators.filter((row) => row.number === 20);
    expect(outline(last)).toEqual([['lasting-mechanism', [['资金保障', [20]]]]]);
  });
});
