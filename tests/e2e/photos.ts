import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { projectDir } from '../../supabase/local/config.ts';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A real PNG of the asked size, every pixel different from call to call; optionally with a place in its metadata. */
export async function photoFile(options: { withPlace?: boolean } = {}): Promise<string> {
  const [width, height] = [640, 480];
  const tint = Math.floor(Math.random() * 255);
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      rows[at] = (x + tint) % 256;
      rows[at + 1] = (y * 2) % 256;
      rows[at + 2] = tint;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(options.withPlace ? [chunk('tEXt', Buffer.from('Comment\0GPS-MARKER-120.07E'))] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  const folder = join(projectDir, '.data-test-output-photos');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `photo-${Date.now()}-${tint}.png`);
  writeFileSync(file, png);
  return file;
}
