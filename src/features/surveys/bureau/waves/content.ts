// What analysts write of a wave. The database checks it: see save_wave.
import type { Enums, Tables } from '../../../../lib/database.types';
import type { Target } from './strata';

/** A wave as it stands in its form; the id is made when the form of a new one opens. */
export interface WaveContent {
  id: string;
  /** A published version, as id/version. */
  questionnaire: string;
  title_zh: string;
  title_en: string;
  series: Enums<'survey_series'>;
  /** Days in Asia/Shanghai, YYYY-MM-DD. */
  opens_on: string;
  closes_on: string;
  population_zh: string;
  population_en: string;
  form_number: string;
  form_maker: string;
  approval_number: string;
  /** Empty where it does not expire, or nobody filled it in. */
  form_expires_on: string;
  targets: Target[];
}

/** What is read of a wave, its targets apart. */
export type WaveRow = Pick<
  Tables<'survey_waves'>,
  | Exclude<keyof WaveContent, 'questionnaire' | 'targets'>
  | 'questionnaire_id'
  | 'questionnaire_version'
>;

/** A wave nobody has written yet. */
export const newWave = (questionnaire: string, today: string): WaveContent => ({
  id: crypto.randomUUID(),
  questionnaire,
  title_zh: '',
  title_en: '',
  series: 'sampled',
  opens_on: today,
  closes_on: today,
  population_zh: '',
  population_en: '',
  form_number: '',
  form_maker: '',
  approval_number: '',
  form_expires_on: '',
  targets: [],
});

/** A stored wave as its form shows it. */
export const contentOfWave = (row: WaveRow, targets: Target[]): WaveContent => ({
  id: row.id,
  questionnaire: `${row.questionnaire_id}/${row.questionnaire_version}`,
  title_zh: row.title_zh,
  title_en: row.title_en,
  series: row.series,
  opens_on: row.opens_on,
  closes_on: row.closes_on,
  population_zh: row.population_zh,
  population_en: row.population_en,
  form_number: row.form_number,
  form_maker: row.form_maker,
  approval_number: row.approval_number,
  form_expires_on: row.form_expires_on ?? '',
  targets,
});

/** What save_wave takes. */
export function wishOf({ id: _, questionnaire, ...fields }: WaveContent) {
  const [questionnaire_id = '', version] = questionnaire.split('/');
  return { ...fields, questionnaire_id, questionnaire_version: Number(version) || null };
}
