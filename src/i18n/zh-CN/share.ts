/** What is said of a page where its address is shared. */
export const share = {
  line: '八个案例、二十项指标，和每个人都能做的绿色行动',
  cardAlt: '题目「{title}」，下面是一幅青绿山水',
};
