// Closed waves with answers, and snapshots of them.
import { randomUUID } from 'node:crypto';
import { defaultSettings } from '../../src/features/satisfaction/estimate/settings.ts';
import {
  contentOf,
  type SnapshotContent,
  type WaveFacts,
} from '../../src/features/satisfaction/snapshot/content.ts';
import type { Enums } from '../../src/lib/database.types.ts';
import { asActor, type Caller, sql } from './database.ts';
import { responses } from './surveys.ts';
import { newWave } from './things.ts';

/** Answers that are alike: so many of a town, age, sex and mode with the same choice. */
export interface Sheets {
  count: number;
  choice: Enums<'satisfaction_choice'>;
  town?: string | null;
  age?: Enums<'age_band'> | null;
  sex?: Enums<'sex'> | null;
  mode?: Enums<'survey_mode'>;
}

/** Puts answers into a wave, past its days. */
export async function addAnswers(waveId: string, sheets: readonly Sheets[]): Promise<void> {
  for (const { count, choice, town = null, age = null, sex = null, mode = 'paper' } of sheets) {
    const answers = JSON.stringify(responses({ satisfaction: choice }));
    await sql`
      insert into survey_private.answers (wave_id, token_sha256, mode, town_code, age_band, sex, answers)
      select ${waveId}, sha256(convert_to(gen_random_uuid()::text, 'UTF8')), ${mode}, ${town}, ${age}, ${sex},
        ${answers}::text::jsonb
      from generate_series(1, ${count})`;
  }
}

/** Enough answers to be shown; those of Suxi are too few to be shown by themselves. */
const someSheets: Sheets[] = [
  { count: 80, choice: 'satisfied', town: 'choucheng', age: '30_44', sex: 'female' },
  { count: 40, choice: 'fairly_satisfied', town: 'choucheng', age: '60_over', sex: 'male' },
  { count: 45, choice: 'satisfied', town: 'fotang', age: '60_over', sex: 'female', mode: 'phone' },
  { count: 12, choice: 'not_satisfied', town: 'suxi', age: '18_29', sex: 'male' },
  { count: 25, choice: 'satisfied', town: 'suxi', age: '45_59', sex: 'male' },
  { count: 3, choice: 'dont_know' },
];

/** Answers from two towns in which every age and sex stands beside every other, so that they can be weighted. */
export const evenSheets: Sheets[] = (['choucheng', 'fotang'] as const).flatMap((town) =>
  (['18_29', '30_44', '45_59', '60_over'] as const).flatMap((age) =>
    (['female', 'male'] as const).flatMap((sex): Sheets[] => [
      { count: 12, choice: 'satisfied', town, age, sex },
      { count: 1, choice: 'not_satisfied', town, age, sex },
    ]),
  ),
);

/** A sampled wave that closed yesterday, with these answers. */
export async function closedWave(sheets: readonly Sheets[] = someSheets): Promise<string> {
  const wave = await newWave({ series: 'sampled', opensIn: -20, closesIn: -1 });
  await sql`update public.survey_waves set closed_at = now() where id = ${wave}`;
  await addAnswers(wave, sheets);
  return wave;
}

/** What figures of a wave are computed from, as its caller reads it. */
export const factsOf = (caller: Caller, waveId: string): Promise<WaveFacts> =>
  asActor(caller, async (tx) => {
    const [row] = await tx<{ facts: WaveFacts }[]>`
      select public.get_wave_answers(${waveId}) as facts`;
    return row?.facts as WaveFacts;
  });

/** The content an analyst would freeze. */
export const contentFor = async (caller: Caller, waveId: string): Promise<SnapshotContent> =>
  contentOf(await factsOf(caller, waveId), 'test', defaultSettings);

export interface Snapshot {
  id: string;
  sha256: string;
  replaces: string | null;
  released_at: string | null;
}

/** Freezes a content, which may be nonsense. */
export const freeze = (
  caller: Caller,
  waveId: string,
  content: unknown,
  { id = randomUUID(), replaces = null }: { id?: string | null; replaces?: string | null } = {},
): Promise<Snapshot> =>
  asActor(
    caller,
    async (tx) => {
      const [row] = await tx<Snapshot[]>`
        select id, sha256, replaces, released_at::text from public.freeze_snapshot(
          ${id}, ${waveId}, ${JSON.stringify(content)}::text::jsonb, ${replaces})`;
      return row as Snapshot;
    },
    { keep: true },
  );

export const release = (caller: Caller, id: string, sha256: string): Promise<Snapshot> =>
  asActor(
    caller,
    async (tx) => {
      const [row] = await tx<Snapshot[]>`
        select id, sha256, replaces, released_at::text from public.release_snapshot(${id}, ${sha256})`;
      return row as Snapshot;
    },
    { keep: true },
  );
