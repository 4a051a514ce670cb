import type { Dictionary } from '../../../i18n/zh-CN';
import type { BaseDraft } from './base-draft';
import { type EventDraft, eventTexts } from './event-draft';

type Words = Dictionary['eventDesk'];

/** A text with its language: 标题 · 英文. */
const inLanguage = (field: string, name: string, t: Words) =>
  `${name} · ${field.endsWith('_zh') ? t.fields.chinese : t.fields.english}`;

/** What a field of the event form is called. */
export function eventFieldName(field: keyof EventDraft, t: Words): string {
  const text = eventTexts.find((each) => field.startsWith(`${each}_`));
  if (text) return inLanguage(field, t.fields[text], t);
  const names: Partial<Record<keyof EventDraft, string>> = {
    slug: t.fields.slug,
    base_id: t.fields.base,
    kind: t.fields.kind,
    theme: t.fields.theme,
    languages: t.fields.languages,
    minimum_age: t.fields.minimumAge,
    maximum_age: t.fields.maximumAge,
    guardian_below: t.fields.guardianBelow,
    cover: t.fields.cover,
    coins: t.fields.coins,
    questions: t.sections.groupQuestions,
    recurrence: t.sessions.byRule,
    except_on: t.sessions.byRule,
    sessions: t.sections.groupSessions,
  };
  return names[field] ?? field;
}

/** What a field of the base form is called. */
export function baseFieldName(field: keyof BaseDraft, t: Words): string {
  const names: Partial<Record<keyof BaseDraft, string>> = {
    slug: t.fields.slug,
    kind: t.fields.baseKind,
    town_code: t.fields.town,
    source_section: t.fields.source,
    is_provincial: t.fields.provincial,
    is_public: t.fields.isPublic,
  };
  const text = field.replace(/_(zh|en)$/, '') as keyof Words['fields'];
  return names[field] ?? inLanguage(field, t.fields[text], t);
}
