import { promisifyRequest } from 'idb-keyval';
import { isStorageFull } from './storage-full.ts';

/*
 * A little room, kept in a database of its own for the day on which the disk is full: given up, it lets the save in hand
 * be finished and what waits be sent. Random bytes, which no storage makes smaller; a value of this size lies in a file of
 * its own, so that deleting it frees room at once.
 */

/** Apart from the names of books, which begin otherwise. */
const name = 'ballast-so-dan-so';
const table = 'ballast';
const key = 'bytes';
const size = 256 * 1024;
/** As much as a browser gives at once. */
const piece = 64 * 1024;

type Ports = { readonly indexedDB: IDBFactory; readonly random: (length: number) => Uint8Array };

/** @returns false where there is no room for it */
export async function layBallast({ indexedDB, random }: Ports): Promise<boolean> {
  try {
    const database = await open(indexedDB, true);
    if (database === undefined) return false;
    try {
      await write(database, random);
    } finally {
      database.close();
    }
    return true;
  } catch (error) {
    if (isStorageFull(error)) return false;
    throw error;
  }
}

/** @returns whether there was one: only then is it worth trying again what found no room */
export async function giveUpBallast({ indexedDB }: Pick<Ports, 'indexedDB'>): Promise<boolean> {
  const database = await open(indexedDB, false).catch(() => undefined);
  if (database === undefined) return false;
  database.close();
  await promisifyRequest(indexedDB.deleteDatabase(name));
  return true;
}

/** What found no room finds some now, or the fault is thrown on. */
export async function makeRoom(ports: Pick<Ports, 'indexedDB'>, error: unknown): Promise<void> {
  if (!isStorageFull(error) || !(await giveUpBallast(ports))) throw error;
}

async function write(database: IDBDatabase, random: Ports['random']): Promise<void> {
  if ((await promisifyRequest(database.transaction(table).objectStore(table).count())) > 0) return;
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += piece) bytes.set(random(piece), at);
  const transaction = database.transaction(table, 'readwrite');
  transaction.objectStore(table).put(bytes, key);
  await promisifyRequest(transaction);
}

/** @param mayMake where it is not there yet; `undefined` where it may not */
function open(indexedDB: IDBFactory, mayMake: boolean): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      if (mayMake) request.result.createObjectStore(table);
      else request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => (mayMake ? reject(request.error) : resolve(undefined));
  });
}
