import { defineMiddleware } from 'astro:middleware';
import { pathWithoutLocale } from './i18n/paths';
import { headersOfEveryPage } from './lib/security-headers.mjs';
import { residentOf } from './lib/supabase/server';

const personal = /^\/(wallet|vouchers|account|merchant|survey|bureau)(\/|$)/;

/** Finds out who asks, on pages that are somebody's own, and adds the headers of every answer. */
export const onRequest = defineMiddleware(async (context, next) => {
  const isPersonal =
    !context.isPrerendered && personal.test(pathWithoutLocale(context.url.pathname));
  if (isPersonal) {
    const resident = await residentOf(context);
    if (resident) context.locals.resident = resident;
  }
  const response = await next();
  for (const [name, value] of Object.entries(headersOfEveryPage)) response.headers.set(name, value);
  if (isPersonal) response.headers.set('Cache-Control', 'private, no-store');
  return response;
});
