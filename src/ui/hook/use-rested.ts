import { useEffect, useState } from 'preact/hooks';

/** Whether a value has stood still for so many ms, e.g. what somebody types. */
export function useRested(value: string, ms: number): boolean {
  const [rested, setRested] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested === value;
}
