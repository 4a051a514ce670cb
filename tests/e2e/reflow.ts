import type { Page } from '@playwright/test';

/** What of a page is lost in this window: wider than it, cut off, or written over something else. */
export const lossesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const losses: string[] = [];
    const excess = root.scrollWidth - root.clientWidth;
    if (excess > 0) losses.push(`scrolls sideways by ${excess}`);

    const called = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.trim().slice(0, 24)}”`;
    const isUnseen = (element: Element) =>
      element.closest('.skip, svg, [hidden], .sheet') !== null ||
      !element.checkVisibility({ visibilityProperty: true }) ||
      isForEars(element);
    /** Hidden visually: a dot of a box, cut to nothing. */
    const isForEars = (element: Element): boolean =>
      getComputedStyle(element).clipPath.startsWith('inset(50%') ||
      (element.parentElement !== null && isForEars(element.parentElement));

    const lines: { box: DOMRect; element: Element }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || isUnseen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) lines.push({ box, element });
      }
    }

    for (const element of new Set(lines.map((line) => line.element))) {
      for (let around: Element | null = element; around && around !== document.body; ) {
        const { overflowX, overflowY, display } = getComputedStyle(around);
        if (display === 'inline') {
          around = around.parentElement;
          continue;
        }
        const isCutX = /hidden|clip/.test(overflowX) && around.scrollWidth > around.clientWidth + 1;
        const isCutY =
          /hidden|clip/.test(overflowY) && around.scrollHeight > around.clientHeight + 1;
        if (isCutX || isCutY) losses.push(`cut off: ${called(around)}`);
        if (/auto|scroll/.test(overflowX)) break;
        around = around.parentElement;
      }
    }

    // Lines may touch; half a line of overlap makes both hard to read.
    lines.sort((a, b) => a.box.top - b.box.top);
    for (const [at, { box, element }] of lines.entries()) {
      for (const other of lines.slice(at + 1)) {
        if (other.box.top > box.bottom) break;
        if (element.contains(other.element) || other.element.contains(element)) continue;
        const height = Math.min(box.bottom, other.box.bottom) - other.box.top;
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        if (width > 2 && height > Math.min(box.height, other.box.height) / 2) {
          losses.push(`over each other: ${called(element)} and ${called(other.element)}`);
        }
      }
    }
    return [...new Set(losses)];
  });
