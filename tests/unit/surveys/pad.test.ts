import { expect, test } from 'vitest';
import { padded, type Sheet, sheetBytes } from '../../../src/features/surveys/token/pad.ts';

const sheet = (answers: Sheet['answers']): Sheet => ({
  key: 'a'.repeat(16),
  prepared: 'b'.repeat(128),
  signature: 'c'.repeat(512),
  mode: 'web',
  strata: {},
  answers,
});
const bytes = (text: string) => new TextEncoder().encode(text).length;

test('every answer has the same size on its way, whatever was answered', () => {
  const short = sheet({ satisfaction: 'satisfied' });
  const long = sheet({
    satisfaction: 'not_satisfied',
    why: '江水比前几年清了。\n"好" \\ 😀'.repeat(300),
  });
  for (const one of [short, long]) {
    const text = padded(one);
    expect(bytes(text)).toBe(sheetBytes);
    const { padding, ...rest } = JSON.parse(text);
    expect(rest).toEqual(one);
    expect(padding.trim()).toBe('');
  }
});

test('an answer may fill it to the last byte and is refused with one more', () => {
  const room = sheetBytes - bytes(JSON.stringify({ ...sheet({ why: '' }), padding: '' }));
  expect(bytes(padded(sheet({ why: 'x'.repeat(room) })))).toBe(sheetBytes);
  expect(() => padded(sheet({ why: 'x'.repeat(room + 1) }))).toThrow('answer_too_long');
});
