import type { ComponentChildren } from 'preact';
import type { IslandProps } from '../lib/island';
import type { VersionedForm as State } from '../lib/use-versioned-form';
import { Form } from './Form';
import { VersionNotes, type VersionWords } from './VersionNotes';

interface Props<Content extends object> extends IslandProps {
  form: State<Content>;
  words: VersionWords & { save: string; saving: string };
  labelOf: (field: keyof Content & string) => string;
  textOf?: (field: keyof Content & string, value: Content[keyof Content]) => string;
  children: ComponentChildren;
}

/** The frame of a form on something that several people edit: its fields, its button, and what it has to say. */
export function VersionedForm<Content extends object>(props: Props<Content>) {
  const { form, words, children, ...rest } = props;
  return (
    <Form onSubmit={form.submit}>
      {children}
      <VersionNotes form={form} words={words} {...rest} />
      {!form.newer && (
        <div class="actions">
          <button class="button" type="submit" disabled={form.busy}>
            {form.busy ? words.saving : words.save}
          </button>
        </div>
      )}
    </Form>
  );
}
