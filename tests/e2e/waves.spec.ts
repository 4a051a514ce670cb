import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { shanghaiDay } from '../../src/lib/dates';
import { parseCsv } from '../support/csv';
import { readPdf } from '../unit/education/pdf';
import { expect, test } from './fixtures';
import { SignInPage } from './people';

// Read in English: where no Chinese face is installed, the text of a PDF has no Chinese.

const today = () => shanghaiDay(new Date());

/** Writes and announces a wave by invitation with a target of two, and draws its codes. */
async function newWave(page: Page, title: string): Promise<string> {
  await new SignInPage(page).signIn('analyst@example.com', undefined, '/en/bureau/waves/');
  await page.getByRole('link', { name: 'New wave' }).click();
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

test('an analyst announces a wave, draws codes, and exports them for messages and as letters', async ({
  page,
}) => {
  const title = `Wave ${randomUUID().slice(0, 8)}`;
  await newWave(page, title);
  await expect(page.getByText('0 / 2')).toBeVisible();
  await expect(page.getByText('2 missing')).toBeVisible();
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
