import { useEffect, useState } from 'preact/hooks';

/**
 * Keeps the app on the phone. Gives a way to change to a newer version once one has arrived: it waits
 * until then, because an open page still needs the files it began with.
 */
export function useWorker(scope: string): (() => void) | undefined {
  const [waiting, setWaiting] = useState<ServiceWorker>();
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    const { serviceWorker } = navigator;
    serviceWorker.register(`${scope}sw.js`, { scope }).then(
      (registration) => {
        const look = () => {
          // The page may be answered by the worker of the whole site: only one of this app is an older version.
          if (registration.waiting && registration.active) setWaiting(registration.waiting);
        };
        const watch = () => registration.installing?.addEventListener('statechange', look);
        look();
        watch();
        registration.addEventListener('updatefound', watch);
      },
      // Without a worker the app still works as long as the page is open.
      () => {},
    );
  }, []);
  if (!waiting) return undefined;
  return () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
      once: true,
    });
    waiting.postMessage('use-new-version');
  };
}
