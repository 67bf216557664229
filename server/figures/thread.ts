import { Worker } from 'node:worker_threads';
import type { Shelf } from './shelf.ts';
import { type Answer, type AskedShelf, askShelf, type Question } from './thread-codec.ts';

/** The shelf of registers in its thread, which begins with the first question. */
export interface ShelfThread extends AskedShelf {
  /** Begins it beforehand: its programme takes a while to load. */
  begin(): void;
  /** Ends it for good; questions that wait, and later ones, are rejected. */
  end(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread that broke down takes its registers with it; the next question begins a new one, whose shelf is empty. */
export function startShelf(): ShelfThread {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let isEnded = false;
  let count = 0;
  const hear = (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    // It holds nothing that is not in the database: only who waits for it keeps the programme alive.
    if (waiting.size === 0) thread?.unref();
    if ('error' in answer) asked?.reject(answer.error);
    else asked?.resolve(answer.value);
  };
  const drop = (gone: Worker, error: unknown) => {
    if (thread !== gone) return;
    thread = undefined;
    const all = [...waiting.values()];
    waiting.clear();
    for (const { reject } of all) reject(error);
  };
  const start = (): Worker => {
    const begun = new Worker(new URL('./figures.worker.ts', import.meta.url), { execArgv: [] });
    begun.on('message', hear);
    begun.on('error', (error) => drop(begun, error));
    begun.on('exit', () => drop(begun, new Error('the thread of the registers has ended')));
    return begun;
  };
  const ask = (name: keyof Shelf, words: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      if (isEnded) throw new Error('the thread of the registers has ended');
      thread ??= start();
      thread.ref();
      count += 1;
      waiting.set(count, { resolve, reject });
      thread.postMessage({ id: count, name, words } satisfies Question);
    });
  return {
    ...askShelf(ask),
    begin() {
      thread ??= start();
      thread.unref();
    },
    async end() {
      isEnded = true;
      await thread?.terminate();
    },
  };
}
