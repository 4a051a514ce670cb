import type { Arbitrary } from 'fast-check';
import type { Command } from './call.ts';
import { adjustments } from './commands/adjust.ts';
import { awards } from './commands/award.ts';
import { redemptions } from './commands/redeem.ts';
import { refunds } from './commands/refund.ts';
import { takingsBack } from './commands/take-back.ts';
import { turns } from './commands/year.ts';

/** Every command that moves coins; awards twice, because the others need something to act upon. */
export const commands: Arbitrary<Command>[] = [
  ...awards,
  ...awards,
  ...redemptions,
  ...refunds,
  ...takingsBack,
  ...adjustments,
  ...turns,
];
