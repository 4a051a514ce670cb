import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { publicPages } from './addresses';
import { expect, test } from './fixtures';

test.use({ refusals: [404, 503] });
test.setTimeout(300_000);

/** Controls whose state only a background would show, among all that have a state and a neighbour without it. */
const toldByBackgroundOnly = (page: Page) =>
  page.evaluate(() => {
    const state =
      '[aria-current]:not([aria-current="false"]), [aria-pressed="true"], [aria-selected="true"]';
    const looks = (element: Element) => {
      const style = getComputedStyle(element);
      return [
        style.fontWeight,
        style.textDecorationLine,
        style.borderBottomColor,
        style.borderBottomWidth,
        style.borderTopColor,
        style.borderTopWidth,
        `${style.outlineStyle} ${style.outlineWidth}`,
        element.textContent?.trim().startsWith('✓'),
      ].join();
    };
    let checked = 0;
    const found: string[] = [];
    for (const element of document.querySelectorAll(state)) {
      const group = element.closest('ul, ol, nav, .switches, [role="group"], table');
      const other = [...(group?.querySelectorAll(element.tagName) ?? [])].find(
        (one) => !one.matches(state) && one.checkVisibility(),
      );
      if (!other || !element.checkVisibility()) continue;
      checked += 1;
      if (looks(element) === looks(other)) found.push(element.outerHTML.slice(0, 120));
    }
    // Text is set on a plate of the page's colour, so text of that colour is not there.
    const page = getComputedStyle(document.body).backgroundColor;
    for (const element of document.querySelectorAll('body *')) {
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (hasText && element.checkVisibility() && getComputedStyle(element).color === page) {
        found.push(`unseen: ${element.outerHTML.slice(0, 120)}`);
      }
    }
    return { checked, found };
  });

test('in forced colours states are told by more than a background, and the focus is seen', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/');
  await page.getByRole('button', { name: '长者模式' }).click();
  let checked = 0;
  const found: Record<string, string[]> = {};
  for (const path of publicPages) {
    await page.goto(path);
    const states = await toldByBackgroundOnly(page);
    checked += states.checked;
    if (states.found.length > 0) found[path] = states.found;
  }
  expect(found).toEqual({});
  expect(checked).toBeGreaterThan(publicPages.length / 2);

  for (const path of ['/', '/sign-in/', '/act/?action=river-patrol', '/feedback/']) {
    await page.goto(path);
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(focused);
        return outlineStyle === 'auto' ||
          (outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2)
          ? undefined
          : `${path}: ${focused.outerHTML.slice(0, 120)}`;
      });
      expect(ring).toBeUndefined();
    }
  }
});

test('somebody who asks for less motion sees nothing move', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of publicPages) {
    await page.goto(path);
    expect(await page.evaluate(() => document.getAnimations().length), path).toBe(0);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`somebody who asks for more contrast reads ${colorScheme} pages at seven to one`, async ({
    page,
  }) => {
    await page.emulateMedia({ contrast: 'more', colorScheme });
    const found: Record<string, string[]> = {};
    for (const path of [
      '/',
      '/cases/brown-sugar/',
      '/indicators/',
      '/act/',
      '/rewards/',
      '/sign-in/',
      '/feedback/',
      '/satisfaction/',
      '/transparency/',
    ]) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page })
        .withRules('color-contrast-enhanced')
        .analyze();
      const nodes = violations.flatMap((violation) =>
        violation.nodes.map(({ html }) => html.slice(0, 120)),
      );
      if (nodes.length > 0) found[path] = nodes;
    }
    expect(found).toEqual({});
  });
}

test('elder mode reads a page aloud sentence by sentence, and stops when asked', async ({
  page,
}) => {
  await page.goto('/cases/brown-sugar/');
  await expect(page.getByRole('button', { name: '读这一页' })).toHaveCount(0);
  // This browser has no voice of its own, so it is given one that writes down what it is to say.
  await page.addInitScript(() => {
    const said: { text: string; lang: string }[] = [];
    Object.assign(window, { said });
    speechSynthesis.getVoices = () => [{ lang: 'zh-CN', name: 'a voice' } as SpeechSynthesisVoice];
    speechSynthesis.speak = (utterance) => {
      said.push({ text: utterance.text, lang: utterance.lang });
      // It speaks three sentences and is then still speaking.
      if (said.length < 3)
        queueMicrotask(() => utterance.onend?.(new Event('end') as SpeechSynthesisEvent));
    };
    Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set() {} });
  });
  await page.reload();
  await expect(page.getByRole('button', { name: '读这一页' })).toHaveCount(0);
  await page.getByRole('button', { name: '长者模式' }).click();
  await page.getByRole('button', { name: '读这一页' }).click();
  const stop = page.getByRole('button', { name: '不读了' });
  await expect(stop).toBeVisible();
  const said = () =>
    page.evaluate(() => (window as unknown as { said: { text: string; lang: string }[] }).said);
  expect(await said()).toHaveLength(3);
  expect(new Set((await said()).map(({ lang }) => lang))).toEqual(new Set(['zh-CN']));
  const main = (await page.getByRole('main').innerText()).replace(/\s/g, '');
  for (const { text } of await said()) expect(main).toContain(text.replace(/\s/g, ''));
  await stop.click();
  await expect(page.getByRole('button', { name: '读这一页' })).toBeVisible();
  expect(await said()).toHaveLength(3);
  await page.getByRole('button', { name: '长者模式' }).click();
  await expect(page.getByRole('button', { name: '读这一页' })).toHaveCount(0);
});
