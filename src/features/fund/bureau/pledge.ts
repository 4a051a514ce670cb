import type { Enums, Tables } from '../../../lib/database.types';
import { shanghaiDay } from '../../../lib/dates';

/** A pledge as it stands in its form; the id is made when the form of a new one opens. */
export interface PledgeContent {
  id: string;
  kind: Enums<'pledge_kind'>;
  sponsor_zh: string;
  sponsor_en: string;
  /** Fen (1/100 元); 0 while what is written is no amount. */
  fen: number;
  /** YYYY-MM-DD. */
  pledged_on: string;
  is_withdrawn: boolean;
}

/** A pledge nobody has recorded yet, of today in Shanghai. */
export const newPledge = (): PledgeContent => ({
  id: crypto.randomUUID(),
  kind: 'sponsor',
  sponsor_zh: '',
  sponsor_en: '',
  fen: 0,
  pledged_on: shanghaiDay(new Date()),
  is_withdrawn: false,
});

/** A stored pledge as its form shows it. */
export const contentOfPledge = (
  row: Pick<
    Tables<'fund_pledges'>,
    'id' | 'kind' | 'sponsor_zh' | 'sponsor_en' | 'fen' | 'pledged_on' | 'withdrawn_at'
  >,
): PledgeContent => ({
  id: row.id,
  kind: row.kind,
  sponsor_zh: row.sponsor_zh,
  sponsor_en: row.sponsor_en,
  fen: row.fen,
  pledged_on: row.pledged_on,
  is_withdrawn: row.withdrawn_at !== null,
});
