import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import projectsJson from '../../../src/content/plan/projects.json';
import { formatInvestment, summaryOf } from '../../../src/features/plan/money';
import { project } from '../../../src/features/plan/schema';
import { filterProjects } from '../../../src/features/plan/totals';
import { dictionaryOf } from '../../../src/i18n/dictionary';
import type { Locale } from '../../../src/i18n/locale';

const projects = z.array(project).parse(projectsJson);
const summary = (rows: typeof projects, locale: Locale) =>
  summaryOf(rows, dictionaryOf(locale).projects, locale);

describe('an investment', () => {
  test('is written in 万元 for Chinese readers and in millions for English ones, exactly', () => {
    expect(formatInvestment(359_209, 'zh-CN')).toBe('359,209');
    expect(formatInvestment(359_209, 'en')).toBe('3,592.09');
    expect(formatInvestment(2500, 'en')).toBe('25.00');
  });
});

describe('the sentence above the projects', () => {
  test('names the sum, the larger unit, and what is not counted', () => {
    expect(summary(projects, 'zh-CN')).toBe(
      '37 个项目，合计 1,616,886 万元，约 161.69 亿元。其中 7 个未列投资，不计在内。',
    );
    expect(summary(projects, 'en')).toBe(
      'Projects: 37. Total: 16,168.86 million yuan, about 16.17 billion. Without a stated investment, and so not counted: 7.',
    );
  });

  test('leaves out the larger unit where it would round most of the sum away', () => {
    const inDachen = projects.filter(({ number }) => number === 19);
    expect(summary(inDachen, 'zh-CN')).toBe('1 个项目，合计 193 万元。');
    const recovery = projects.filter(({ number }) => number === 9);
    expect(summary(recovery, 'zh-CN')).toBe('1 个项目，合计 13,000 万元，约 1.30 亿元。');
    expect(summary(recovery, 'en')).toBe('Projects: 1. Total: 130.00 million yuan.');
  });

  test('does not call an unstated investment zero', () => {
    const open = filterProjects(projects, { type: 'lasting-mechanism' });
    expect(summary(open, 'zh-CN')).toBe('7 个项目，方案没有列出投资。');
    expect(summary(open, 'en')).not.toMatch(/\b0\b/);
  });
});
