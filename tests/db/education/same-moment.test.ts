// The same key or the same address from two sides in the same moment: one is written, the other is told so.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addResident, addStaff } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import {
  eventContent,
  json,
  newBase,
  newSession,
  register,
  registering,
  sessionContent,
} from '../../support/education.ts';
import { race, times } from '../../support/race.ts';

const baseContent = (slug: string) => ({
  slug,
  name_zh: '基地',
  name_en: 'Base',
  kind: 'park',
  town_code: 'fotang',
});

describe('in the same moment', () => {
  test('one key for two sessions is one registration, and the others are told', async () => {
    const caller = await addResident();
    const sessions = await Promise.all(times(8, () => newSession()));
    const key = randomUUID();
    const { won, codes } = await race(
      sessions.map((session) => ({ caller, run: registering(session, { key }) })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ key_reused: 7 });
  });

  test('one nonce at two sessions is one check-in, and the other is told', async () => {
    const caller = await addResident();
    const sessions = await Promise.all(times(4, () => newSession({ starts: '10 minutes' })));
    for (const session of sessions) await register(caller, session);
    const nonce = randomUUID();
    const { won, codes } = await race(
      sessions.map((session) => ({
        caller,
        run: async (tx) => {
          const [row] = await sql`
            select private.session_code(secret, floor(extract(epoch from now()) / 30)::bigint) as code
            from private.session_secrets where session_id = ${session}`;
          return tx`select public.check_in_with_code(${session}, ${row?.code}, ${nonce})`;
        },
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ key_reused: 3 });
  });

  test('one new event sent eight times is one event', async () => {
    const [editor, baseId] = [await addStaff('editor'), await newBase()];
    const [content, sessions, key] = [eventContent(baseId), [sessionContent()], randomUUID()];
    const { won, codes } = await race(
      times(8, () => ({
        caller: editor,
        run: async (tx) => {
          const [row] = await tx`select id from public.save_event(null, null,
            ${json(content)}::text::jsonb, ${json(sessions)}::text::jsonb, ${key})`;
          return row?.id;
        },
      })),
    );
    expect(codes).toEqual({});
    expect(new Set(won).size).toBe(1);
  });

  test('eight new events with one address: one has it, and the others are told', async () => {
    const [editor, baseId] = [await addStaff('editor'), await newBase()];
    const content = eventContent(baseId);
    const { won, codes } = await race(
      times(8, () => ({
        caller: editor,
        run: (tx) => tx`select public.save_event(null, null,
          ${json(content)}::text::jsonb, '[]'::jsonb, ${randomUUID()})`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ slug_taken: 7 });
  });

  test('one new base sent eight times is one base, and its address is nobody else’s', async () => {
    const editor = await addStaff('editor');
    const [content, key] = [baseContent(`test-${randomUUID()}`), randomUUID()];
    const save = (with_: string) => ({
      caller: editor,
      run: async (tx: Parameters<Parameters<typeof race>[0][0]['run']>[0]) => {
        const [row] = await tx`
          select id from public.save_base(null, null, ${json(content)}::text::jsonb, ${with_})`;
        return row?.id as string;
      },
    });
    const { won, codes } = await race(times(8, () => save(key)));
    expect(codes).toEqual({});
    expect(new Set(won).size).toBe(1);
    expect((await race(times(8, () => save(randomUUID())))).codes).toEqual({ slug_taken: 8 });
    const other = baseContent(`test-${randomUUID()}`);
    content.slug = other.slug;
    const second = await race(times(8, () => save(randomUUID())));
    expect(second.won).toHaveLength(1);
    expect(second.codes).toEqual({ slug_taken: 7 });
  });
});
