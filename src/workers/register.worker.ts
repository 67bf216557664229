import { expose } from 'comlink';
import { startArgonLine } from './argon/argon-line.ts';
import { createPhone } from './phone.ts';

/* The worker that holds keys and register. Locking ends it, so that nothing readable is left in memory. */

expose(
  createPhone({
    indexedDB,
    keyRange: IDBKeyRange,
    subtle: crypto.subtle,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    fetch: (url, init) => fetch(url, init),
    origin: '',
    now: () => Date.now(),
    argon: startArgonLine(),
    exclusively: (name, work) => navigator.locks.request(name, work),
  }),
);
