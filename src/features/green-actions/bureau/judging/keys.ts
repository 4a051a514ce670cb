/** As much of a keydown as decides whether it is meant for the page. */
interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
  isComposing: boolean;
  defaultPrevented: boolean;
  target: EventTarget | null;
}

const notTyped = ['radio', 'checkbox', 'button', 'submit', 'reset', 'file', 'range', 'color'];

/** Whether a key pressed here goes into a text, or moves within a control that has arrow keys of its own. */
function belongsTo(target: EventTarget | null, key: string): boolean {
  const { tagName, type, isContentEditable, dataset } = (target ?? {}) as Partial<HTMLInputElement>;
  if (isContentEditable || tagName === 'TEXTAREA' || tagName === 'SELECT') return true;
  if (tagName === 'INPUT' && !notTyped.includes(type ?? 'text')) return true;
  const isArrow = key.startsWith('Arrow');
  return isArrow && (type === 'radio' || dataset?.arrows !== undefined);
}

/**
 * The name of a shortcut that was pressed, in small letters; nothing while somebody is typing, for keys held down, and
 * for what belongs to the browser.
 */
export function shortcutOf(event: Pressed): string | undefined {
  const { key, ctrlKey, metaKey, altKey, repeat, isComposing, defaultPrevented } = event;
  if (ctrlKey || metaKey || altKey || repeat || isComposing || defaultPrevented) return undefined;
  return belongsTo(event.target, key) ? undefined : key.toLowerCase();
}
