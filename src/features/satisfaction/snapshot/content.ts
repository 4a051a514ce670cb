// What is frozen and published of a wave. The database checks all of it but the weighted figures against its answers.
import type { Bilingual } from '../../../i18n/locale.ts';
import type { Answer, MarginRow, Part } from '../estimate/answers.ts';
import { estimate, type Figures } from '../estimate/estimate.ts';
import { defaultSettings, type Settings } from '../estimate/settings.ts';

const modes = ['web', 'phone', 'paper'] as const;
type Mode = (typeof modes)[number];

/** A margin with where it comes from. */
interface SourcedMargin extends MarginRow {
  source: string;
  /** YYYY-MM-DD. */
  as_of: string;
}

/** The wave a figure is of, and what it asked. */
interface Asked {
  wave: {
    id: string;
    series: 'sampled' | 'open';
    title: Bilingual;
    /** Who was asked; empty where nobody said. */
    population: Bilingual;
    /** YYYY-MM-DD, both days included. */
    opens_on: string;
    closes_on: string;
    is_demo: boolean;
    /** SHA-256 of the frozen version of the questionnaire. */
    questionnaire: string;
  };
  questions: Partial<Record<Part, Bilingual>>;
  /** Null where the bureau has none; then every sheet counts as one. */
  margins: SourcedMargin[] | null;
}

/** What `get_wave_answers` gives. */
export interface WaveFacts extends Asked {
  answers: (Answer & { mode: Mode })[];
}

/** The content of a snapshot. */
export interface SnapshotContent extends Asked {
  format: 1;
  code_version: string;
  /** Answer sheets by how they were given. */
  modes: Record<Mode, number>;
  figures: Figures;
}

/** The content of a snapshot from what a wave's figures are computed from. Throws EstimateError. */
export function contentOf(
  { wave, questions, margins, answers }: WaveFacts,
  codeVersion: string,
  settings: Settings = defaultSettings,
): SnapshotContent {
  const sheetsBy = (mode: Mode) =>
    answers.reduce((sum, one) => (one.mode === mode ? sum + (one.count ?? 1) : sum), 0);
  return {
    format: 1,
    code_version: codeVersion,
    wave,
    questions,
    margins,
    modes: { web: sheetsBy('web'), phone: sheetsBy('phone'), paper: sheetsBy('paper') },
    figures: estimate(answers, margins ?? undefined, settings),
  };
}

/** Whether two contents say the same, whatever the order of their keys and the version of the code. */
export function isSameContent(one: SnapshotContent, other: SnapshotContent): boolean {
  const inOrder = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inOrder);
    if (value === null || typeof value !== 'object') return value;
    return Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]);
  };
  const text = (content: SnapshotContent) =>
    JSON.stringify(inOrder({ ...content, code_version: '' }));
  return text(one) === text(other);
}
