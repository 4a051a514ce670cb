import type { Problem } from '../../lib/errors';
import type { Limits } from './api';

/** Why an action would be refused now, as the refusal would say it; nothing where it would not. */
export function limitProblem({ reason, cap, next_at }: Limits): Problem | undefined {
  if (reason === null) return undefined;
  return {
    code: reason,
    values: { ...(cap !== null && { cap }), ...(next_at !== null && { next_at }) },
  };
}
