import type { Ref } from 'preact';
import { inLocale, type Locale } from '../../i18n/locale';
import type { Dictionary } from '../../i18n/zh-CN';
import { townCodes, towns } from '../../lib/towns';
import { longestQuery, searchIn } from './address';
import { type Search, searchKinds } from './entry';

interface Props {
  /** Where the form leads without a script. */
  address: string;
  /** What it shows at first; after that it belongs to whoever types. */
  search: Search;
  t: Dictionary['search'];
  locale: Locale;
  form: Ref<HTMLFormElement>;
  onChange: (search: Search) => void;
}

/** What a form asks for. */
export const searchOf = (form: HTMLFormElement): Search =>
  searchIn(new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, `${value}`])));

/** The box with its two filters: a plain form that a script, once there, answers in place. */
export function SearchForm({ address, search, t, locale, form, onChange }: Props) {
  const changed = (event: { currentTarget: HTMLFormElement }) =>
    onChange(searchOf(event.currentTarget));
  return (
    <search>
      <form
        ref={form}
        class="search-form"
        action={address}
        onInput={changed}
        onChange={changed}
        onSubmit={(event) => {
          event.preventDefault();
          changed(event);
        }}
      >
        <div class="field words">
          <label for="search-q">{t.box}</label>
          <input
            id="search-q"
            data-search
            type="search"
            name="q"
            defaultValue={search.q}
            maxLength={longestQuery}
            autocomplete="off"
            enterkeyhint="search"
            aria-describedby="search-keys"
          />
        </div>
        <div class="field">
          <label for="search-kind">{t.kind}</label>
          <select id="search-kind" name="kind">
            <option value="">{t.all}</option>
            {searchKinds.map((kind) => (
              <option key={kind} value={kind} selected={kind === search.kind}>
                {t.kinds[kind]}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="search-town">{t.town}</label>
          <select id="search-town" name="town">
            <option value="">{t.all}</option>
            {townCodes.map((town) => (
              <option key={town} value={town} selected={town === search.town}>
                {inLocale(towns[town], locale)}
              </option>
            ))}
          </select>
        </div>
        <button class="button" type="submit">
          {t.submit}
        </button>
      </form>
    </search>
  );
}
