import type { Dictionary } from '../zh-CN';

export const desk: Dictionary['desk'] = {
  errors: {},
};
