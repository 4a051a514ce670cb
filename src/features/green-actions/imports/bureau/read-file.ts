import { textOfBytes } from '../../../../lib/read-table';
import type { ImportFile } from './api';
import { type ReadFile, readRows } from './read-rows';

/** Why a file cannot be sent. */
export type Problem = Extract<ReadFile, { problem: string }>['problem'];

const mostBytes = 2_000_000;

/** Reads a CSV file for a partner and gives it an id of its own, or says why it cannot be sent. */
export async function readFile(file: File, partner: string): Promise<ImportFile | Problem> {
  if (file.size > mostBytes) return 'too_large';
  const bytes = await file.arrayBuffer();
  const read = readRows(textOfBytes(bytes));
  if ('problem' in read) return read.problem;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id: crypto.randomUUID(), partner, name: file.name.slice(0, 200), sha256, ...read };
}
