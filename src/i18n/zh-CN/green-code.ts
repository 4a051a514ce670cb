/** Words of the page with all codes a resident has to show. */
export const greenCode = {
  title: '绿码',
  lead: '活动签到、兑换点取东西，都出示这里的码。一次只开一张，免得扫错；开过一次，没有网络也能再开。',
  signInFirst: '登录后看得到自己的码。',
  none: '现在没有要出示的码。报上名的活动、没用掉的兑换券会在这里。',
  events: '看活动',
  rewards: '看兑换品',
  kinds: { registration: '报名码', voucher: '兑换券' },
  moments: { registration: '{time} 开始', voucher: '{time} 前有效' },
  show: {
    registration: '给基地人员扫，或者念给他们听。',
    voucher: '给店员扫，或者念给他们听。',
  },
  qr: '「{name}」的二维码',
  more: '看详情',
  link: '绿码：要出示的码都在这里',
};
