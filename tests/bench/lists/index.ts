import { keyToText } from '../../../src/features/bureau/list/key.ts';
import { siteUrl } from '../../../supabase/local/config.ts';
import { connect } from '../../../supabase/local/migrate.ts';
import type { Stack } from '../../../supabase/local/stack.ts';
import { cut, median, p95 } from '../figures.ts';
import { listRequests } from '../settings.ts';
import { fillDesk, sizes } from './fill.ts';
import { cookiesOf } from './visitor.ts';

/** Half a year back: about the middle of what there is. */
const middle = () =>
  keyToText({
    value: new Date(Date.now() - 170 * 86_400_000).toISOString(),
    id: '00000000-0000-4000-8000-000000000000',
  });

/** Somebody without an account, whose pages are asked for past the cache. */
const visitor = 'visitor';

const targets = () => [
  { who: 'moderator', path: '/bureau/' },
  { who: 'moderator', path: '/bureau/moderation/record/' },
  { who: 'moderator', path: `/bureau/moderation/record/?after=${middle()}` },
  { who: 'moderator', path: '/bureau/moderation/record/?sort=-decided&rows=100' },
  { who: 'moderator', path: '/bureau/moderation/record/?q=%E4%BD%9B%E5%A0%82' },
  { who: 'moderator', path: '/bureau/moderation/record/?status=rejected&sort=coins' },
  { who: 'moderator', path: '/bureau/feedback/' },
  { who: 'moderator', path: '/bureau/feedback/?q=%E7%84%9A%E7%83%A7' },
  { who: 'moderator', path: '/bureau/feedback/?status=assigned' },
  { who: 'moderator', path: '/bureau/feedback/?late=1' },
  { who: 'editor', path: '/bureau/feedback/' },
  { who: 'editor', path: '/bureau/feedback/?q=%E7%84%9A%E7%83%A7' },
  { who: 'editor', path: '/bureau/events/' },
  { who: 'editor', path: '/bureau/events/?q=500' },
  { who: 'editor', path: '/bureau/events/sessions/' },
  { who: 'editor', path: '/bureau/bases/' },
  { who: 'editor', path: '/bureau/rewards/' },
  { who: 'editor', path: '/bureau/merchants/' },
  { who: 'editor', path: '/bureau/cells/' },
  { who: 'editor', path: '/bureau/points/' },
  { who: 'administrator', path: '/bureau/partners/' },
  { who: 'administrator', path: '/bureau/imports/' },
  { who: 'administrator', path: '/bureau/prices/' },
  { who: 'administrator', path: '/bureau/adjustments/' },
  { who: 'administrator', path: '/bureau/envelopes/' },
  { who: 'administrator', path: '/bureau/prices/waste-sorting/' },
  { who: 'administrator', path: '/bureau/settlements/' },
  { who: 'administrator', path: '/bureau/fund/' },
  { who: 'analyst', path: '/bureau/waves/' },
  { who: 'administrator', path: '/bureau/people/roles/' },
  { who: 'analyst', path: '/bureau/report/' },
  { who: 'administrator', path: '/bureau/audit/' },
  { who: 'administrator', path: '/bureau/audit/?q=moderator' },
  { who: visitor, path: '/feedback/done/' },
  { who: visitor, path: '/feedback/done/?kind=complaint&town=fotang' },
  { who: visitor, path: '/feedback/done/?state=overdue' },
  { who: visitor, path: '/events/' },
  { who: visitor, path: '/events/?town=fotang' },
  { who: visitor, path: '/events/?view=month' },
  { who: visitor, path: '/events/?view=map' },
  { who: visitor, path: '/events/past/' },
  { who: visitor, path: '/bases/' },
];

/** How long one person waits for a page, in milliseconds, asked again and again. */
async function wait(address: string, cookie: string) {
  const times: number[] = [];
  // The first two compile and warm up, and are not counted.
  for (let asked = -2; asked < listRequests; asked += 1) {
    const asking = cookie ? address : `${address}${address.includes('?') ? '&' : '?'}turn=${asked}`;
    const begun = performance.now();
    const answer = await fetch(asking, { headers: { cookie }, redirect: 'manual' });
    const body = await answer.text();
    const took = performance.now() - begun;
    if (answer.status !== 200 || body.includes('role="alert"')) {
      throw new Error(`${address} answered ${answer.status} and no list.`);
    }
    if (asked >= 0) times.push(took);
  }
  return { median: cut(median(times), 0), p95: cut(p95(times), 0) };
}

/** How long the lists of the console and of the site take, through the built site, when there is a year of everything. */
export async function measureLists(stack: Stack) {
  const sql = connect(stack.database.url);
  try {
    await fillDesk(sql);
  } finally {
    await sql.end();
  }
  const cookies = new Map<string, string>();
  const results = [];
  for (const { who, path } of targets()) {
    const cookie =
      who === visitor ? '' : (cookies.get(who) ?? (await cookiesOf(stack, `${who}@example.com`)));
    cookies.set(who, cookie);
    const times = await wait(`${siteUrl(stack.config)}${path}`, cookie);
    results.push({ who, path: path.replace(/after=.*/, 'after=…'), ...times });
  }
  return { sizes, requests: listRequests, targets: results };
}
