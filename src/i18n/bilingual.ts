import { z } from 'zod';

/** Checks a short text in both languages; neither may be empty. Apart from `locale.ts`, which islands load. */
export const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) });
