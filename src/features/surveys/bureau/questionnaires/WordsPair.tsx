import { useId } from 'preact/hooks';
import type { Bilingual } from '../../../../i18n/locale';
import type { Dictionary } from '../../../../i18n/zh-CN';

interface Props {
  label: string;
  words: Bilingual;
  onChange: (words: Bilingual) => void;
  longest: number;
  isLong?: boolean;
  t: Dictionary['questionnaires'];
}

/** A text in both languages, side by side. */
export function WordsPair({ label, words, onChange, longest, isLong, t }: Props) {
  const id = useId();
  return (
    <div class="words-pair">
      {(['zh', 'en'] as const).map((language) => {
        const attributes = {
          id: `${id}-${language}`,
          maxLength: longest,
          lang: language === 'zh' ? 'zh-CN' : 'en',
          value: words[language],
        };
        return (
          <div class="field" key={language}>
            <label for={attributes.id}>
              {label}
              {t.languages[language]}
            </label>
            {isLong ? (
              <textarea
                {...attributes}
                rows={2}
                onInput={({ currentTarget: { value } }) =>
                  onChange({ ...words, [language]: value })
                }
              />
            ) : (
              <input
                {...attributes}
                onInput={({ currentTarget: { value } }) =>
                  onChange({ ...words, [language]: value })
                }
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
