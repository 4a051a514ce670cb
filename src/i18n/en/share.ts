import type { Dictionary } from '../zh-CN';

export const share: Dictionary['share'] = {
  line: 'Eight cases, twenty indicators, green actions for everyone',
  cardAlt: 'The title “{title}” above a landscape in blue and green',
};
