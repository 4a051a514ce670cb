import type { Part } from './form';
import { TextField } from './TextField';

type Texts<Name extends string> = Record<`${Name}_${'zh' | 'en'}`, string>;

interface Props<Name extends string> extends Part<Texts<Name>> {
  name: Name;
  label: string;
  hint?: string;
  isLong?: boolean;
  /** Where its problems are found, when the text is not the form's own. */
  path?: string;
}

/** A text in both languages, side by side where there is room. */
export function BothLanguages<Name extends string>(props: Props<Name>) {
  const { draft, change, problem, t, name, label, hint, isLong = false, path = '' } = props;
  return (
    <div class="side-by-side">
      {(['zh', 'en'] as const).map((language) => {
        const field = `${name}_${language}` as const;
        const languageName = language === 'zh' ? t.fields.chinese : t.fields.english;
        return (
          <TextField
            key={field}
            label={`${label} · ${languageName}`}
            lang={language === 'zh' ? 'zh-CN' : 'en'}
            problem={problem(`${path}${field}`)}
            value={draft[field]}
            onInput={(value) => change({ [field]: value } as Partial<Texts<Name>>)}
            isLong={isLong}
            {...(hint ? { hint } : {})}
          />
        );
      })}
    </div>
  );
}
