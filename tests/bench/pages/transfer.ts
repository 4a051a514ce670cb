import type { Page, Response } from '@playwright/test';
import { gzipped } from '../build/files.ts';

const kinds = ['html', 'css', 'script', 'font', 'other'] as const;
type Kind = (typeof kinds)[number];

/** Something the browser was sent, and its size after gzip -9. */
export interface Sent {
  kind: Kind;
  address: string;
  bytes: number;
}

function kindOf(contentType: string): Kind {
  if (contentType.includes('html')) return 'html';
  if (contentType.includes('css')) return 'css';
  if (contentType.includes('javascript')) return 'script';
  return contentType.includes('font') ? 'font' : 'other';
}

/** The server leaves compression to whatever stands before it, so each body is compressed here. */
async function weigh(response: Response): Promise<Sent> {
  const address = new URL(response.url()).pathname;
  if (!response.ok()) throw new Error(`${address} answered ${response.status()}.`);
  const kind = kindOf(response.headers()['content-type'] ?? '');
  return { kind, address, bytes: gzipped(await response.body()) };
}

/** Takes down everything the site sends to a page, from now on. */
export function recordTransfer(page: Page, origin: string) {
  const sent: Promise<Sent>[] = [];
  page.on('response', (response) => {
    if (response.url().startsWith(`${origin}/`)) {
      const weighed = weigh(response);
      // Whoever asks for the sums is told; until then a failure is not unheard of.
      weighed.catch(() => {});
      sent.push(weighed);
    }
  });
  /** Bytes so far by kind. */
  return async (): Promise<Record<Kind, number>> => {
    const sums = { html: 0, css: 0, script: 0, font: 0, other: 0 };
    // Read to the end, however long the list grows meanwhile.
    for (const each of sent) {
      const { kind, bytes } = await each;
      sums[kind] += bytes;
    }
    return sums;
  };
}
