import PouchDB from 'pouchdb';
import { isCalled, mend, pageRows, pushRows } from './records.js';

/* The phone's side of PouchDB: its IndexedDB adapter, and replication as it comes, with larger batches than it would take. */

const here = new PouchDB('book');
const there = new PouchDB(`${location.origin}/pouchdb/book`);
const people = async () => {
  const { rows } = await here.allDocs({ include_docs: true, startkey: 'person:', endkey: 'person:\uffff' });
  return rows.map(({ doc }) => ({ id: doc._id, ...doc }));
};

globalThis.peer = {
  load: async () => (await here.replicate.from(there, { batch_size: pageRows })).docs_written,
  /** By a look at everybody: a view of names takes longer to build than the load. */
  find: async (name) => (await people()).filter(isCalled(name)).length,
  async edit(count) {
    const changed = (await people()).slice(0, count).flatMap(mend);
    await here.bulkDocs(changed.map(({ id, ...doc }) => ({ _id: id, ...doc })));
  },
  push: async () => (await here.replicate.to(there, { batch_size: pushRows })).docs_written,
  async nothingNew() {
    await here.sync(there);
  },
};
