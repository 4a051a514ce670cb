import { useEffect, useMemo, useState } from 'preact/hooks';
import { draftStore } from './draft';
import { problemOf } from './errors';
import {
  type Choices,
  type Conflict,
  changedFields,
  conflictsOf,
  isSame,
  mergeContents,
  type Side,
} from './three-way';
import { useTask } from './use-task';

/** A thing as it is stored; version 0 is one that is not stored yet. */
export interface Stored<Content> {
  version: number;
  content: Content;
}

interface Met<Content> extends Stored<Content> {
  /** When it was saved, as the API writes moments. */
  changedAt: string;
  /** Who saved it, in words; empty when nobody says. */
  by: string;
  choices: Choices<Content>;
}

/** Another's newer version of the thing in the form, and what it means for what was typed. */
interface Newer<Content> extends Met<Content> {
  /** Fields that both changed: somebody has to choose. */
  conflicts: Conflict<Content>[];
  /** Fields that only the other changed, which are taken over. */
  taken: (keyof Content & string)[];
}

interface Options<Content> {
  /** Names the thing, so that its draft is found again on this device. */
  name: string;
  stored: Stored<Content>;
  /** Saves on top of a version; a Refusal `newer_version` {version, changed_at, by} when there is a newer one. */
  save: (content: Content, version: number) => Promise<Stored<Content>>;
  /** Reads what is stored now. */
  load: (content: Content) => Promise<Stored<Content>>;
  onSaved?: (stored: Stored<Content>) => void;
}

/**
 * The state of a form on something that several people edit. What is typed is kept on this device until
 * it is saved, and nobody's newer version is overwritten unseen.
 */
export function useVersionedForm<Content extends object>(options: Options<Content>) {
  const { name, save, load, onSaved } = options;
  const [stored, setStored] = useState(options.stored);
  const [content, setContent] = useState(options.stored.content);
  const [isRestored, setIsRestored] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const [met, setMet] = useState<Met<Content>>();
  const { busy, problem, setProblem, run } = useTask();
  const drafts = useMemo(
    () => draftStore<{ base: Stored<Content>; content: Content }>(`form:${name}`, true),
    [name],
  );
  const isChanged = !isSame(stored.content, content);

  useEffect(() => {
    const draft = drafts.read();
    if (!draft || isSame(draft.base.content, draft.content)) return;
    // The draft goes on from the version it began with, so that a newer one is noticed on saving.
    setStored(draft.base);
    setContent({ ...draft.base.content, ...draft.content });
    setIsRestored(true);
  }, [drafts]);

  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isChanged]);

  const keep = (base: Stored<Content>, next: Content) => {
    setContent(next);
    if (isSame(base.content, next)) drafts.clear();
    else drafts.write({ base, content: next });
  };
  const change = (changes: Partial<Content>) => {
    setIsSaved(false);
    keep(stored, { ...content, ...changes });
  };
  const set = <Field extends keyof Content>(field: Field, value: Content[Field]) =>
    change({ [field]: value } as unknown as Partial<Content>);
  const start = (from: Stored<Content>) => {
    drafts.clear();
    setStored(from);
    setContent(from.content);
    setIsRestored(false);
    setMet(undefined);
    setProblem(undefined);
  };

  const submit = () =>
    run(async () => {
      setIsSaved(false);
      // Saving again after a newer version came: mine and theirs as chosen, on top of theirs.
      const base = met ?? stored;
      const merged = met
        ? mergeContents(stored.content, content, met.content, met.choices)
        : content;
      try {
        const now = await save(merged, base.version);
        start(now);
        setIsSaved(true);
        onSaved?.(now);
      } catch (error) {
        const { code, values } = problemOf(error);
        if (code !== 'newer_version') throw error;
        const theirs = await load(content);
        setMet({
          ...theirs,
          changedAt: String(values.changed_at ?? ''),
          by: String(values.by ?? ''),
          choices: met?.choices ?? {},
        });
      }
    });

  const newer: Newer<Content> | undefined = met && {
    ...met,
    conflicts: conflictsOf(stored.content, content, met.content),
    taken: changedFields(stored.content, met.content).filter((field) =>
      isSame(stored.content[field], content[field]),
    ),
  };
  const choose = (field: keyof Content & string, side: Side) =>
    met && setMet({ ...met, choices: { ...met.choices, [field]: side } });
  const chooseAll = (side: Side) => {
    if (!newer || !met) return;
    const choices: Choices<Content> = {};
    for (const { field } of newer.conflicts) choices[field] = side;
    setMet({ ...met, choices });
  };

  return {
    content,
    set,
    /** Changes several fields at once. */
    change,
    submit,
    busy,
    problem,
    isChanged,
    isRestored,
    isSaved,
    newer,
    choose,
    chooseAll,
    /** Throws away what was typed and goes back to what is stored, the newest that is known. */
    discard: () => (met ? start(met) : run(async () => start(await load(content)))),
  };
}

export type VersionedForm<Content extends object> = ReturnType<typeof useVersionedForm<Content>>;
