import { defineMiddleware } from 'astro:middleware';
import type { APIContext } from 'astro';
import { enterConsole } from './features/account/api';
import { countUnread } from './features/inbox/api';
import { localeOf, pathIn, pathWithoutLocale } from './i18n/paths';
import { Refusal } from './lib/errors';
import { signInAddress } from './lib/island';
import { headersOfEveryPage } from './lib/security-headers.mjs';
import { type Resident, residentOf } from './lib/supabase/server';

const personal =
  /^\/((wallet|vouchers|account|merchant|green-code|survey(?!\/(answers|keys\.json|waves|secrecy)(\/|$))|bureau|inbox|my-events|check-in\/here|act\/(log|partners)|feedback\/track)(\/|$)|certificates\/[^/]+\.pdf$)/;

/** Pages of staff. The check-in app is built once and kept on phones: there the API alone decides. */
const ofStaff = /^\/(bureau|merchant)(\/|$)/;

/** Lets staff in; gives the way to go instead when their session does not work any more. */
async function enterAsStaff(context: APIContext, resident: Resident): Promise<string | undefined> {
  const locale = localeOf(context.url.pathname);
  try {
    context.locals.staff = await enterConsole(resident.client);
  } catch (error) {
    const code = error instanceof Refusal ? error.problem.code : '';
    const back = `${context.url.pathname}${context.url.search}`;
    if (code === 'staff_session_ended') return signInAddress(locale, back, code);
    if (code === 'second_factor_needed') {
      return `${pathIn(locale, '/account/')}?next=${encodeURIComponent(back)}#second-factor`;
    }
    // The page itself says what it cannot read.
    context.locals.staff = [];
  }
  return undefined;
}

/** Finds out who asks, on pages that are somebody's own, and adds the headers of every answer. */
export const onRequest = defineMiddleware(async (context, next) => {
  const path = pathWithoutLocale(context.url.pathname);
  const isPersonal = !context.isPrerendered && personal.test(path);
  let elsewhere: string | undefined;
  let away: string | undefined;
  if (isPersonal) {
    const resident = await residentOf(context).catch((error) => {
      if (!(error instanceof Refusal)) throw error;
      away = pathIn(localeOf(context.url.pathname), `/away/${context.url.search}`);
    });
    if (resident) {
      context.locals.resident = resident;
      const [unread, way] = await Promise.all([
        countUnread(resident.client).catch((): undefined => undefined),
        ofStaff.test(path) ? enterAsStaff(context, resident) : undefined,
      ]);
      if (unread !== undefined) context.locals.unread = unread;
      elsewhere = way;
    }
  }
  const response = elsewhere ? context.redirect(elsewhere) : await next(away);
  for (const [name, value] of Object.entries(headersOfEveryPage)) response.headers.set(name, value);
  if (isPersonal) {
    response.headers.set('Cache-Control', 'private, no-store');
    // For the reader's own service worker, which keeps nothing of anybody else (lib/offline/site-worker.js).
    const { resident } = context.locals;
    if (resident) response.headers.set('X-Resident', resident.id);
  }
  return response;
});
