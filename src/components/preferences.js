// Stands in the head of every page, minified (astro.config.mjs), and runs before the first paint: what
// a reader chose on this device, the face of headings, and `/` for the search. It may weigh 1 kB.
// biome-ignore-all lint/suspicious/noGlobalAssign: a handler of the window is shorter than a listener.
{
  const root = document.documentElement;
  const chosen = root.dataset;
  const find = (selector) => root.querySelectorAll(selector);
  let kept = {};
  // Where storage is refused, a choice lasts as long as the page.
  try {
    kept = localStorage;
  } catch {}
  for (const name of ['theme', 'elder', 'noslash', 'face'])
    if (kept[name]) chosen[name] = kept[name];

  const isOn = (name) =>
    chosen[name]
      ? chosen[name] !== 'light'
      : name === 'theme' && matchMedia('(prefers-color-scheme:dark)').matches;

  const show = () => {
    for (const button of find('[data-switch]')) button.ariaPressed = isOn(button.dataset.switch);
    if (isOn('elder'))
      for (const button of find('[data-aloud]'))
        import(button.dataset.aloud).then(
          (module) => module.offer(button),
          () => {},
        );
  };
  addEventListener('DOMContentLoaded', show);

  onclick = ({ target }) => {
    const name = target.dataset.switch;
    if (!name) return;
    const value = name === 'theme' ? (isOn(name) ? 'light' : 'dark') : isOn(name) ? '' : 'on';
    if (value) chosen[name] = kept[name] = value;
    else delete chosen[name] && delete kept[name];
    show();
  };

  onkeydown = (event) => {
    const [search] = find('[data-search]');
    if (
      search &&
      event.key === '/' &&
      !chosen.noslash &&
      !event.target.matches('input,select,textarea')
    ) {
      event.preventDefault();
      search.focus();
      search.click();
    }
  };

  // A first visit shows its text first. Asking for a measure lays the page out before the frame that paints it.
  chosen.face ||
    new PerformanceObserver(() =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          chosen.face = kept.face = 'on';
          root.clientTop;
        }),
      ),
    ).observe({ type: 'paint' });

  onload = () => navigator.serviceWorker?.register('/sw.js').catch(() => {});
}
