/** What stands on the page of one case, around its own words. */
export const casePage = {
  timelineHeading: '几个年份',
  place: {
    heading: '在哪里',
    hereHeading: '这里',
    map: '案例所在的镇街',
    eventsHere: '案例在这里，去看这里的活动',
    elsewhere: '不在这个案例里',
  },
  related: {
    heading: '接着做',
    actions: '可以做的绿色行动',
    action: '绿色行动「{name}」',
    events: '可以去的活动',
    eventsOf: '{town}近期的活动',
    allEvents: '全市近期的活动',
    projects: '方案里相关的项目',
    project: '第{number}项，{years}年',
  },
  issued: '2022 年 6 月 1 日印发',
  drawn: {
    dots: '一点代表{dot}，共{count}点。',
    dotsOf: '一点代表{dot}，实心的{count}点；全部{all}点是{whole}。',
    dotsAlt: '按比例画的点，实心的有{count}点',
    part: '最后一点按余数画小。',
    more: '末尾的空心点表示不止这些。',
    nearly: '末尾的空心点表示还差一点。',
    folded:
      '方框是义乌南北{northSouth}公里、东西{eastWest}公里的范围。{length}公里拉直了，能从南到北走{runs}趟；一竖是一趟，与方框同一比例。',
    foldedAlt: '方框旁边排着{runs}条与它等高的竖线',
    squares: '两块按同一比例画，左边是{left}，右边是{right}。',
    squaresAlt: '按比例画的两个方块',
  },
};
