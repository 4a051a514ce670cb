import { describe, expect, test } from 'vitest';
import {
  decisionInWords,
  type JudgingWords,
  lookInWords,
  placeOf,
  reasonsIn,
  similarLogs,
} from '../../../src/features/green-actions/bureau/judging/item.ts';
import { shortcutOf } from '../../../src/features/green-actions/bureau/judging/keys.ts';
import {
  isGone,
  secondsLeft,
  stands,
} from '../../../src/features/green-actions/bureau/queue/take-back.ts';
import { zhCN } from '../../../src/i18n/zh-CN.ts';

const pressed = (key: string, target: object | null = { tagName: 'BODY' }, rest: object = {}) =>
  shortcutOf({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    isComposing: false,
    defaultPrevented: false,
    target: target as EventTarget | null,
    ...rest,
  });

describe('a key is a shortcut', () => {
  test('on the page, on buttons and on boxes, in capitals or not', () => {
    expect(pressed('a')).toBe('a');
    expect(pressed('A')).toBe('a');
    expect(pressed('?')).toBe('?');
    expect(pressed('ArrowRight')).toBe('arrowright');
    expect(pressed('1', { tagName: 'BUTTON', type: 'submit' })).toBe('1');
    expect(pressed('a', { tagName: 'INPUT', type: 'checkbox' })).toBe('a');
    expect(pressed('a', { tagName: 'INPUT', type: 'radio' })).toBe('a');
    expect(pressed('a', null)).toBe('a');
  });
  test.each([
    ['a text', { tagName: 'INPUT', type: 'text' }],
    ['a number', { tagName: 'INPUT', type: 'number' }],
    ['a field without a type', { tagName: 'INPUT' }],
    ['a text of many lines', { tagName: 'TEXTAREA' }],
    ['a list', { tagName: 'SELECT' }],
    ['what can be edited', { tagName: 'DIV', isContentEditable: true }],
  ])('not while %s has the focus', (_, target) => {
    expect(pressed('a', target)).toBeUndefined();
  });
  test.each(['ctrlKey', 'metaKey', 'altKey', 'repeat', 'isComposing', 'defaultPrevented'])(
    'not with %s',
    (name) => {
      expect(pressed('a', undefined, { [name]: true })).toBeUndefined();
    },
  );
  test('not when arrows move something else: a choice, or an enlarged photo', () => {
    expect(pressed('ArrowRight', { tagName: 'INPUT', type: 'radio' })).toBeUndefined();
    expect(pressed('ArrowRight', { tagName: 'DIV', dataset: { arrows: '' } })).toBeUndefined();
    expect(pressed('j', { tagName: 'DIV', dataset: { arrows: '' } })).toBe('j');
  });
});

const words: JudgingWords = {
  item: zhCN.moderation.item,
  keys: zhCN.moderation.keys,
  statuses: zhCN.moderation.log.statuses,
  reasons: zhCN.bureau.reasons,
  actionNames: { 'river-patrol': '巡河护水' },
};

test('reasons stand in the order of their keys, at most nine', () => {
  expect(reasonsIn(words)[0]).toBe('unclear_photo');
  expect(reasonsIn(words).length).toBeLessThanOrEqual(9);
});

test('reasons to look closer are said with their figures', () => {
  expect(lookInWords({ kind: 'device', accounts: 3 }, words.item)).toBe(
    '同一台设备，10 分钟里有 3 个账户送审',
  );
  expect(lookInWords({ kind: 'outlier', count: 9, mean: 1.4 }, words.item)).toContain(
    '平均 1.4 次',
  );
  expect(lookInWords({ kind: 'near_photo', logs: [] }, words.item)).toBe(
    '这张照片和另一条记录的很像',
  );
  expect(similarLogs([{ kind: 'device', accounts: 2 }])).toEqual([]);
});

test('what was decided before is said by what it was, with its reason', () => {
  const said = (rest: object) =>
    decisionInWords(
      { kind: 'decide', approved: true, reason: null, note: '', decided_at: '', ...rest },
      words,
      '：',
    );
  expect(said({})).toBe('通过');
  expect(said({ approved: false, reason: 'seen_before' })).toBe('不通过：这张照片以前用过');
  expect(said({ kind: 'undo', approved: null })).toBe('撤回了决定');
  expect(said({ kind: 'appeal' })).toBe('申诉后通过');
  expect(said({ kind: 'appeal', approved: false, reason: 'other' })).toBe('申诉后仍不通过：其他');
});

test('a place is said by its name, an unknown one by its code, and none as none', () => {
  expect(placeOf('fotang', words, 'zh-CN')).toBe('佛堂镇');
  expect(placeOf('fotang', words, 'en')).toBe('Fotang Town');
  expect(placeOf('elsewhere', words, 'en')).toBe('elsewhere');
  expect(placeOf(null, words, 'zh-CN')).toBe('没有填镇街');
});

test('seconds to take back run down to none, and are never promised longer than they are', () => {
  expect(secondsLeft(60_000, 0)).toBe(60);
  expect(secondsLeft(60_000, 1)).toBe(59);
  expect(secondsLeft(60_000, 59_001)).toBe(0);
  expect(secondsLeft(60_000, 90_000)).toBe(0);
});

test('a lost connection or session takes nothing away', () => {
  for (const code of ['offline', 'staff_session_ended', 'sign_in_first', 'note_too_long']) {
    expect(isGone(code)).toBe(false);
    expect(stands(code)).toBe(false);
  }
  expect(isGone('claimed_by_another')).toBe(true);
  expect(stands('coins_spent')).toBe(true);
});
