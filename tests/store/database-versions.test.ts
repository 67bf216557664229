import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';

/*
 * A phone that lay in a drawer since the first version is opened by today's app: what waits in it goes up, and an upgrade
 * that is cut off leaves it as it was.
 */

const name = 'so-dan-so-dev1';
/** As version 1 made them in November 2026 (Dexie writes its versions ten times over). */
const first = {
  version: 10,
  keys: {
    pages: 'name',
    journal: 'n',
    pending: 'seq',
    outbox: 'id',
    mending: 'seq',
    drafts: 'name',
    meta: 'key',
  },
};
const waiting = { id: 'e1', firstSeq: 1, lastSeq: 1, hashes: ['h'], bytes: new Uint8Array([1, 2, 3]) };

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function drawer(): Promise<IDBFactory> {
  const indexedDB = new IDBFactory();
  const request = indexedDB.open(name, first.version);
  request.onupgradeneeded = () => {
    for (const [table, keyPath] of Object.entries(first.keys)) request.result.createObjectStore(table, { keyPath });
    const verdicts = request.result.createObjectStore('verdicts', { keyPath: 'id', autoIncrement: true });
    verdicts.createIndex('envelope', 'envelope');
  };
  const database = await done(request);
  const write = database.transaction(['outbox', 'pages'], 'readwrite');
  write.objectStore('outbox').put(waiting);
  write.objectStore('pages').put({ name: 'p1', blob: new Uint8Array([9]) });
  await new Promise((resolve) => {
    write.oncomplete = resolve;
  });
  database.close();
  return indexedDB;
}

async function contents(indexedDB: IDBFactory) {
  const ports = { indexedDB, keyRange: IDBKeyRange };
  const database = await openDatabase(ports, 'dev1');
  const found = {
    outbox: await database.outbox.toArray(),
    pages: await database.pages.count(),
    sent: await database.sent.count(),
  };
  database.close();
  return found;
}

test('a database of version 1 opens, with what waits in it', async () => {
  expect(await contents(await drawer())).toMatchObject({ outbox: [{ id: 'e1', hashes: ['h'] }], pages: 1, sent: 0 });
});

test('an upgrade that is cut off in its middle changes nothing, and is done at the next opening', async () => {
  const indexedDB = await drawer();
  const cut = indexedDB.open(name, 20);
  cut.onupgradeneeded = () => {
    const { result, transaction } = cut;
    result.createObjectStore('sent', { keyPath: 'id' });
    transaction?.objectStore('outbox').clear();
    transaction?.abort();
  };
  await expect(done(cut)).rejects.toThrow();
  const before = await indexedDB.databases();
  expect(before).toEqual([{ name, version: first.version }]);
  expect(await contents(indexedDB)).toMatchObject({ outbox: [{ id: 'e1' }], pages: 1, sent: 0 });
});
