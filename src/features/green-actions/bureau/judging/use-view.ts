import { useEffect, useState } from 'preact/hooks';
import { type JudgedLog, similarLogs } from './item';

/** How a log is looked at: enlarged, or with another one's photo beside it. Each begins as it is. */
export function useView(log: JudgedLog | undefined) {
  const [isLarge, setIsLarge] = useState(false);
  const [comparing, setComparing] = useState<string>();
  const id = log?.id;
  useEffect(() => {
    setIsLarge(false);
    setComparing(undefined);
  }, [id]);
  return {
    isLarge,
    comparing,
    compare: setComparing,
    zoom: () => setIsLarge((was) => !was),
    /** Puts the nearest other photo beside this one, where the moderator may see it, or takes it away. */
    compareNearest() {
      const nearest = similarLogs(log?.closer ?? []).find((other) => other.is_open_to_caller);
      setComparing((was) => (was ? undefined : nearest?.id));
    },
  };
}
export type View = ReturnType<typeof useView>;
