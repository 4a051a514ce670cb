import { readPdf } from '../unit/education/pdf';
import { newHost, newRegistration, newSession } from './education';
import { expect, test } from './fixtures';
import { SignInPage } from './people';

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
  await page.goto('/transparency/');
  const sum = await page.locator('[data-sum]').innerText();
  const root = await page.locator('#roots tbody code').first().innerText();
  const { pages, text } = await readPdf(
    await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }),
  );
  expect(pages).toBeLessThan(10);
  const plain = (words: string) => words.normalize('NFKC').replace(/\s/g, '');
  for (const part of [sum, root, '同样的日子，按七天合计']) {
    expect(plain(text)).toContain(plain(part));
  }
  for (const control of ['下载数据', '长者模式']) expect(plain(text)).not.toContain(control);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('#roots tbody td').first()).toHaveCSS('color', 'rgb(0, 0, 0)');
});

test('a check-in sheet has the names, repeats its head, and ends with lines to write on', async ({
  page,
}) => {
  const session = await newSession({ capacity: 60 });
  const host = await newHost(session.baseId);
  for (let number = 0; number < 30; number += 1) {
    await newRegistration(session, `报名人${number}`, number % 3);
  }
  await new SignInPage(page).signIn(host.email, host.password);
  const sheets = page.getByRole('link', { name: '签到表' });
  await page.goto('/bureau/events/');
  await page.getByRole('link', { name: session.title }).click();
  await sheets.first().click();
  await expect(page.getByText('报名 30 组，共 60 人；座位 60 个。')).toBeVisible();
  const file = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(file.pages).toBe(2);
  // Chromium writes some characters as the radicals that look like them.
  const text = file.text.normalize('NFKC');
  expect(text.match(/码尾/g)).toHaveLength(2);
  expect(text).toContain('报名人29');
  expect(text.match(/现场加入/g)).toHaveLength(1);
});
