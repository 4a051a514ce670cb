import type { Bilingual } from '../i18n/locale';

/** The 8 subdistricts (街道) and 6 towns (镇) of Yiwu, as the plan lists them. Source: plan §二（一）2. */
export const towns = {
  choucheng: { zh: '稠城街道', en: 'Choucheng Subdistrict', kind: 'street' },
  futian: { zh: '福田街道', en: 'Futian Subdistrict', kind: 'street' },
  jiangdong: { zh: '江东街道', en: 'Jiangdong Subdistrict', kind: 'street' },
  choujiang: { zh: '稠江街道', en: 'Choujiang Subdistrict', kind: 'street' },
  beiyuan: { zh: '北苑街道', en: 'Beiyuan Subdistrict', kind: 'street' },
  houzhai: { zh: '后宅街道', en: 'Houzhai Subdistrict', kind: 'street' },
  niansanli: { zh: '廿三里街道', en: 'Niansanli Subdistrict', kind: 'street' },
  chengxi: { zh: '城西街道', en: 'Chengxi Subdistrict', kind: 'street' },
  fotang: { zh: '佛堂镇', en: 'Fotang Town', kind: 'town' },
  suxi: { zh: '苏溪镇', en: 'Suxi Town', kind: 'town' },
  shangxi: { zh: '上溪镇', en: 'Shangxi Town', kind: 'town' },
  dachen: { zh: '大陈镇', en: 'Dachen Town', kind: 'town' },
  yiting: { zh: '义亭镇', en: 'Yiting Town', kind: 'town' },
  chian: { zh: '赤岸镇', en: 'Chi’an Town', kind: 'town' },
} as const satisfies Record<string, Bilingual & { kind: 'street' | 'town' }>;

export type TownCode = keyof typeof towns;
export const townCodes = Object.keys(towns) as [TownCode, ...TownCode[]];
