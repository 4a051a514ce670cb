export const books = {
  throughDay: '截至 {day}，每天零点后结一次账。',
  noDayYet: '第一天的账要到零点后才结。',
  errors: {
    receipt_unknown: '没有找到这笔流水的回执。',
    day_is_open: '{day} 的账还没有结，零点过后再来取回执。',
  },
};
