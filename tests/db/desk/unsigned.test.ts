// Which colleague wrote a thing is for the audit: what is saved comes back without.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signUpStaff } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { eventContent, newBase, sessionContent } from '../../support/education.ts';
import { assign, report, stored } from '../../support/feedback.ts';
import { answer } from '../../support/refusals.ts';

test('an event comes back to its host without who made and changed it, and by which key', async () => {
  const [host, editor, baseId] = [
    await signUpStaff('host'),
    await signUpStaff('editor'),
    await newBase(),
  ];
  const sent = {
    p_content: eventContent(baseId),
    p_sessions: [sessionContent()],
    p_key: randomUUID(),
  };
  const made = await answer(
    editor.api.rpc('save_event', { p_id: null, p_version: null, ...sent } as never),
  );
  const again = await answer(
    host.api.rpc('save_event', { p_id: null, p_version: null, ...sent } as never),
  );
  const submitted = await answer(
    host.api.rpc('submit_event', { p_id: (made as { id: string }).id, p_version: 1 }),
  );
  for (const row of [made, again, submitted]) {
    expect(row).toMatchObject({ created_by: null, changed_by: null, creation_key: null });
    expect(JSON.stringify(row)).not.toContain(editor.id);
    expect(JSON.stringify(row)).not.toContain(sent.p_key);
  }
  const [row] = await sql`select created_by from public.events where slug = ${sent.p_content.slug}`;
  expect(row).toEqual({ created_by: editor.id });
});

test('a report comes back to a moderator without the colleague who changed it', async () => {
  const [one, other] = [await signUpStaff('moderator'), await signUpStaff('moderator')];
  const { id } = await report();
  await answer(assign(one, id));
  const again = await answer(assign(other, id));
  expect(again).toMatchObject({ id, status: 'assigned', changed_by: null });
  expect((await stored(id)).changed_by).toBe(one.id);
});
