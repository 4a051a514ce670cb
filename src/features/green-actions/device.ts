const name = 'device';
const isNumber = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The random number this device keeps, made when first asked for: it says nothing about the device but that it is
 * the same. Undefined where nothing may be kept.
 */
export function deviceNumber(): string | undefined {
  try {
    const kept = localStorage.getItem(name);
    if (kept && isNumber.test(kept)) return kept;
    const made = crypto.randomUUID();
    localStorage.setItem(name, made);
    return made;
  } catch {
    return undefined;
  }
}
