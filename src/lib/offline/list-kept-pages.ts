import { keptPages } from './kept-pages';

/** Fills the lists of a page with what the device has kept in the page's language. */
export async function listKeptPages(page: Document): Promise<void> {
  page.querySelector('[data-again]')?.setAttribute('href', location.href);
  for (const section of page.querySelectorAll<HTMLElement>('[data-kept-pages]')) {
    const kept = await keptPages(section.dataset.keptPages ?? '', page.documentElement.lang);
    const items = kept.map(({ address, title }) => {
      const link = page.createElement('a');
      link.href = address;
      link.textContent = title;
      const item = page.createElement('li');
      item.append(link);
      return item;
    });
    section.querySelector('ul')?.replaceChildren(...items);
    section.hidden = kept.length === 0;
    if (kept.length > 0) page.querySelector('[data-nothing-kept]')?.remove();
  }
}
