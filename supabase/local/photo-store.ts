import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';

type Body = Uint8Array | ReadableStream<Uint8Array>;

const toBytes = async (body: Body): Promise<Uint8Array> =>
  body instanceof Uint8Array ? body : new Uint8Array(await new Response(body).arrayBuffer());

const eTag = (bytes: Uint8Array) => `"${createHash('sha256').update(bytes).digest('hex')}"`;

const mimetypes: Record<string, string> = { webp: 'image/webp', jpg: 'image/jpeg' };

/** Keeps uploaded objects as files under one folder; the embedded API calls it. */
export function photoStore(root: string) {
  const path = (bucket: string, key: string) => {
    const file = normalize(join(root, bucket, key));
    if (!file.startsWith(root + sep)) throw new Error('An object may not leave its bucket.');
    return file;
  };
  const read = async (file: string) => {
    const [bytes, { mtime }] = await Promise.all([readFile(file), stat(file)]);
    return {
      bytes,
      metadata: {
        cacheControl: 'no-store',
        contentLength: bytes.length,
        size: bytes.length,
        mimetype: mimetypes[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        lastModified: mtime,
        eTag: eTag(bytes),
        httpStatusCode: 200,
      },
    };
  };
  return {
    driver: undefined,
    async getObject(bucket: string, key: string) {
      const { bytes, metadata } = await read(path(bucket, key));
      return { httpStatusCode: 200, metadata, body: bytes };
    },
    async uploadObject(
      bucket: string,
      key: string,
      _version: string | undefined,
      body: Body,
      mimetype: string,
      cacheControl: string,
    ) {
      const file = path(bucket, key);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, await toBytes(body));
      return { ...(await read(file)).metadata, mimetype, cacheControl };
    },
    async deleteObject(bucket: string, key: string) {
      await rm(path(bucket, key), { force: true });
    },
    async deleteObjects(bucket: string, keys: string[]) {
      await Promise.all(keys.map((key) => rm(path(bucket, key), { force: true })));
    },
    async copyObject(
      bucket: string,
      key: string,
      _version: string | undefined,
      toBucket: string,
      toKey: string,
    ) {
      const file = path(toBucket, toKey);
      await mkdir(dirname(file), { recursive: true });
      await copyFile(path(bucket, key), file);
      return (await read(file)).metadata;
    },
    async headObject(bucket: string, key: string) {
      return (await read(path(bucket, key))).metadata;
    },
    async privateAssetUrl(bucket: string, key: string) {
      return `file://${path(bucket, key)}`;
    },
  };
}
