import { useEffect, useState } from 'preact/hooks';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';
import type { TransferProgress } from '../../../workers/api/transfer-api.ts';

/** ms between two questions for the count. */
const pace = 400;

/** What the worker is at, asked while somebody looks; `undefined` before its first answer. */
export function useProgress(phone: Pick<PhoneApi, 'transferProgress'>): TransferProgress | undefined {
  const [progress, setProgress] = useState<TransferProgress>();
  useEffect(() => {
    const ask = () => void phone.transferProgress().then(setProgress);
    ask();
    const timer = setInterval(ask, pace);
    return () => clearInterval(timer);
  }, [phone]);
  return progress;
}
