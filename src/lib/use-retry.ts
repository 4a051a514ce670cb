import { useEffect } from 'preact/hooks';

const everyMs = 20_000;

/** Tries at once, every twenty seconds and when the network is back, as long as there is something that waits. */
export function useRetry(waiting: string | number | undefined, attempt: () => void): void {
  useEffect(() => {
    if (!waiting) return;
    attempt();
    const timer = setInterval(attempt, everyMs);
    addEventListener('online', attempt);
    return () => {
      clearInterval(timer);
      removeEventListener('online', attempt);
    };
  }, [waiting]);
}
