import sharp from 'sharp';
import { bothLanguages, caseSlugs } from './addresses';
import { expect, test } from './fixtures';

const casePages = caseSlugs.map((slug) => `/cases/${slug}/`);

test('every case and the other pages name a card that is there, in the size they say', async ({
  page,
  request,
  baseURL,
}) => {
  const seen = new Set<string>();
  for (const path of bothLanguages([...casePages, '/', '/cases/', '/indicators/', '/events/'])) {
    await page.goto(path);
    const tag = (name: string) =>
      page.locator(`meta[property="${name}"]`).getAttribute('content') as Promise<string>;
    const address = await tag('og:image');
    expect(address, path).toMatch(/^http:\/\/.*\/card\.jpg$/);
    expect(new URL(address).pathname.startsWith('/en/'), path).toBe(path.startsWith('/en/'));
    expect(await tag('og:locale'), path).toBe(path.startsWith('/en/') ? 'en_GB' : 'zh_CN');
    expect(await tag('og:image:alt'), path).not.toBe('');
    if (seen.has(address)) continue;
    seen.add(address);
    const answer = await request.get(new URL(address).pathname);
    expect(answer.status(), address).toBe(200);
    expect(answer.headers()['content-type'], address).toBe('image/jpeg');
    const { width, height } = await sharp(await answer.body()).metadata();
    expect([width, height].map(String)).toEqual([
      await tag('og:image:width'),
      await tag('og:image:height'),
    ]);
  }
  expect(seen.size, baseURL).toBe(2 * caseSlugs.length + 2);
});

test('a shared case shows its own title and summary', async ({ page }) => {
  await page.goto('/cases/river-basin/');
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', title);
  await expect(page.locator('meta[property="og:type"]')).toHaveAttribute('content', 'article');
  await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute(
    'content',
    'summary_large_image',
  );
});
