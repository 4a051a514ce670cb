import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { shanghaiDay } from '../../src/lib/dates';
import { parseCsv } from '../support/csv';
import { readPdf } from '../unit/education/pdf';
import { expect, test } from './fixtures';
import { SignInPage } from './people';

// Read in English: where no Chinese face is installed, the text of a PDF has no Chinese.

/** The province's questionnaire, published in the reference data. */
const fiveParts = '42000001-0000-4000-8000-000000000000';

const today = () => shanghaiDay(new Date());

async function expectNoFindings(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual(
    [],
  );
}

/** Writes and announces a wave by invitation with a target of two, draws four codes and gives its address. */
async function newWave(page: Page, title: string): Promise<string> {
  await new SignInPage(page).signIn('analyst@example.com', undefined, '/en/bureau/waves/');
  await page.getByRole('link', { name: 'New wave' }).click();
  await page.getByLabel('Questionnaire and version').selectOption(`${fiveParts}/1`);
  await page.getByLabel('Title (Chinese)').fill(`测试调查 ${title}`);
  await page.getByLabel('Title (English)').fill(title);
  await page.getByLabel('First day').fill(today());
  await page.getByLabel('Last day').fill(today());
  await page.getByLabel('Fotang Town, 18–29, Female').fill('2');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(/\/en\/bureau\/waves\/[0-9a-f-]{36}\/$/);
  await page.getByRole('button', { name: 'Announce this wave' }).click();
  await page.getByRole('button', { name: 'Yes, announce' }).click();
  await expect(page.getByText(/^Announced on/)).toBeVisible();
  await page.getByLabel('Codes for each answer aimed at').fill('2');
  await expect(page.getByText('4 in all.')).toBeVisible();
  await page.getByRole('button', { name: 'Draw' }).click();
  await expect(page.locator('[data-draws] tbody tr')).toHaveCount(1);
  return page.url();
}

/** The codes of a wave's first draw, as the analyst downloads them. */
async function exportCodes(page: Page): Promise<{ codes: string[]; links: string[] }> {
  const downloaded = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV (for messages)' }).click();
  const rows = parseCsv(await readFile(await (await downloaded).path(), 'utf8')).slice(1);
  return { codes: rows.map((row) => row[1] ?? ''), links: rows.map((row) => row[2] ?? '') };
}

/** Answers the five questions with their first choice, states a stratum, and hands it in. */
async function answerAll(page: Page): Promise<void> {
  for (let number = 1; number <= 5; number += 1) {
    await expect(page.getByText(`Question ${number} of 5`)).toBeVisible();
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await page.getByLabel('Where you live').selectOption('fotang');
  await page.getByRole('radio', { name: '18–29' }).check();
  await page.getByRole('radio', { name: 'Female', exact: true }).check();
  await page.getByRole('button', { name: 'Look them over before sending' }).click();
  await page.getByRole('button', { name: 'Send my answers' }).click();
}

test('an analyst announces a wave, draws codes, and exports them for messages and as letters', async ({
  page,
}) => {
  const title = `Wave ${randomUUID().slice(0, 8)}`;
  await newWave(page, title);
  await expect(page.getByText('0 / 2')).toBeVisible();
  await expect(page.getByText('2 missing')).toBeVisible();
  await expectNoFindings(page);
  const { codes, links } = await exportCodes(page);
  expect(new Set(codes).size).toBe(4);
  expect(links[0]).toContain('/en/survey/?code=');
  await page.getByRole('link', { name: 'Print letters' }).click();
  await expect(page.locator('.letter')).toHaveCount(4);
  const { pages, text } = await readPdf(
    await page.pdf({ preferCSSPageSize: true, printBackground: true }),
  );
  expect(pages).toBe(4);
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  for (const code of codes) expect(plain).toContain(code);
  await page.goto('/en/bureau/waves/');
  await page.getByRole('link', { name: title }).click();
  await expect(page.locator('[data-draws] tbody tr')).toHaveCount(1);
});

test('an invited resident answers by code on a phone, an interviewer by phone, and the analyst sees both', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const wave = await newWave(page, `Wave ${randomUUID().slice(0, 8)}`);
  const { codes, links } = await exportCodes(page);

  const phone = await (
    await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en' })
  ).newPage();
  await phone.goto(links[0] ?? '');
  // The code stays in no history.
  await expect(phone).toHaveURL(/\/en\/survey\/$/);
  await expect(phone.getByText('You are invited to answer; no need to sign in.')).toBeVisible();
  await expectNoFindings(phone);
  await phone.reload();
  await answerAll(phone);
  await expect(phone.getByText('Done. Thank you.')).toBeVisible();
  await phone.getByRole('button', { name: 'Send now' }).click();
  await expect(phone.getByText('It has arrived and counts.')).toBeVisible();
  await phone.context().close();

  // The same code again, on another device.
  const other = await (await browser.newContext({ locale: 'en' })).newPage();
  await other.goto(links[0] ?? '');
  await expect(other.getByText('This code has been used. Each code works once.')).toBeVisible();
  await other.getByRole('button', { name: 'Another code' }).click();
  await other.getByLabel('Invitation code').fill('ABCD-EFGH-JKL');
  await other.getByRole('button', { name: 'Open the survey' }).click();
  await expect(other.getByRole('alert')).toContainText('was not copied correctly');
  await other.context().close();

  const desk = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await new SignInPage(desk).signIn('interviewer@example.com', undefined, '/en/bureau/waves/');
  await desk.goto(`${wave}enter/`);
  await expectNoFindings(desk);
  await desk.getByLabel('Invitation code').fill(codes[0] ?? '');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('alert')).toContainText('This code has been used.');
  await desk.getByLabel('Invitation code').fill(codes[1]?.toLowerCase() ?? '');
  await desk.keyboard.press('Enter');
  await answerAll(desk);
  await expect(
    desk.getByText('This answer counts as “Phone”; the code is not in it.'),
  ).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(desk.getByLabel('Invitation code')).toBeFocused();
  await desk.context().close();

  await page.goto(wave);
  await expect(page.locator('[data-days] tbody tr').first()).toContainText(/2$/);
  await expect(page.getByText('2 / 2')).toBeVisible();
  await expect(page.getByText('Tokens signed: web 1, phone 1, paper 0.')).toBeVisible();
});
