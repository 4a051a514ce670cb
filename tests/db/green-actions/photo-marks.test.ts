import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { takeUnmarked } from '../../../src/features/green-actions/photo-marks/api.ts';
import { markPhotos } from '../../../src/features/green-actions/photo-marks/mark-photos.ts';
import { type SignedIn, signUp, signUpStaff } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { logAction, photo } from '../../support/green-actions.ts';
import { clearMarks, endLeases, jobs, marksOf, reasonsFor } from '../../support/marks.ts';
import { answer } from '../../support/refusals.ts';
import { newAction } from '../../support/things.ts';
import { scene } from '../../unit/green-actions/pictures.ts';

let action: string;
let moderator: SignedIn;

beforeAll(async () => {
  action = await newAction({ proof: 'photo', review: 'moderator', dailyCap: 50, weeklyCap: 500 });
  moderator = await signUpStaff('moderator');
});
beforeEach(clearMarks);

/** Uploads a file as a photo, logs the action with it and gives the log's id. */
async function withPhoto(resident: SignedIn, file: Uint8Array): Promise<string> {
  const path = `${resident.id}/${randomUUID()}.jpg`;
  const { error } = await resident.api.storage
    .from('evidence')
    .upload(path, file, { contentType: 'image/jpeg' });
  if (error) throw error;
  return (await answer(logAction(resident, action, { p_evidence_path: path }))).id;
}

describe('the jobs of the site', () => {
  test('find a picture that another resident scaled and compressed again', async () => {
    const [one, other] = await Promise.all([signUp(), signUp()]);
    const original = await scene(101);
    const copy = await sharp(original).resize(500, 375).jpeg({ quality: 60 }).toBuffer();
    const first = await withPhoto(one, original);
    const second = await withPhoto(other, copy);
    const third = await withPhoto(other, await scene(102));
    expect(await markPhotos(jobs())).toEqual({ marked: 3, unreadable: 0, later: 0 });
    expect(await reasonsFor(moderator, second)).toMatchObject([
      { kind: 'near_photo', logs: [{ id: first, by_same_resident: false }] },
    ]);
    expect(await reasonsFor(moderator, third)).toEqual([]);
  });

  test('go on past a photo that cannot be read, and do not take it again', async () => {
    const resident = await signUp();
    const broken = await withPhoto(resident, photo());
    const whole = await withPhoto(resident, await scene(103));
    expect(await markPhotos(jobs())).toEqual({ marked: 1, unreadable: 1, later: 0 });
    expect(await marksOf(broken)).toMatchObject({ marked: false, failed: true });
    expect(await marksOf(whole)).toMatchObject({ marked: true, failed: false });
    await endLeases();
    expect(await markPhotos(jobs())).toEqual({ marked: 0, unreadable: 0, later: 0 });
  });

  test('go on past a photo that is not there, try it five times in all, and then let it be', async () => {
    const resident = await signUp();
    const lost = await withPhoto(resident, await scene(104));
    const [{ path = '' } = {}] = await sql<{ path: string }[]>`
      select evidence_path as path from public.action_logs where id = ${lost}`;
    await jobs().storage.from('evidence').remove([path]);
    const whole = await withPhoto(resident, await scene(105));
    expect(await markPhotos(jobs())).toEqual({ marked: 1, unreadable: 0, later: 1 });
    expect(await marksOf(whole)).toMatchObject({ marked: true });
    // Whoever took it has two minutes: until then nobody takes it again.
    expect(await markPhotos(jobs())).toEqual({ marked: 0, unreadable: 0, later: 0 });
    for (let turn = 2; turn <= 5; turn += 1) {
      await endLeases();
      expect(await markPhotos(jobs())).toEqual({ marked: 0, unreadable: 0, later: 1 });
    }
    await endLeases();
    expect(await markPhotos(jobs())).toEqual({ marked: 0, unreadable: 0, later: 0 });
    expect(await marksOf(lost)).toMatchObject({ attempts: 5, failed: true });
  });

  test('mark at most so many in a round, and the next one goes on', async () => {
    const resident = await signUp();
    for (const seed of [106, 107, 108]) await withPhoto(resident, await scene(seed));
    expect(await markPhotos(jobs(), 2)).toMatchObject({ marked: 2 });
    expect(await markPhotos(jobs(), 2)).toMatchObject({ marked: 1 });
  });

  test('go on with what was left by a round that was cut off', async () => {
    const id = await withPhoto(await signUp(), await scene(109));
    expect(await takeUnmarked(jobs(), 10)).toMatchObject([{ log_id: id }]);
    expect(await markPhotos(jobs())).toMatchObject({ marked: 0 });
    await endLeases();
    expect(await markPhotos(jobs())).toMatchObject({ marked: 1 });
  });

  test('share the photos when two rounds run at once', async () => {
    const resident = await signUp();
    const ids: string[] = [];
    for (let seed = 110; seed < 122; seed += 1) {
      ids.push(await withPhoto(resident, await scene(seed)));
    }
    const rounds = await Promise.all([markPhotos(jobs()), markPhotos(jobs()), markPhotos(jobs())]);
    expect(rounds.reduce((sum, { marked }) => sum + marked, 0)).toBe(ids.length);
    for (const id of ids) expect(await marksOf(id)).toMatchObject({ marked: true, attempts: 1 });
  });
});
