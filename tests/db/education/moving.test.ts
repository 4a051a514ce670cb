import { describe, expect, test } from 'vitest';
import { addResident, addStaff, giveRole } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import {
  eventContent,
  newBase,
  newEvent,
  saveEvent,
  sessionContent,
} from '../../support/education.ts';
import { refusalBy } from '../../support/refusals.ts';

describe('an event that is moved to another base', () => {
  test('is changed by nobody who is only host where it comes from, though editor where it goes', async () => {
    const [from, to] = [await newBase({ town: 'fotang' }), await newBase({ town: 'suxi' })];
    const both = await addResident();
    await giveRole(both, 'host', { baseId: from });
    await giveRole(both, 'editor', { town: 'suxi' });
    const id = await newEvent({ baseId: from });
    const refused = await refusalBy(
      saveEvent(both, { id, version: 1, content: eventContent(to, { title_zh: '占为己有' }) }),
    );
    expect(refused.code).toBe('event_published');
    const [row] = await sql`select base_id, title_zh from public.events where id = ${id}`;
    expect(row).toEqual({ base_id: from, title_zh: '测试活动' });
  });

  test('needs a role at both', async () => {
    const [from, to] = [await newBase({ town: 'fotang' }), await newBase({ town: 'suxi' })];
    const host = await addStaff('host', { baseId: from });
    const id = await newEvent({ baseId: from, status: 'draft' });
    const refused = await refusalBy(saveEvent(host, { id, version: 1, content: eventContent(to) }));
    expect(refused).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('the audit of an event', () => {
  test('keeps the sessions as they were written, and nothing else that was sent with them', async () => {
    const [host, baseId] = [await addStaff('host'), await newBase()];
    const saved = await saveEvent(host, {
      content: eventContent(baseId, { junk: 'x'.repeat(5000) }),
      sessions: [sessionContent(3, { junk: 'x'.repeat(5000) })],
    });
    const [line] = await sql`
      select detail, after from public.audit_entries
      where subject_id = ${saved.id} and act = 'save_event'`;
    expect(JSON.stringify(line)).not.toContain('xxxx');
    expect(line?.detail.sessions).toMatchObject([{ capacity: 10, place_en: 'At the door' }]);
  });
});

test('an event has no address at which another page stands', async () => {
  const [host, baseId] = [await addStaff('host'), await newBase()];
  const refused = await refusalBy(
    saveEvent(host, { content: eventContent(baseId, { slug: 'past' }) }),
  );
  expect(refused).toMatchObject({ code: 'content_invalid', detail: { field: 'slug' } });
});
