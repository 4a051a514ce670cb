import { fill } from '../../../i18n/fill';
import type { Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import { parseMoment, shanghaiTime } from '../../../lib/dates';
import type { ListedVoucher } from './use-counter';

interface Props {
  t: Dictionary['merchant'];
  locale: Locale;
  list: ListedVoucher[];
}

/** What this shop took today, newest first. */
export function TakenToday({ t, locale, list }: Props) {
  const coins = list.reduce((sum, { price }) => sum + price, 0);
  return (
    <section class="section stack">
      <h2>{t.today}</h2>
      {list.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <p>{fill(t.total, { count: list.length, coins })}</p>
          <table class="taken">
            <thead>
              <tr>
                <th scope="col">{t.time}</th>
                <th scope="col">{t.reward}</th>
                <th scope="col">{t.ending}</th>
                <th scope="col" class="number">
                  {t.coins}
                </th>
              </tr>
            </thead>
            <tbody>
              {list.map((voucher) => (
                <tr key={`${voucher.voucher_ending}${voucher.used_at}`}>
                  <td>{shanghaiTime(parseMoment(voucher.used_at))}</td>
                  <td>{locale === 'en' ? voucher.reward_name_en : voucher.reward_name_zh}</td>
                  <td translate={false}>{voucher.voucher_ending}</td>
                  <td class="number">{voucher.price}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
