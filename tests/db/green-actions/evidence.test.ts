// The private bucket of photos, through the API's storage.
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { type Client, type SignedIn, signUp, signUpStaff, visitor } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import { logAction, photo } from '../../support/green-actions.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { newAction } from '../../support/things.ts';

const bucket = (api: Client) => api.storage.from('evidence');

/** Uploads and says how it went: 'kept', or the status the storage answered with. */
async function upload(
  api: Client,
  path: string,
  options: { body?: Uint8Array; contentType?: string; upsert?: boolean } = {},
): Promise<string> {
  const { body = photo(), contentType = 'image/webp', upsert = false } = options;
  const { error } = await bucket(api).upload(path, body, { contentType, upsert });
  return error ? String((error as { statusCode?: string }).statusCode) : 'kept';
}

/** What a download gives: the text of the photo, or the status of the refusal. */
async function download(api: Client, path: string): Promise<string> {
  const { data, error } = await bucket(api).download(path);
  return error ? `${(error as { status?: number }).status}` : data.text();
}

/**
 * Sends bytes as they are, on a connection of their own. Without a body only its size is announced: the API
 * refuses an upload that is too large before it has arrived and hangs up, so that whoever were still
 * sending would read of a broken pipe instead of the answer.
 */
async function send(resident: SignedIn, place: string, size: number, body?: Uint8Array) {
  const { apiUrl, publishableKey } = inject('stack');
  const { data } = await resident.api.auth.getSession();
  const { promise, resolve, reject } = Promise.withResolvers<{ statusCode?: string }>();
  const upload = request(`${apiUrl}/storage/v1/object/evidence/${place}`, {
    method: 'POST',
    agent: false,
    headers: {
      apikey: publishableKey,
      authorization: `Bearer ${data.session?.access_token}`,
      'content-type': 'image/webp',
      'content-length': size,
    },
  });
  upload.on('response', (response) => json(response).then((answer) => resolve(answer as never)));
  upload.on('error', reject);
  if (body) upload.end(body);
  else upload.flushHeaders();
  return promise.finally(() => upload.destroy());
}

const isRefused = (outcome: string) => expect(outcome).toMatch(/^4\d\d$/);

const objectsAt = (path: string) =>
  sql`select name from storage.objects where bucket_id = 'evidence' and name = ${path}`;

let owner: SignedIn;
let other: SignedIn;
let path: string;
let logId: string;

const open = ({ api }: SignedIn, log = logId) => api.rpc('read_evidence', { p_log_id: log });
const openingsBy = async ({ id }: SignedIn) => [
  ...(await sql`select act, subject_kind, address from public.audit_entries
    where actor_id = ${id} order by id`),
];

beforeAll(async () => {
  [owner, other] = await Promise.all([signUp(), signUp()]);
  path = `${owner.id}/${randomUUID()}.webp`;
  expect(await upload(owner.api, path)).toBe('kept');
  await sql`update public.profiles set town_code = 'fotang' where resident_id = ${owner.id}`;
  const action = await newAction({ proof: 'photo', review: 'moderator' });
  logId = (await answer(logAction(owner, action, { p_evidence_path: path }))).id;
});

describe('a photo', () => {
  test('is read by the resident it belongs to', async () => {
    expect(await download(owner.api, path)).toBe(new TextDecoder().decode(photo()));
  });

  test('is read by a moderator who opened it, for ten minutes, and the audit says so', async () => {
    const moderator = await signUpStaff('moderator');
    isRefused(await download(moderator.api, path));
    expect(await answer(open(moderator))).toBe(path);
    expect(await download(moderator.api, path)).toBe(new TextDecoder().decode(photo()));
    expect(await openingsBy(moderator)).toEqual([
      { act: 'read_evidence', subject_kind: 'action_log', address: '127.0.0.1' },
    ]);

    // The audit cannot be changed, so time passes for everything else.
    await asActor(moderator, async (tx) => {
      const [seen] = await tx`select private.has_opened_evidence(${path}) as now`;
      expect(seen).toEqual({ now: true });
    });
    await sql.begin(async (tx) => {
      await tx`alter table public.audit_entries disable trigger audit_is_append_only`;
      await tx`update public.audit_entries set at = at - interval '11 minutes'
        where actor_id = ${moderator.id}`;
      await tx`alter table public.audit_entries enable trigger audit_is_append_only`;
    });
    isRefused(await download(moderator.api, path));
  });

  test('that one moderator opened is not read by a colleague who did not', async () => {
    await answer(open(await signUpStaff('moderator')));
    isRefused(await download((await signUpStaff('moderator')).api, path));
  });

  test('is opened by a moderator of its town, and by none of another', async () => {
    expect(await answer(open(await signUpStaff('moderator', { town: 'fotang' })))).toBe(path);
    const neighbour = await signUpStaff('moderator', { town: 'suxi' });
    expect(await refusal(open(neighbour))).toMatchObject({ status: 404, code: 'not_found' });
    expect(await openingsBy(neighbour)).toEqual([]);
    isRefused(await download(neighbour.api, path));
  });

  test('is not opened by a moderator whose session has ended', async () => {
    const moderator = await signUpStaff('moderator');
    await answer(open(moderator));
    await sql`update auth.sessions set created_at = now() - interval '9 hours'
      where id = ${moderator.session}`;
    await sql`delete from private.staff_sessions where session_id = ${moderator.session}`;
    expect((await refusal(open(moderator))).code).toBe('staff_session_ended');
    isRefused(await download(moderator.api, path));
  });

  test('that is not there is not opened', async () => {
    const moderator = await signUpStaff('moderator');
    const bare = await answer(logAction(owner, await newAction({ review: 'moderator' })));
    expect((await refusal(open(moderator, bare.id))).code).toBe('photo_unknown');
    expect((await refusal(open(moderator, randomUUID()))).code).toBe('log_unknown');
    expect(await openingsBy(moderator)).toEqual([]);
  });

  test('is read by no other resident', async () => {
    isRefused(await download(other.api, path));
  });

  test.each([['analyst'], ['merchant'], ['administrator']] as const)(
    'is not read by a member of staff who is %s',
    async (role) => {
      isRefused(await download((await signUpStaff(role)).api, path));
    },
  );

  test('is read by nobody who is not signed in, by no address', async () => {
    isRefused(await download(visitor(), path));
    const { data } = bucket(visitor()).getPublicUrl(path);
    expect((await fetch(data.publicUrl)).status).toBeGreaterThanOrEqual(400);
  });

  test('lends its address only to who may read it', async () => {
    const own = await bucket(owner.api).createSignedUrl(path, 60);
    expect((await fetch(own.data?.signedUrl ?? '')).status).toBe(200);
    for (const api of [other.api, visitor()]) {
      expect((await bucket(api).createSignedUrl(path, 60)).data).toBeNull();
    }
  });
});

describe('an upload', () => {
  test.each([
    ['webp', 'image/webp'],
    ['jpg', 'image/jpeg'],
  ])('of a %s into the resident’s own folder is kept', async (extension, contentType) => {
    const own = `${owner.id}/${randomUUID()}.${extension}`;
    expect(await upload(owner.api, own, { contentType })).toBe('kept');
    expect(await objectsAt(own)).toEqual([{ name: own }]);
  });

  test.each([
    ['into another resident’s folder', (name: string) => `${other.id}/${name}`],
    ['beside the folders', (name: string) => name],
    [
      'into a folder that only begins like the resident’s',
      (name: string) => `${owner.id}x/${name}`,
    ],
    [
      'into a folder inside another resident’s',
      (name: string) => `${other.id}/${owner.id}/${name}`,
    ],
  ])('%s is refused', async (_, at) => {
    const place = at(`${randomUUID()}.webp`);
    isRefused(await upload(owner.api, place));
    expect(await objectsAt(place)).toEqual([]);
  });

  test('that climbs out of the resident’s folder is refused', async () => {
    const name = `${randomUUID()}.webp`;
    // supabase-js would tidy the dots away, so they are sent encoded.
    const { statusCode } = await send(
      owner,
      `${owner.id}/%2e%2e%2f${other.id}%2f${name}`,
      photo().length,
      photo(),
    );
    isRefused(String(statusCode));
    expect(await objectsAt(`${other.id}/${name}`)).toEqual([]);
    isRefused(await download(other.api, `${other.id}/${name}`));
  });

  test('by somebody who is not signed in is refused', async () => {
    const place = `${owner.id}/${randomUUID()}.webp`;
    isRefused(await upload(visitor(), place));
    expect(await objectsAt(place)).toEqual([]);
  });

  test('by a moderator into a resident’s folder is refused', async () => {
    const place = `${owner.id}/${randomUUID()}.webp`;
    isRefused(await upload((await signUpStaff('moderator')).api, place));
    expect(await objectsAt(place)).toEqual([]);
  });

  test.each([
    ['of a web page', { contentType: 'text/html' }],
    ['of a drawing that may hold scripts', { contentType: 'image/svg+xml' }],
    ['of who knows what', { contentType: 'application/octet-stream' }],
  ])('%s is refused', async (_, options) => {
    const place = `${owner.id}/${randomUUID()}.webp`;
    isRefused(await upload(owner.api, place, options));
    expect(await objectsAt(place)).toEqual([]);
    isRefused(await download(owner.api, place));
  });

  test.each([
    ['20 megabytes', 20_000_000],
    ['one byte more than two megabytes', 2_097_153],
  ])('of %s is refused', async (_, size) => {
    const place = `${owner.id}/${randomUUID()}.webp`;
    expect((await send(owner, place, size)).statusCode).toBe('413');
    expect(await objectsAt(place)).toEqual([]);
    isRefused(await download(owner.api, place));
  });

  test('of two megabytes is kept', async () => {
    const place = `${owner.id}/${randomUUID()}.webp`;
    expect(await upload(owner.api, place, { body: new Uint8Array(2_097_152) })).toBe('kept');
  });

  test.each([
    ['a second time', () => owner, false],
    ['with the wish to replace it', () => owner, true],
    ['by somebody else', () => other, false],
    ['by somebody else with the wish to replace it', () => other, true],
  ])('to a place that is taken, %s, leaves the first photo as it is', async (_, who, upsert) => {
    isRefused(await upload(who().api, path, { body: photo('forged'), upsert }));
    expect(await download(owner.api, path)).toBe(new TextDecoder().decode(photo()));
  });
});

describe('what is there', () => {
  test('is neither deleted, moved nor replaced by anyone with an account', async () => {
    const moderator = await signUpStaff('moderator');
    const elsewhere = `${owner.id}/${randomUUID()}.webp`;
    for (const { api } of [owner, other, moderator]) {
      await bucket(api).remove([path]);
      await bucket(api).move(path, elsewhere);
      await bucket(api).update(path, photo('forged'), { contentType: 'image/webp' });
    }
    expect(await download(owner.api, path)).toBe(new TextDecoder().decode(photo()));
    expect(await objectsAt(elsewhere)).toEqual([]);
  });

  test('is listed to its owner only', async () => {
    const names = async (api: Client) => {
      const { data } = await bucket(api).list(owner.id);
      // The embedded API names the folder too, the hosted one does not.
      return (data ?? []).map(({ name }) => name.split('/').at(-1));
    };
    expect(await names(owner.api)).toContain(path.split('/').at(-1));
    expect(await names(other.api)).toEqual([]);
    expect(await names(visitor())).toEqual([]);
  });

  test('lies in a bucket that nobody with an account changes', async () => {
    await owner.api.storage.updateBucket('evidence', { public: true });
    await owner.api.storage.createBucket('mine', { public: true });
    expect(
      await sql`select id, public, file_size_limit::integer, allowed_mime_types from storage.buckets
        where id in ('evidence', 'mine')`,
    ).toEqual([
      {
        id: 'evidence',
        public: false,
        file_size_limit: 2_097_152,
        allowed_mime_types: ['image/webp', 'image/jpeg'],
      },
    ]);
  });
});
