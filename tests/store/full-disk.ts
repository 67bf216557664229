import { IDBObjectStore } from 'fake-indexeddb';
import { vi } from 'vitest';

/** A disk that refuses every write of a book until something on it is deleted. */
export function fillDisk(indexedDB: IDBFactory): { readonly isFull: () => boolean; fill(): void } {
  let isFull = false;
  for (const verb of ['add', 'put'] as const) {
    const write = IDBObjectStore.prototype[verb];
    vi.spyOn(IDBObjectStore.prototype, verb).mockImplementation(function (this: IDBObjectStore, ...words) {
      const { transaction } = this;
      const isRefused = isFull && transaction.db.name.startsWith('so-dan-so-');
      // Of the request, or of the transaction alone, as it ends: browsers do either.
      const isLate = transaction.objectStoreNames.contains('verdicts');
      if (isRefused && !isLate) throw new DOMException('no room', 'QuotaExceededError');
      const request = write.apply(this, words);
      if (isRefused) endFor(transaction, 'QuotaExceededError');
      return request;
    });
  }
  const remove = indexedDB.deleteDatabase.bind(indexedDB);
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((name) => {
    isFull = false;
    return remove(name);
  });
  return {
    isFull: () => isFull,
    fill() {
      isFull = true;
    },
  };
}

function endFor(transaction: IDBTransaction, reason: string): void {
  if (!('_abort' in transaction) || typeof transaction._abort !== 'function') throw new Error('this is fake-indexeddb');
  transaction._abort(reason);
}
