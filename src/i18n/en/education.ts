import type { Dictionary } from '../zh-CN';

export const education: Dictionary['education'] = {
  errors: {},
};
