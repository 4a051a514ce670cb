import * as z from 'zod/mini';

/** An e-mail address and a password as the sign-in form sends them. */
export const credentials = z.object({
  email: z.string().check(z.trim(), z.email()),
  password: z.string().check(z.minLength(8)),
});

/** What a resident may say of themselves. */
export const profileInput = z.object({
  /** How the site addresses them; up to 40 characters on one line. */
  display_name: z.string().check(z.trim(), z.maxLength(40)),
  /** One of the 14 towns and streets, or null. */
  town_code: z.nullable(z.string()),
  /** The language of mails. */
  locale: z.enum(['zh-CN', 'en']),
  /** Whether what arrives in the inbox also comes by mail. */
  wants_mail: z.boolean(),
});
export type ProfileInput = z.infer<typeof profileInput>;
