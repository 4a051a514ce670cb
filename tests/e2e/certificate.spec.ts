import { randomUUID } from 'node:crypto';
import { readPdf } from '../unit/education/pdf';
import { newHost, newPerson, newRegistration, newSession } from './education';
import { expect, test } from './fixtures';
import { SignInPage } from './people';

test.use({ refusals: [404] });

/** Somebody who was at a session, with the certificate of it. */
async function attendee(name: string) {
  const session = await newSession();
  const host = await newHost(session.baseId);
  const person = await newRegistration(session, name);
  const arrived = await host.api.rpc('record_check_ins', {
    p_session_id: session.sessionId,
    p_device: 'test',
    p_scans: [
      {
        nonce: randomUUID(),
        kind: 'arrive',
        registration_id: person.registration.id,
        people: 1,
        how: 'typed',
        scanned_at: new Date().toISOString(),
      },
    ],
  });
  if (arrived.error) throw arrived.error;
  const { data, error } = await person.api.rpc('issue_certificate', {
    p_registration_id: person.registration.id,
    p_name: name,
  });
  if (error) throw error;
  return { session, person, certificate: data };
}

test('a certificate is its owner’s to print and everybody’s to verify', async ({
  page,
  browser,
}) => {
  const { session, person, certificate } = await attendee('欧阳𬭎');
  const file = `/certificates/${certificate.id}.pdf`;
  await page.goto(file);
  await expect(page).toHaveURL(/\/sign-in\/\?next=/);

  await new SignInPage(page).signIn(person.email, person.password);
  const answer = await page.request.get(file);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect(answer.headers()['cache-control']).toContain('private');
  const pdf = await readPdf(await answer.body());
  expect(pdf.pages).toBe(1);
  expect(pdf.text).toContain('欧阳𬭎');
  expect(pdf.text).toContain(session.title.replace(' ', ''));
  expect((await page.request.get(`/en${file}`)).status()).toBe(200);

  const stranger = await newPerson();
  const theirs = await (await browser.newContext()).newPage();
  await new SignInPage(theirs).signIn(stranger.email, stranger.password);
  expect((await theirs.request.get(file)).status()).toBe(404);
  await theirs.context().close();
});

test('a code is verified as it is typed, without JavaScript, and a typo is no forgery', async ({
  browser,
}) => {
  const { session, certificate } = await attendee('欧阳小满');
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto('/certificates/');
  const { code } = certificate;
  await page
    .getByLabel('核验码')
    .fill(`${code.slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase());
  await page.getByRole('button', { name: '核验' }).click();
  await expect(page).toHaveURL(`/certificates/${code}/`);
  await expect(page.getByRole('heading', { name: '这份证明是真的' })).toBeVisible();
  await expect(page.getByText(session.title)).toBeVisible();
  await expect(page.getByText('欧*')).toBeVisible();
  expect(await page.content()).not.toContain('欧阳');

  const swapped = code.slice(0, 10) + code[11] + code[10];
  const wrong = swapped === code ? `2${code.slice(1)}` : swapped;
  expect((await page.goto(`/certificates/${wrong}/`))?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: '核验码抄错了' })).toBeVisible();

  // Eleven times the digit 2 stands for nothing and adds up to nothing: well formed, never issued.
  expect((await page.goto('/en/certificates/2222-2222-2222/'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'This code was never issued' })).toBeVisible();
  await context.close();
});
