import { useEffect, useState } from 'preact/hooks';
import type { ApiFailure, Reply } from './api.ts';

/** An answer on its way. `at`: ms since 1970 of its arrival. */
export type Answer<Value> =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly failure: ApiFailure; readonly again: () => void }
  | { readonly is: 'ready'; readonly value: Value; readonly at: number; readonly again: () => void };

/** Asks once for each `question` (a text that names all that the answer depends on), and again when the network returns. */
export function useReply<Value>(question: string, ask: () => Reply<Value>, onEnded: () => void): Answer<Value> {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ readonly to: string; readonly is: Answer<Value> } | undefined>(undefined);
  const to = `${round} ${question}`;

  // The question stands for everything that `ask` closes over.
  useEffect(() => {
    let isWanted = true;
    const again = (): void => setRound((last) => last + 1);
    const settle = async (): Promise<void> => {
      const reply = await ask();
      if (!isWanted) return;
      if (reply.ok) setAnswer({ to, is: { is: 'ready', value: reply.value, at: Date.now(), again } });
      else if (reply.error === 'ended') onEnded();
      else setAnswer({ to, is: { is: 'failed', failure: reply.error, again } });
    };
    void settle();
    return () => {
      isWanted = false;
    };
  }, [to]);

  const shown = answer?.to === to ? answer.is : undefined;
  useRetryWhenOnline(shown);
  return shown ?? { is: 'loading' };
}

function useRetryWhenOnline<Value>(answer: Answer<Value> | undefined): void {
  useEffect(() => {
    if (answer?.is !== 'failed' || answer.failure !== 'offline') return undefined;
    window.addEventListener('online', answer.again);
    return () => window.removeEventListener('online', answer.again);
  }, [answer]);
}
