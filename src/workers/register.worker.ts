import { expose } from 'comlink';
import type { PhoneApi } from './api/phone-api.ts';
import { startArgonLine } from './argon/argon-line.ts';
import { createPhone } from './phone.ts';
import { practiceName } from './practice/practice-name.ts';

/* The worker that holds keys and register. Locking ends it, so that nothing readable is left in memory. */

// A rejection that nobody hears is told to the page as any error of this worker is: it says so, and where.
addEventListener('unhandledrejection', ({ reason }) => {
  setTimeout(() => {
    throw reason;
  });
});

const openBook = (): PhoneApi =>
  createPhone({
    indexedDB,
    keyRange: IDBKeyRange,
    subtle: crypto.subtle,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    fetch: (url, init) => fetch(url, init),
    origin: '',
    // The file's name tells its content and that of all it brings; while it is developed, each start is its own.
    edition: import.meta.env.DEV ? `${performance.timeOrigin}` : self.location.pathname,
    now: () => Date.now(),
    argon: startArgonLine(),
    exclusively: (name, work) => navigator.locks.request(name, work),
  });

/** What the page asks while the practice commune is still being fetched is asked again once it is there. */
async function openPractice(): Promise<void> {
  const early: MessageEvent[] = [];
  const keep = (event: MessageEvent): void => void early.push(event);
  addEventListener('message', keep);
  const { createPracticePhone } = await import('./practice/practice-phone.ts');
  removeEventListener('message', keep);
  expose(createPracticePhone({ now: () => Date.now(), randomId: () => crypto.randomUUID() }));
  for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
}

/* The page says by the worker's name which of the two it wants. */
if (self.name === practiceName) void openPractice();
else expose(openBook());
