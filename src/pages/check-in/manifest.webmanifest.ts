import type { APIRoute } from 'astro';
import { manifestOf } from '../../features/education/check-in/manifest';
import { localeOf } from '../../i18n/paths';

export const GET: APIRoute = ({ url }) => new Response(manifestOf(localeOf(url.pathname)));
