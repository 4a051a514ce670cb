import * as z from 'zod/mini';

/** What a resident sends when they log an action. */
export const logInput = z.object({
  action_code: z.string(),
  /** Made when the form opens and kept until it has gone through, so that a retry is not a second log. */
  key: z.uuid(),
  /** In the resident's words, up to 200 characters. */
  note: z.string().check(z.trim(), z.maxLength(200)),
  /** Name of the uploaded photo, where the action is proved by one. */
  evidence_path: z.optional(z.string()),
  /** What is written at the place, where the action is proved by that. */
  onsite_code: z.optional(z.string()),
});
export type LogInput = z.infer<typeof logInput>;
