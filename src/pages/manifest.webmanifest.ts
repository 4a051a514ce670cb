import type { APIRoute } from 'astro';
import { manifestOf } from '../features/site/manifest';
import { localeOf } from '../i18n/paths';

export const GET: APIRoute = ({ url }) => new Response(manifestOf(localeOf(url.pathname)));
