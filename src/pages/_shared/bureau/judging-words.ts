import { readActionNames } from '../../../features/green-actions/api';
import type { JudgingWords } from '../../../features/green-actions/bureau/judging/item';
import { dictionaryOf } from '../../../i18n/dictionary';
import type { Locale } from '../../../i18n/locale';
import type { Client } from '../../../lib/supabase/client';

/** What the islands that judge logs are given to speak with. */
export async function judgingWords(client: Client, locale: Locale): Promise<JudgingWords> {
  const { moderation, bureau } = dictionaryOf(locale);
  return {
    item: moderation.item,
    keys: moderation.keys,
    statuses: moderation.log.statuses,
    reasons: bureau.reasons,
    actionNames: Object.fromEntries(await readActionNames(client, locale)),
  };
}
