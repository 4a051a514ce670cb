import { fill } from '../../../../i18n/fill';
import type { Locale } from '../../../../i18n/locale';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { Enums } from '../../../../lib/database.types';
import { townName } from '../../../../lib/town-name';

export type Reason = Enums<'rejection_reason'>;

/** Another log whose photo is the same, or nearly. */
export interface SimilarLog {
  id: string;
  action_code: string;
  status: Enums<'log_status'>;
  logged_at: string;
  by_same_resident: boolean;
  /** Whether it is of the moderator's towns, so that its photo can be opened. */
  is_open_to_caller: boolean;
}

/** A reason to look closer, as the database gives it; none of them decides anything. */
export type CloserLook =
  | { kind: 'same_photo' | 'near_photo'; logs: SimilarLog[] }
  | { kind: 'device'; accounts: number }
  | { kind: 'outlier'; count: number; mean: number };

/** What was decided about a log before, without by whom. */
export interface EarlierDecision {
  kind: Enums<'decision_kind'>;
  approved: boolean | null;
  reason: Reason | null;
  note: string;
  decided_at: string;
}

/** A log as whoever judges it sees it: without the resident. */
export interface JudgedLog {
  id: string;
  action_code: string;
  coins: number;
  note: string;
  town_code: string | null;
  logged_at: string;
  has_photo: boolean;
  /** What the resident's other logs came to, and how often they appealed. */
  approved: number;
  rejected: number;
  appeals: number;
  closer: CloserLook[];
  /** What was said before; nothing where a log is judged as if for the first time. */
  appeal?: string | null;
  earlier?: EarlierDecision[];
}

/** What islands that judge logs are given to speak with. */
export interface JudgingWords {
  item: Dictionary['moderation']['item'];
  keys: Dictionary['moderation']['keys'];
  statuses: Dictionary['moderation']['log']['statuses'];
  reasons: Record<Reason, string>;
  /** Names of the actions by code, in the reader's language. */
  actionNames: Record<string, string>;
}

/** The reasons in the order of their keys: the first is 1. */
export const reasonsIn = (words: JudgingWords): Reason[] => Object.keys(words.reasons) as Reason[];

export const actionName = (words: JudgingWords, code: string): string =>
  words.actionNames[code] ?? code;

/** Where a log was made, as far as the resident said where they live. */
export function placeOf(code: string | null, words: JudgingWords, locale: Locale): string {
  return townName(code, locale) ?? words.item.noTown;
}

/** A reason to look closer in one sentence. */
export const lookInWords = (look: CloserLook, t: JudgingWords['item']): string =>
  look.kind === 'device' || look.kind === 'outlier'
    ? fill(t[look.kind], { ...look })
    : t[look.kind];

/** Logs whose photo stands in question, the nearest first. */
export const similarLogs = (looks: CloserLook[]): SimilarLog[] =>
  looks.flatMap((look) => ('logs' in look ? look.logs : []));

/** What an earlier decision came to, in words. */
export function decisionInWords(
  { kind, approved, reason }: EarlierDecision,
  { item, reasons }: JudgingWords,
  colon: string,
): string {
  if (kind === 'undo') return item.decisions.undo;
  const verdict = approved ? 'approved' : 'rejected';
  const words = item.decisions[kind === 'appeal' ? (`appeal_${verdict}` as const) : verdict];
  return reason ? `${words}${colon}${reasons[reason]}` : words;
}
