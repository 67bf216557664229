import { createRxDatabase } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { isCalled, mend, pageRows, pushRows } from './records.js';

/* The phone's side of RxDB: its free storage for browsers, and its replication over the handlers that an app writes. */

const text = { type: 'string', maxLength: 80 };
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: text, kind: text, place: text, fields: { type: 'object', additionalProperties: true } },
  required: ['id', 'kind', 'place', 'fields'],
  indexes: ['kind'],
};
const database = await createRxDatabase({ name: 'book', storage: getRxStorageDexie(), multiInstance: false });
const { book } = await database.addCollections({ book: { schema } });
let sent = 0;

async function ask(path, init) {
  const answer = await fetch(`/rxdb/${path}`, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** Once in both directions, as its documentation shows it. */
async function replicate() {
  const state = replicateRxCollection({
    collection: book,
    replicationIdentifier: 'hub',
    live: false,
    pull: {
      batchSize: pageRows,
      handler: (checkpoint, limit) => ask(`pull?after=${checkpoint?.after ?? 0}&limit=${limit}`),
    },
    push: {
      batchSize: pushRows,
      handler(rows) {
        sent += rows.length;
        return ask('push', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(rows),
        });
      },
    },
  });
  await state.awaitInSync();
  await state.cancel();
}

const people = () => book.find({ selector: { kind: 'person' } }).exec();

globalThis.peer = {
  async load() {
    await replicate();
    return book.count().exec();
  },
  /** By a look at everybody: it has no index of several keys a document. */
  find: async (name) => (await people()).filter(isCalled(name)).length,
  async edit(count) {
    await book.bulkUpsert(
      (await people())
        .slice(0, count)
        .map((person) => person.toMutableJSON())
        .flatMap(mend),
    );
  },
  async push() {
    await replicate();
    return sent;
  },
  nothingNew: replicate,
};
