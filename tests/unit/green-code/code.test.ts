import { expect, test } from 'vitest';
import { inOrder, type ShownCode } from '../../../src/features/green-code/code';

const code = (title: string, moment: string | null): ShownCode => ({
  kind: 'voucher',
  title,
  place: '',
  moment,
  code: 'A',
  spelled: 'A',
  address: '/',
});

test('codes stand in the order they are needed, those without an end last', () => {
  const titles = inOrder([
    code('always', null),
    code('later', '2026-12-02T00:00:00Z'),
    code('sooner', '2026-12-01T23:00:00Z'),
  ]).map(({ title }) => title);
  expect(titles).toEqual(['sooner', 'later', 'always']);
});
