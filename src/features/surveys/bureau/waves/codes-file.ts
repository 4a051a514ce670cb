// The codes of a draw as a file for those who send the messages: one line a person.
import type { Locale } from '../../../../i18n/locale';
import { pathIn } from '../../../../i18n/paths';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { toCsv } from '../../../../lib/csv';
import { townName } from '../../../../lib/town-name';
import { displayCode } from '../../../rewards/voucher-code';
import type { Stratum } from './strata';

/** An invitation with its code, as analysts alone export it. */
export interface Invitation extends Stratum {
  number: number;
  code: string;
  is_used: boolean;
}

/** Where a code is opened: what the link and the QR code lead to. */
export const invitationAddress = (site: URL, locale: Locale, code: string): string =>
  new URL(`${pathIn(locale, '/survey/')}?code=${code}`, site).href;

/** The words of a stratum, as far as it is known. */
const stratumWords = (
  { town_code, age_band, sex }: Stratum,
  t: Dictionary['waves'],
  locale: Locale,
) => ({
  town: town_code ? townName(town_code, locale) : '',
  age: age_band ? t.ages[age_band] : '',
  sex: sex ? t.sexes[sex] : '',
});

/** The codes of a draw as CSV. */
export function codesFile(
  invitations: readonly Invitation[],
  {
    t,
    desk,
    locale,
    site,
  }: { t: Dictionary['waves']; desk: Dictionary['desk']; locale: Locale; site: URL },
): string {
  const names = t.codes.columns;
  return toCsv([
    [names.number, names.code, names.link, names.town, names.age, names.sex, names.used],
    ...invitations.map((one) => {
      const { town, age, sex } = stratumWords(one, t, locale);
      return [
        String(one.number),
        displayCode(one.code),
        invitationAddress(site, locale, one.code),
        town,
        age,
        sex,
        one.is_used ? desk.list.yes : desk.list.no,
      ];
    }),
  ]);
}
