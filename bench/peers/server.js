import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import express from 'express';
import expressPouchDB from 'express-pouchdb';
import PouchDB from 'pouchdb';

/*
 * node server.js RECORDS PAGES DATA: the server of both peers, one process. PouchDB's databases lie on the disk
 * (LevelDB); RxDB brings no server, so the one its documentation sketches stands here, in memory, with gzip.
 * Neither asks who is calling, judges what comes, or encrypts.
 */

const [recordsFile, pages, data] = process.argv.slice(2);
const records = JSON.parse(readFileSync(recordsFile, 'utf8'));
const app = express();
app.use(express.static(pages));
app.use('/pouchdb', await servePouchDB());
app.use('/rxdb', serveRxDB());
const server = app.listen(0, '127.0.0.1', () => process.stdout.write(`port: ${server.address().port}\n`));

async function servePouchDB() {
  const Stored = PouchDB.defaults({ prefix: `${data}/` });
  const book = new Stored('book');
  for (let at = 0; at < records.length; at += 1_000)
    await book.bulkDocs(records.slice(at, at + 1_000).map(({ id, ...record }) => ({ _id: id, ...record })));
  return expressPouchDB(Stored, { mode: 'minimumForPouchDB', inMemoryConfig: true });
}

/** Pull by a checkpoint, push of pairs (what the phone took for the server's state, what it has): RxDB's protocol. */
function serveRxDB() {
  let last = 0;
  const held = new Map();
  const put = (record) => {
    last += 1;
    held.delete(record.id);
    held.set(record.id, { record: { _deleted: false, ...record }, number: last });
  };
  for (const record of records) put(record);

  const router = express.Router();
  router.get('/pull', async ({ query }, response) => {
    const after = Number(query.after);
    const rows = [...held.values()].filter(({ number }) => number > after).slice(0, Number(query.limit));
    const answer = { documents: rows.map(({ record }) => record), checkpoint: { after: rows.at(-1)?.number ?? after } };
    response.set({ 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.send(await promisify(gzip)(JSON.stringify(answer)));
  });
  router.post('/push', express.json({ limit: '50mb' }), ({ body }, response) => {
    const conflicts = [];
    for (const { assumedMasterState, newDocumentState } of body) {
      const standing = held.get(newDocumentState.id)?.record;
      const isFresh = JSON.stringify(standing) === JSON.stringify(assumedMasterState ?? undefined);
      if (isFresh) put(newDocumentState);
      else conflicts.push(standing);
    }
    response.json(conflicts);
  });
  return router;
}
