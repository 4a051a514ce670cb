import type { APIRoute } from 'astro';
import { readCertificate } from '../../features/education/print/api';
import { drawCertificate } from '../../features/education/print/certificate';
import { dictionaryOf } from '../../i18n/dictionary';
import { inLocale } from '../../i18n/locale';
import { localeOf, pathIn } from '../../i18n/paths';
import { signInAddress } from '../../lib/island';

export const prerender = false;

/** A certificate as a PDF, for the resident it belongs to. */
export const GET: APIRoute = async ({ locals, params, url, site, redirect }) => {
  const locale = localeOf(url.pathname);
  const { resident } = locals;
  if (!resident) return redirect(signInAddress(locale, url.pathname));
  const certificate = await readCertificate(resident.client, params.id ?? '');
  // Somebody else's certificate and none at all are the same answer.
  if (!certificate) return new Response(null, { status: 404 });
  const { code, name, issued_at } = certificate;
  const say = (zh: string | null, en: string | null) =>
    inLocale({ zh: zh ?? '', en: en ?? '' }, locale);
  const file = await drawCertificate(
    {
      locale,
      name,
      event: say(certificate.title_zh, certificate.title_en),
      base: say(certificate.base_name_zh, certificate.base_name_en),
      startsAt: certificate.starts_at ?? '',
      endsAt: certificate.ends_at ?? '',
      issuedAt: issued_at,
      code,
      address: new URL(pathIn(locale, `/certificates/${code}/`), site).href,
      isDemo: certificate.is_demo ?? false,
    },
    dictionaryOf(locale).print,
  );
  return new Response(Buffer.from(file), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="certificate-${code}.pdf"`,
    },
  });
};
