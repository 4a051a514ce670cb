import type { Dictionary } from '../zh-CN';

export const checkIn: Dictionary['checkIn'] = {
  errors: {},
};
