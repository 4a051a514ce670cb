// What analysts write of a questionnaire. The database checks it: see save_questionnaire.
import type { Tables } from '../../../../lib/database.types';
import type { Questionnaire, Section } from '../../questionnaire/schema';

/** A questionnaire as it stands in its form. */
export interface QuestionnaireContent {
  id: string;
  title_zh: string;
  title_en: string;
  is_template: boolean;
  sections: Section[];
}

/** A questionnaire nobody has written yet. */
export const newQuestionnaire = (): QuestionnaireContent => ({
  id: crypto.randomUUID(),
  title_zh: '',
  title_en: '',
  is_template: false,
  sections: [],
});

/** Another questionnaire that begins as this one is. */
export const copyOf = (content: QuestionnaireContent): QuestionnaireContent => ({
  ...content,
  id: crypto.randomUUID(),
  title_zh: `${content.title_zh}（副本）`,
  title_en: `${content.title_en} (copy)`,
  is_template: false,
});

/** A stored questionnaire as its form shows it. */
export const contentOf = (
  row: Pick<Tables<'questionnaires'>, 'id' | 'title_zh' | 'title_en' | 'is_template' | 'draft'>,
): QuestionnaireContent => ({
  id: row.id,
  title_zh: row.title_zh,
  title_en: row.title_en,
  is_template: row.is_template,
  sections: (row.draft as unknown as Questionnaire).sections,
});
