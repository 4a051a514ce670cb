// Reads a page aloud in elder mode, with the device's own voice. The header's switch loads it, so no other reader pays for it.

const blocks = 'h1, h2, h3, h4, p, li, dt, dd, figcaption, caption, th, td, legend, label, button';
const unread =
  'script, style, svg, [aria-hidden="true"], .no-print, .hidden-visually, select, textarea';

/** @param {string} lang */
const voiceOf = (lang) =>
  speechSynthesis
    .getVoices()
    .find((voice) => voice.lang.slice(0, 2).toLowerCase() === lang.slice(0, 2));

/** The texts of the page in their order, each with its language and the node it stands in. */
function texts() {
  const main = document.querySelector('main');
  if (!main) return [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || element.closest(unread)) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const lang = element.closest('[lang]').lang;
    found.push({ node, lang, block: element.closest(blocks) ?? element });
  }
  return found;
}

/** What is said in one breath: the sentences of a block, however many nodes they stand in. */
function sentences() {
  const said = [];
  for (const { node, lang, block } of texts()) {
    const last = said.at(-1);
    if (last && last.block === block && last.lang === lang) last.nodes.push(node);
    else said.push({ block, lang, nodes: [node] });
  }
  return said.flatMap(({ lang, nodes }) => {
    const text = nodes
      .map((node) => node.textContent)
      .join('')
      .replace(/\s+/g, ' ');
    const range = new Range();
    range.setStartBefore(nodes[0]);
    range.setEndAfter(nodes.at(-1));
    return [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)]
      .map(({ segment }) => segment.trim())
      .filter((segment) => /[\p{L}\p{N}]/u.test(segment))
      .map((segment) => ({ segment, lang, range }));
  });
}

let isReading = false;

/** @param {HTMLButtonElement} button */
function stop(button) {
  isReading = false;
  speechSynthesis.cancel();
  CSS.highlights?.delete('read-aloud');
  button.textContent = button.dataset.read;
}

/** @param {HTMLButtonElement} button */
function read(button) {
  const queue = sentences();
  isReading = true;
  button.textContent = button.dataset.stop;
  const next = () => {
    const sentence = queue.shift();
    if (!isReading || !sentence) return stop(button);
    const utterance = new SpeechSynthesisUtterance(sentence.segment);
    utterance.lang = sentence.lang;
    const voice = voiceOf(sentence.lang);
    if (voice) utterance.voice = voice;
    utterance.onend = next;
    utterance.onerror = () => stop(button);
    if ('highlights' in CSS) CSS.highlights.set('read-aloud', new Highlight(sentence.range));
    speechSynthesis.speak(utterance);
  };
  next();
}

/**
 * Shows the button on a device that has a voice for the page's language.
 * @param {HTMLButtonElement} button
 */
export function offer(button) {
  if (button.dataset.read || !('speechSynthesis' in window)) return;
  button.dataset.read = button.textContent;
  button.addEventListener('click', () => (isReading ? stop(button) : read(button)));
  addEventListener('pagehide', () => speechSynthesis.cancel());
  // Leaving elder mode takes the button away, so what it began ends too.
  document.addEventListener('click', ({ target }) => {
    if (isReading && target instanceof Element && target.closest('[data-switch="elder"]'))
      stop(button);
  });
  const look = () => {
    button.hidden = !voiceOf(document.documentElement.lang);
  };
  look();
  speechSynthesis.addEventListener('voiceschanged', look);
}
