/** A partner as it stands in its form. The database checks it: see save_partner. */
export interface PartnerContent {
  id: string;
  action_code: string;
  name_zh: string;
  name_en: string;
  unit_zh: string;
  unit_en: string;
  is_open: boolean;
}

/** A partner nobody has written yet. */
export const newPartner = (actionCode: string): PartnerContent => ({
  id: crypto.randomUUID(),
  action_code: actionCode,
  name_zh: '',
  name_en: '',
  unit_zh: '次',
  unit_en: 'times',
  is_open: false,
});

/** A partner as the API gives it, for its form. */
export const contentOf = (row: PartnerContent): PartnerContent => ({
  id: row.id,
  action_code: row.action_code,
  name_zh: row.name_zh,
  name_en: row.name_en,
  unit_zh: row.unit_zh,
  unit_en: row.unit_en,
  is_open: row.is_open,
});
