// Points of the browser tests, made past the site, and how a phone reads their codes.
import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator } from '@playwright/test';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { alphabet, codeOf } from '../support/point-codes.ts';
import { behindTheSite } from './behind';

const wasm = readFileSync(
  fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')),
);
prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(0) as ArrayBuffer } });

/** The address in a QR code, as the camera of a phone reads it off what is shown. */
export async function scan(shown: Locator): Promise<string> {
  const picture = await shown.screenshot();
  const [found] = await readBarcodes(new Blob([new Uint8Array(picture)]), { formats: ['QRCode'] });
  return found?.text ?? '';
}

export interface Point {
  name: string;
  handle: string;
  /** The code of the minute a moment (in milliseconds) belongs to. */
  codeAt: (moment: number) => string;
  /** The code on its poster. */
  printed: string;
  /** What its screen is opened with. */
  fragment: string;
}

/** A point of 走进教育基地; with a place (degrees), residents have to be within 100 metres of it. */
export async function newPoint(
  kind: 'screen' | 'printed',
  place?: { latitude: number; longitude: number },
): Promise<Point> {
  const handle = Array.from({ length: 4 }, () => alphabet[randomInt(31)]).join('');
  const point = {
    id: randomUUID(),
    handle,
    action_code: 'base-visit',
    name_zh: `测试点 ${handle}`,
    name_en: `Test point ${handle}`,
    town_code: 'fotang',
    kind,
    ...(place && { ...place, radius_m: 100 }),
  };
  const secret = await behindTheSite(async (sql) => {
    await sql`insert into public.action_points ${sql(point)}`;
    const [row] = await sql`select secret from private.point_secrets where point_id = ${point.id}`;
    return row?.secret as Uint8Array;
  });
  return {
    name: point.name_zh,
    handle,
    codeAt: (moment) => codeOf(handle, secret, Math.floor(moment / 60_000)),
    printed: codeOf(handle, secret, 0),
    fragment: `${handle}.1.${Buffer.from(secret).toString('hex')}`,
  };
}
