import type { Database, Enums } from '../../lib/database.types';

export const kinds = ['suggestion', 'question', 'complaint', 'violation'] as const;
export type Kind = Enums<'feedback_kind'>;
export type Status = Enums<'feedback_status'>;
export type Step = Enums<'feedback_step'>;

export const mostPhotos = 3;

/** A point on the earth in degrees, rounded to about 100 m. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** A report that is being written, as it is kept on the device. */
export interface Draft {
  /** Made when the form opens and kept until it has gone through, so that a retry is no second report. */
  key: string;
  kind?: Kind;
  /** In the reporter's words, up to 2000 characters. */
  body: string;
  /** Code of the town or street; empty when they are not sure. */
  town: string;
  place: string;
  point?: Point | undefined;
  /** How many photos were chosen; the photos themselves are not kept. */
  photos: number;
  contact: string;
  withAccount: boolean;
  wantsPublic: boolean;
}

type Functions = Database['public']['Functions'];
/** What the reporter is told once: keep the code. */
export type Receipt = Functions['submit_feedback']['Returns'][number];
/** A report as its reporter sees it. */
export type MyReport = Functions['read_my_report']['Returns'][number];
export type MyStep = Functions['list_my_report_steps']['Returns'][number];

/** Which report somebody follows: by its code, or by its number when it came from their account. */
export type Handle = { code: string } | { number: number };
