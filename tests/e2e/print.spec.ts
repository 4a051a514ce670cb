import { readPdf } from '../unit/education/pdf';
import { newHost, newRegistration, newSession } from './education';
import { expect, test } from './fixtures';
import { SignInPage } from './people';

// Read in English: where no Chinese face is installed, the text of a PDF has no Chinese.

test('a poster is one page of A4, by day in the dark scheme too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const path of ['/events/demo-river-walk/poster/', '/en/events/demo-hearing-bins/poster/']) {
    await page.goto(path);
    await expect(page.locator('.poster')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    expect(pages, path).toBe(1);
  }
});

test('the books of the coins print with their figures and roots, in black on white, and nothing to press', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/en/transparency/');
  const sum = await page.locator('[data-sum]').innerText();
  const root = await page.locator('#roots tbody code').first().innerText();
  const { pages, text } = await readPdf(
    await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }),
  );
  expect(pages).toBeLessThan(10);
  const plain = (words: string) => words.normalize('NFKC').replace(/\s/g, '');
  for (const part of [sum, root, 'The same days, seven at a time']) {
    expect(plain(text)).toContain(plain(part));
  }
  for (const control of ['Download the data', 'Elder mode']) {
    expect(plain(text)).not.toContain(plain(control));
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('#roots tbody td').first()).toHaveCSS('color', 'rgb(0, 0, 0)');
});

test('a check-in sheet has the names, repeats its head, and ends with lines to write on', async ({
  page,
}) => {
  const session = await newSession({ capacity: 60 });
  const host = await newHost(session.baseId);
  for (let number = 0; number < 30; number += 1) {
    await newRegistration(session, `Guest ${number}`, number % 3);
  }
  await new SignInPage(page).signIn(host.email, host.password);
  const sheets = page.getByRole('link', { name: 'Check-in sheet' });
  await page.goto('/en/bureau/events/');
  await page.getByRole('link', { name: session.title.replace('测试活动', 'Test event') }).click();
  await sheets.first().click();
  await expect(page.getByText('Registered: 30 parties, 60 people; places: 60.')).toBeVisible();
  const file = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(file.pages).toBe(2);
  expect(file.text.match(/Codeends/g)).toHaveLength(2);
  expect(file.text).toContain('Guest29');
  expect(file.text.match(/Walk-ins/g)).toHaveLength(1);
});
