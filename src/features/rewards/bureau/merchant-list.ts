import type { Tables } from '../../../lib/database.types';
import { townName } from '../../../lib/town-name';
import { mayEdit } from '../../bureau/access';
import { townChoices } from '../../bureau/list/choices';
import type { ListDefinition } from '../../bureau/list/definition';
import { yesNo } from '../../bureau/list/words';

type Row = Tables<'desk_merchants'>;

/** Every merchant, by name. */
export const merchantList: ListDefinition<Row> = {
  name: 'merchants',
  source: 'desk_merchants',
  select: '*',
  id: 'id',
  search: 'search',
  order: { key: 'name', descending: false },
  roles: ['editor', 'administrator'],
  columns: [
    {
      key: 'name',
      label: (t) => t.desk.catalogue.nameZh,
      kind: 'text',
      value: (row) => row.name_zh,
      sort: 'name_zh',
      link: (row, { roles }) => (mayEdit(roles) ? `/bureau/merchants/${row.id}/` : undefined),
    },
    {
      key: 'english',
      label: (t) => t.desk.catalogue.nameEn,
      kind: 'text',
      value: (row) => row.name_en,
      sort: 'name_en',
    },
    {
      key: 'town',
      label: (t) => t.desk.catalogue.town,
      kind: 'text',
      value: (row, { locale }) => townName(row.town_code, locale),
      sort: 'town_code',
    },
    {
      key: 'steps',
      label: (t) => t.desk.catalogue.stepFree,
      kind: 'state',
      value: (row, { t }) =>
        row.step_free === null ? t.desk.catalogue.stepsUnknown : yesNo(row.step_free, t),
      sort: 'step_free',
    },
    {
      key: 'closed',
      label: (t) => t.desk.catalogue.isClosed,
      kind: 'state',
      value: (row, { t }) => yesNo(row.is_closed, t),
      sort: 'is_closed',
    },
    {
      key: 'rewards',
      label: (t) => t.desk.catalogue.openRewards,
      kind: 'number',
      value: (row) => row.open_rewards,
      sort: 'open_rewards',
    },
    {
      key: 'changed',
      label: (t) => t.desk.catalogue.changedAt,
      kind: 'moment',
      value: (row) => row.changed_at,
      sort: 'changed_at',
    },
    {
      key: 'demo',
      label: (t) => t.site.demo,
      kind: 'state',
      value: (row, { t }) => yesNo(row.is_demo, t),
      isExtra: true,
    },
  ],
  filters: [
    {
      key: 'town',
      label: (t) => t.desk.catalogue.town,
      column: 'town_code',
      kind: 'choice',
      choices: townChoices,
    },
  ],
};
