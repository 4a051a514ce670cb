// When an envelope will be empty, and at what price it would last: pure figures, the same on every page.

/** What an envelope paid and has left. */
export interface Spending {
  /** Coins paid on each of the last 28 days through yesterday, oldest first; fewer where it is younger. */
  daily: readonly number[];
  /** Coins left. */
  remaining: number;
  /** The day in Asia/Shanghai (YYYY-MM-DD) on which it pays next; it ends with that day's year. */
  today: string;
}

/** When an envelope will be empty; a day is null where that is not before the year ends. */
export interface Forecast {
  /** empty: now; lasts: through the year even if much is paid; tight: may or may not last; runs_out: does not. */
  outlook: 'empty' | 'lasts' | 'tight' | 'runs_out';
  /** Coins a day, the mean of the days that were given. */
  perDay: number;
  /** The day (YYYY-MM-DD) on which it is expected to be used up, and the two between which nine of ten fall. */
  on: string | null;
  earliest: string | null;
  latest: string | null;
}

/** Fewer days say too little. */
const fewestDays = 7;
/** Nine of ten: five in a hundred fall beyond either end. */
const spread = 1.645;
const dayLength = 86_400_000;

const momentOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayAfter = (day: string, days: number) =>
  new Date(momentOf(day) + days * dayLength).toISOString().slice(0, 10);
/** Days from a day through the last of its year, both counted. */
const daysLeftOf = (day: string) =>
  (momentOf(`${day.slice(0, 4)}-12-31`) - momentOf(day)) / dayLength + 1;

function figuresOf(daily: readonly number[]) {
  const mean = daily.reduce((sum, coins) => sum + coins, 0) / daily.length;
  const squares = daily.reduce((sum, coins) => sum + (coins - mean) ** 2, 0);
  return { mean, variance: squares / (daily.length - 1), days: daily.length };
}

/** Coins paid in so many days, so many deviations above what is expected: days differ, and so may their mean. */
function paidIn(days: number, deviations: number, figures: ReturnType<typeof figuresOf>): number {
  const { mean, variance } = figures;
  const deviation = Math.sqrt(variance * (days + (days * days) / figures.days));
  return mean * days + deviations * deviation;
}

/** The first day on which that many coins have been paid; null when it is not in this year. */
function dayOfUse(
  { remaining, today }: Spending,
  deviations: number,
  figures: ReturnType<typeof figuresOf>,
): string | null {
  const daysLeft = daysLeftOf(today);
  for (let days = 1; days <= daysLeft; days += 1) {
    if (paidIn(days, deviations, figures) >= remaining) return dayAfter(today, days - 1);
  }
  return null;
}

/** Forecasts when an envelope will be used up; undefined when fewer than seven days are known. */
export function forecast(spending: Spending): Forecast | undefined {
  const { daily, remaining, today } = spending;
  if (remaining <= 0) {
    const perDay = daily.length > 0 ? figuresOf(daily).mean : 0;
    return { outlook: 'empty', perDay, on: today, earliest: today, latest: today };
  }
  if (daily.length < fewestDays) return undefined;
  const figures = figuresOf(daily);
  const [earliest, on, latest] = [spread, 0, -spread].map((deviations) =>
    dayOfUse(spending, deviations, figures),
  ) as [string | null, string | null, string | null];
  const outlook = latest !== null ? 'runs_out' : earliest !== null ? 'tight' : 'lasts';
  return { outlook, perDay: figures.mean, on, earliest, latest };
}

/**
 * The highest whole price, today's at most, at which an envelope lasts through the year even in a year of much
 * use (the upper end of the range), if the action is done as often as in the days given. 0 when one coin is
 * too much; undefined when fewer than seven days are known.
 */
export function priceThatLasts(spending: Spending, price: number): number | undefined {
  const { daily, remaining, today } = spending;
  if (daily.length < fewestDays) return undefined;
  const most = paidIn(daysLeftOf(today), spread, figuresOf(daily));
  return most <= remaining ? price : Math.max(0, Math.floor((price * remaining) / most));
}
