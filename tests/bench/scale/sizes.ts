import { createHash, randomInt } from 'node:crypto';
import { scaleDown } from '../settings.ts';
import type { SizeName } from './server.ts';

export interface Size {
  wallets: number;
  transfers: number;
  /** Wallets that nobody came by since last year: the first of them. */
  asleep: number;
}

/** The city, or a part of it for trying the bench; and a small town beside it, with as many transfers a wallet. */
export const sizes: Record<SizeName, Size> = {
  small: { wallets: 10_000, transfers: 100_000, asleep: 5_400 },
  big: {
    wallets: Math.ceil(1_860_000 / scaleDown),
    transfers: Math.ceil(20_000_000 / scaleDown),
    asleep: Math.ceil(1_000_000 / scaleDown),
  },
};

/** The id of a resident by number, as fill.ts makes it in SQL. */
const residentId = (number: number) => createHash('md5').update(`bench ${number}`).digest('hex');

/** Somebody who was here this year. */
export const anyResident = ({ wallets, asleep }: Size) =>
  residentId(randomInt(asleep, wallets) + 1);
