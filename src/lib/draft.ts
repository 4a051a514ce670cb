/**
 * What a person has begun, kept on this device until it has gone through. It lives as long as the tab
 * unless shared, and a device that keeps nothing simply forgets.
 */
export function draftStore<Draft>(name: string, shared = false) {
  const store = (): Storage | undefined => {
    try {
      return shared ? localStorage : sessionStorage;
    } catch {
      return undefined;
    }
  };
  return {
    read(): Draft | undefined {
      const text = store()?.getItem(name);
      try {
        return text ? (JSON.parse(text) as Draft) : undefined;
      } catch {
        return undefined;
      }
    },
    write(draft: Draft): void {
      store()?.setItem(name, JSON.stringify(draft));
    },
    clear(): void {
      store()?.removeItem(name);
    },
  };
}
