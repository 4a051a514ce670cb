import type { Answer, MarginRow } from '../../../src/features/satisfaction/estimate/answers';
import {
  contentOf,
  type SnapshotContent,
  type WaveFacts,
} from '../../../src/features/satisfaction/snapshot/content';

/** The facts of a sampled wave with these answers, all given on paper. */
const factsOf = (answers: readonly Answer[], margins: readonly MarginRow[] | null): WaveFacts => ({
  wave: {
    id: '00000000-0000-4000-8000-000000000001',
    series: 'sampled',
    title: { zh: '测试', en: 'Test' },
    population: { zh: '', en: '' },
    opens_on: '2026-01-01',
    closes_on: '2026-01-31',
    is_demo: false,
    questionnaire: 'f'.repeat(64),
  },
  questions: { satisfaction: { zh: '您满意吗？', en: "Are you satisfied? It's short." } },
  margins: margins?.map((row) => ({ ...row, source: 'Test', as_of: '2025-12-31' })) ?? null,
  answers: answers.map((answer) => ({ ...answer, mode: 'paper' })),
});

export const snapshotOf = (
  answers: readonly Answer[],
  margins: readonly MarginRow[] | null,
): SnapshotContent => contentOf(factsOf(answers, margins), 'test');
