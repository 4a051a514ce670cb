import { readPdf } from '../unit/education/pdf';
import { caseSlugs } from './addresses';
import { expect, test } from './fixtures';

test('each action, event and project a case leads to is there', async ({ page, request }) => {
  const paths = new Set<string>();
  for (const slug of caseSlugs) {
    await page.goto(`/en/cases/${slug}/`);
    const links = page.locator('section.related a, section.place a');
    for (const link of await links.all()) paths.add((await link.getAttribute('href')) ?? '');
  }
  const answers = await Promise.all(
    [...paths].map(async (path) => ({ path, answer: await request.get(path) })),
  );
  for (const { path, answer } of answers) {
    expect(answer.status(), path).toBe(200);
    const anchor = path.split('#')[1];
    if (anchor) expect(await answer.text(), path).toContain(`id="${anchor}"`);
  }
  expect([...paths].some((path) => path.includes('/projects/#project-'))).toBe(true);
});

test('a case leads from reading to the action it is about', async ({ page }) => {
  await page.goto('/cases/river-basin/');
  await page.getByRole('link', { name: '在家附近的河边走一段，捡起垃圾' }).click();
  await expect(page).toHaveURL('/act/?action=river-patrol');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('巡河护水');
});

test('the town of a case leads from the map to the events there', async ({ page }) => {
  await page.goto('/cases/fenshuitang/');
  const map = page.getByRole('navigation', { name: '案例所在的镇街' });
  await map.getByRole('link', { name: /城西/ }).click();
  await expect(page).toHaveURL('/events/?town=chengxi');
});

test('a case prints on a few pages of A4, with its figures and without what is to be pressed', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/en/cases/river-basin/');
  const { pages, text } = await readPdf(
    await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }),
  );
  expect(pages).toBeLessThanOrEqual(5);
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  for (const part of ['Figures', '6,000', '2021', 'Source']) expect(plain).toContain(part);
  for (const control of ['Eldermode', 'Previous', 'Next']) expect(plain).not.toContain(control);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('.prose p').first()).toHaveCSS('color', 'rgb(0, 0, 0)');
});
