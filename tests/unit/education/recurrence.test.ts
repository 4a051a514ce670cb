import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  expandRule,
  mostSessions,
  ordinals,
  type Repetition,
  repetitionOf,
  ruleOf,
  type Weekday,
  weekdays,
} from '../../../src/features/education/recurrence';
import { parseMoment, shanghaiDay, shanghaiMoment, shanghaiTime } from '../../../src/lib/dates';

const weekdayOf = (day: string): Weekday =>
  weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] as Weekday;

const day = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 864e5, max: Date.UTC(2030, 11, 31) / 864e5 })
  .map((days) => new Date(days * 864e5).toISOString().slice(0, 10));
const end = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ until: day }),
);
const interval = fc.integer({ min: 1, max: 4 });
const weekly = fc.record({
  every: fc.constant('week' as const),
  interval,
  on: fc.subarray([...weekdays], { minLength: 1 }),
  end,
});
const monthly = fc.record({
  every: fc.constant('month' as const),
  interval,
  ordinal: fc.constantFrom(...ordinals),
  weekday: fc.constantFrom(...weekdays),
  end,
});
const repetition: fc.Arbitrary<Repetition> = fc.oneof(weekly, monthly);

describe('a repetition', () => {
  test('every Saturday from a Saturday on, four times', async () => {
    const rule = ruleOf({ every: 'week', interval: 1, on: ['SA'], end: { count: 4 } });
    expect(rule).toBe('FREQ=WEEKLY;BYDAY=SA;COUNT=4');
    expect(await expandRule(rule, '2027-01-02')).toEqual([
      '2027-01-02',
      '2027-01-09',
      '2027-01-16',
      '2027-01-23',
    ]);
  });

  test('an exception leaves its day out and moves no other, and still counts', async () => {
    expect(await expandRule('FREQ=WEEKLY;BYDAY=SA;COUNT=4', '2027-01-02', ['2027-01-16'])).toEqual([
      '2027-01-02',
      '2027-01-09',
      '2027-01-23',
    ]);
  });

  test('begins on the first day that fits, when the first day given does not', async () => {
    const rule = 'FREQ=WEEKLY;BYDAY=SA;COUNT=2';
    expect(await expandRule(rule, '2027-01-01')).toEqual(['2027-01-02', '2027-01-09']);
  });

  test('a last day is still in, and is the end of that day in Shanghai', async () => {
    const rule = ruleOf({
      every: 'week',
      interval: 2,
      on: ['SU', 'SA'],
      end: { until: '2027-01-16' },
    });
    expect(rule).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU;UNTIL=20270116T155959Z');
    expect(await expandRule(rule, '2027-01-02')).toEqual([
      '2027-01-02',
      '2027-01-03',
      '2027-01-16',
    ]);
  });

  test('the last Friday of each month, across months of five', async () => {
    const rule = 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=3';
    expect(await expandRule(rule, '2027-01-01')).toEqual([
      '2027-01-29',
      '2027-02-26',
      '2027-03-26',
    ]);
  });

  test('the second Saturday, begun after it has passed, starts next month', async () => {
    expect(await expandRule('FREQ=MONTHLY;BYDAY=2SA;COUNT=2', '2027-01-10')).toEqual([
      '2027-02-13',
      '2027-03-13',
    ]);
  });

  test('becomes a rule and comes back as it was', () => {
    fc.assert(
      fc.property(repetition, (before) => {
        expect(repetitionOf(ruleOf(before))).toEqual(before);
      }),
    );
  });

  test('rules that the form cannot show are none of its own', () => {
    for (const rule of [
      '',
      'FREQ=DAILY;COUNT=3',
      'FREQ=WEEKLY;BYDAY=SA',
      'FREQ=MONTHLY;BYDAY=5SA;COUNT=3',
      'FREQ=WEEKLY;BYDAY=1SA;COUNT=3',
    ]) {
      expect(repetitionOf(rule), rule).toBeUndefined();
    }
  });

  test('gives days in order, on its weekdays, none before the first day, as many as it says', async () => {
    await fc.assert(
      fc.asyncProperty(repetition, day, async (how, first) => {
        const days = await expandRule(ruleOf(how), first);
        expect(days).toEqual([...new Set(days)].sort());
        for (const each of days) {
          expect(each >= first).toBe(true);
          if (how.every === 'week') expect(how.on).toContain(weekdayOf(each));
          else {
            expect(weekdayOf(each)).toBe(how.weekday);
            const date = Number(each.slice(8));
            if (how.ordinal > 0) expect(Math.ceil(date / 7)).toBe(how.ordinal);
            else {
              const next = new Date(Date.parse(`${each}T00:00:00Z`) + 7 * 864e5);
              expect(next.toISOString().slice(0, 7)).not.toBe(each.slice(0, 7));
            }
          }
        }
        if ('count' in how.end) expect(days).toHaveLength(how.end.count);
        else {
          expect(days.length).toBeLessThanOrEqual(mostSessions);
          const { until } = how.end;
          expect(days.every((each) => each <= until)).toBe(true);
        }
      }),
    );
  });

  test('leaves out exactly the exceptions', async () => {
    await fc.assert(
      fc.asyncProperty(
        repetition,
        day,
        fc.infiniteStream(fc.boolean()),
        async (how, first, coins) => {
          const all = await expandRule(ruleOf(how), first);
          const exceptOn = all.filter(() => coins.next().value);
          expect(await expandRule(ruleOf(how), first, exceptOn)).toEqual(
            all.filter((each) => !exceptOn.includes(each)),
          );
        },
      ),
    );
  });

  test('keeps the hour of its sessions in Shanghai, wherever the reader is', async () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const days = await expandRule('FREQ=WEEKLY;BYDAY=SA;COUNT=60', '2027-01-02');
    fc.assert(
      fc.property(time, (hour) => {
        for (const each of days) {
          const moment = parseMoment(shanghaiMoment(each, hour));
          expect([shanghaiDay(moment), shanghaiTime(moment)]).toEqual([each, hour]);
        }
      }),
    );
  });
});
