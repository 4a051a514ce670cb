import type { Dictionary } from '../zh-CN';

export const feedback: Dictionary['feedback'] = {
  errors: {},
};
