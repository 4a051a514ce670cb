import type { Dictionary } from '../zh-CN';

export const inbox: Dictionary['inbox'] = {
  errors: {},
};
