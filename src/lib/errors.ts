import { fill } from '../i18n/fill';
import type { Locale } from '../i18n/locale';
import type { Dictionary } from '../i18n/zh-CN';
import { formatValue } from './dates';

/** What went wrong, as a stable code and the values its sentence needs. */
export interface Problem {
  code: string;
  values: Record<string, string | number>;
}

/** Sentences for what can go wrong, by code: those of every page and those of a room. */
export type Sentences = Dictionary['errors'] & Record<string, string>;

/** An answer of the API that refuses, thrown by the rooms' api.ts. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

type ApiError = {
  message?: string;
  hint?: string | null;
  details?: string | null;
  code?: string | undefined;
  statusCode?: string;
};

const parseDetail = (detail: string | null | undefined): Problem['values'] => {
  try {
    return detail ? (JSON.parse(detail) as Problem['values']) : {};
  } catch {
    return {};
  }
};

/** Turns an error of the data, auth or storage API into a refusal with a code of ours. */
export function refusalOf(error: ApiError): Refusal {
  // An answer that was not waited for any longer comes with a hint of the client's own.
  const message = error.message ?? '';
  if ((/fetch|network/i.test(message) && !error.hint) || message.startsWith('AbortError')) {
    return new Refusal({ code: 'offline', values: {} });
  }
  // 42501 and PGRST301: the session ended while the page was open.
  if (error.code === 'PGRST301' || error.code === '42501') {
    return new Refusal({ code: 'sign_in_first', values: {} });
  }
  return new Refusal({
    code: error.hint || error.code || 'unknown',
    values: parseDetail(error.details),
  });
}

/** The problem behind anything thrown. */
export const problemOf = (error: unknown): Problem =>
  error instanceof Refusal
    ? error.problem
    : refusalOf({ message: error instanceof Error ? error.message : String(error) }).problem;

const sessionCodes = ['sign_in_first', 'staff_session_ended', 'second_factor_needed'];

/** Whether somebody has to sign in, or prove who they are once more, before they can go on. */
export const isAboutSession = ({ code }: Problem): boolean => sessionCodes.includes(code);

/** The sentence for a problem, in the reader's language, with days and moments as one reads them. */
export function problemText(problem: Problem, errors: Sentences, locale: Locale): string {
  const values = Object.fromEntries(
    Object.entries(problem.values).map(([key, value]) => [key, formatValue(key, value, locale)]),
  );
  const text = errors[problem.code] ?? errors.unknown;
  return fill(text, values);
}
