import { useEffect, useState } from 'preact/hooks';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';

/** ms between two questions for the count. */
const pace = 400;

/** How far the worker is with a long act, asked while it runs. */
export function useProgress(phone: Pick<PhoneApi, 'transferProgress'>, isRunning: boolean) {
  const [progress, setProgress] = useState({ done: 0, of: 0 });
  useEffect(() => {
    if (!isRunning) return undefined;
    const ask = () => void phone.transferProgress().then(setProgress);
    ask();
    const timer = setInterval(ask, pace);
    return () => clearInterval(timer);
  }, [phone, isRunning]);
  return progress;
}
