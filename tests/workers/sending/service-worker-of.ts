import type { UseStore } from 'idb-keyval';
import { clearMetadata } from '../../../src/store/outbox.ts';
import type { SendingWorld } from '../../../sw/send.ts';
import { asked } from '../../store/invented-phone.ts';
import { subtle } from '../../vault/node-argon.ts';
import type { activatedPhone } from '../invented-phone.ts';

type Phone = Pick<Awaited<ReturnType<typeof activatedPhone>>, 'indexedDB' | 'line'>;

/** The service worker on the same phone: its flash and its line, no app. @param isFree nobody else is sending */
export function serviceWorkerOf(phone: Phone, isFree = true): SendingWorld {
  const clear: UseStore = async (mode, work) => {
    const database = await asked(phone.indexedDB.open(clearMetadata.database));
    return work(database.transaction(clearMetadata.store, mode).objectStore(clearMetadata.store));
  };
  return {
    indexedDB: phone.indexedDB,
    clear,
    fetch: (url, init) =>
      phone.line.answer === 'cut' ? Promise.reject(new TypeError('Failed to fetch')) : phone.line.answer(url, init),
    subtle,
    origin: '',
    now: () => phone.line.clock,
    exclusively: async (_name, work) => (isFree ? work() : undefined),
  };
}
