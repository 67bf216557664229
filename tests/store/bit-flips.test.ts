import { expect, test } from 'vitest';
import { repairRecords } from '../../src/sync/phone/repair.ts';
import { digestRecords, recordDigest, rootDigest, sumText } from '../../src/sync/records/digest.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { toRow } from '../../src/sync/records/row.ts';
import { sha256 } from '../../src/sync/records/sha256.ts';
import { bucketKey, type ProofQuestion, type Sums } from '../../src/sync/wire/proof.ts';
import { inventedPhone, noon, person, rows } from './invented-phone.ts';

/*
 * T10: a worn flash turns bits in what is stored. Every turn is noticed, nothing that was altered is ever shown, and the
 * hub gives back exactly what is gone.
 */

/** FLIPS=10000 makes it long. */
const flips = Number(process.env.FLIPS ?? 1_000);
const villages = ['v1', 'v2', 'v3'];
const book = Array.from({ length: 120 }, (_, at) =>
  person(`h.${at + 1}`, `Người thứ ${at}`, villages[at % villages.length]),
);
const root = rootDigest(digestRecords(book, sha256));
const digests = book.map((state) => ({ id: state.id, ...recordDigest(state, sha256) }));

/** A hub that holds the book and counts what it is asked for. */
function inventedHub() {
  const hub = {
    rowsGiven: 0,
    async ask(question: ProofQuestion) {
      if (question.ask !== 'rows')
        return { ok: true as const, value: { cursor: cursor(), sums: sums(question), rows: [] } };
      const given = question.of.map((id) => {
        const found = book.findIndex((state) => state.id === id);
        const state = book[found];
        const row = state === undefined ? ({ k: 'gone', id, gone: true } as const) : toRow(state);
        return [found + 1, row] as const;
      });
      hub.rowsGiven += given.length;
      return { ok: true as const, value: { cursor: cursor(), sums: [], rows: given } };
    },
  };
  const cursor = () => book.length;
  return hub;
}

function sums(question: Exclude<ProofQuestion, { ask: 'rows' }>): Sums {
  const of: readonly string[] = question.ask === 'places' ? villages : question.of;
  const added = new Map<string, bigint>();
  for (const { id, place, bucket, sum } of digests) {
    const inBucket = bucketKey(place, bucket);
    const key = question.ask === 'records' ? id : question.ask === 'buckets' ? inBucket : place;
    const isAsked = of.includes(question.ask === 'records' ? inBucket : place);
    if (isAsked) added.set(key, (added.get(key) ?? 0n) + sum);
  }
  return [...added].map(([key, sum]) => [key, sumText(BigInt.asUintN(128, sum))]);
}

function randomNumbers(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Phone = Awaited<ReturnType<typeof inventedPhone>>;
type Opened = Awaited<ReturnType<Phone['start']>>;

/** Turns one bit anywhere in the stored pages and the journal. */
async function flip({ database }: Opened, below: (limit: number) => number): Promise<void> {
  const [pages, journal] = [await database.pages.toArray(), await database.journal.toArray()];
  let at = below([...pages, ...journal].reduce((sum, { body }) => sum + body.length, 0));
  for (const row of [...pages, ...journal]) {
    if (at >= row.body.length) {
      at -= row.body.length;
      continue;
    }
    const body = Uint8Array.from(row.body);
    body[at] = (body[at] ?? 0) ^ (1 << below(8));
    await ('n' in row ? database.journal.put({ ...row, body }) : database.pages.put({ ...row, body }));
    return;
  }
}

const own = ({ store }: Opened) => {
  const records = (): readonly RecordState[] => [...store.allConfirmed()];
  return { digests: digestRecords(records(), sha256), records, hash: sha256, pause: async () => undefined };
};

test('a thousand turned bits: each is noticed, none is shown, all comes back', async () => {
  const phone = await inventedPhone();
  const hub = inventedHub();
  const below = randomNumbers(10);
  const written = new Map(book.map((state) => [state.id, JSON.stringify(state)]));
  let opened = await phone.start();
  await opened.store.receive(rows(0, book));
  let noticed = 0;
  let reloads = 0;
  for (let turn = 0; turn < flips; turn++) {
    // Now and then all is in pages, now and then the newest stands in the journal.
    if (turn % 15 === 0) for (let n = 0; n < 21; n++) await opened.store.receive(unmoved([book[turn % 120]]));
    await opened.store.tidy(true);
    await opened.store.receive(unmoved([book[(turn * 7) % 120]]));
    await flip(opened, below);
    opened.store.close();
    opened = await phone.start();
    for (const state of opened.shown.values()) expect(JSON.stringify(state)).toBe(written.get(state.id));
    if (opened.store.counts().damaged > 0) noticed++;
    if ((await opened.store.cursor()) === 0) {
      // The index went: nobody knows any more which pages there were.
      reloads++;
      await opened.store.receive(rows(0, book));
    }
    await repairRecords(opened.store, own(opened), hub, () => noon);
    expect(rootDigest(own(opened).digests)).toBe(root);
    await opened.store.heal();
    expect(opened.store.counts().damaged).toBe(0);
  }
  expect(noticed).toBe(flips);
  expect(opened.shown.size).toBe(book.length);
  const again = await phone.start();
  expect([again.store.counts().damaged, again.shown.size]).toEqual([0, book.length]);
  expect((await again.database.pages.toArray()).some(({ name }) => name.startsWith('aside:'))).toBe(false);
  // A page of one village at a time, never the commune for one bit.
  expect(hub.rowsGiven).toBeLessThan((flips - reloads) * 45);
});

/** The same record again: a change that changes nothing, and moves no cursor. */
function unmoved(states: readonly (RecordState | undefined)[]) {
  const confirmed = states.filter((state) => state !== undefined);
  return { ...rows(book.length, confirmed), cursor: book.length };
}
