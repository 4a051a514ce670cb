import type { Enums, Tables } from '../../../lib/database.types';
import { checkText, collectProblems, type FieldProblems } from './field-problems';

/** The texts of a base that exist in both languages, and the longest each may be in Chinese; in English twice that. */
const limits = {
  name: 60,
  summary: 600,
  courses: 600,
  opening: 200,
  directions: 400,
  accessibility: 400,
  host: 60,
};
type BaseText = keyof typeof limits;
const texts = Object.keys(limits) as BaseText[];

/** A base as it is typed. */
export interface BaseDraft extends Record<`${BaseText}_${'zh' | 'en'}`, string> {
  slug: string;
  kind: Enums<'base_kind'>;
  town_code: string;
  source_section: string;
  is_provincial: boolean;
  is_public: boolean;
}

type StoredBase = Pick<Tables<'bases'>, Exclude<keyof BaseDraft, 'source_section'>> & {
  source_section: string | null;
};

export const emptyBase = (townCode: string): BaseDraft => ({
  slug: '',
  kind: 'village',
  town_code: townCode,
  name_zh: '',
  name_en: '',
  summary_zh: '',
  summary_en: '',
  courses_zh: '',
  courses_en: '',
  opening_zh: '',
  opening_en: '',
  directions_zh: '',
  directions_en: '',
  accessibility_zh: '',
  accessibility_en: '',
  host_zh: '',
  host_en: '',
  source_section: '',
  is_provincial: false,
  is_public: false,
});

/** A stored base as the form shows it. */
export function baseDraftOf(base: StoredBase): BaseDraft {
  const draft = emptyBase(base.town_code);
  for (const field of Object.keys(draft) as (keyof BaseDraft)[]) {
    Object.assign(draft, { [field]: base[field] ?? '' });
  }
  return draft;
}

/** What save_base takes. */
export const baseContentOf = (draft: BaseDraft): BaseDraft => ({
  ...draft,
  source_section: draft.source_section.trim(),
});

/** What has to change before a base can be saved. The database refuses the same. */
export const baseProblemsOf = (draft: BaseDraft): FieldProblems =>
  collectProblems((note) => {
    if (!/^[a-z0-9-]{3,60}$/.test(draft.slug)) note('slug', { code: 'slug' });
    for (const text of texts) {
      for (const [language, times] of [
        ['zh', 1],
        ['en', 2],
      ] as const) {
        const field = `${text}_${language}` as const;
        checkText(note, field, draft[field], limits[text] * times, text === 'name');
      }
    }
    checkText(note, 'source_section', draft.source_section, 60, false);
  });
