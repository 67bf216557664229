import { expect, test } from 'vitest';
import { HeadUnknown } from '../../../src/sync/phone/commit.ts';
import { readStoredHead } from '../../../src/sync/phone/mending/stored-head.ts';
import { sha256 } from '../../../src/sync/records/sha256.ts';
import { compareStamps } from '../../../src/sync/stamp.ts';
import { firstChain, nextChain } from '../../../src/sync/wire/chain.ts';
import { parseEnvelope } from '../../../src/sync/wire/envelope-bytes.ts';
import { inventedPhone, noon, person, rows } from '../invented-phone.ts';
import { bitsOf, storedHead, wearHead, withTurnedBit } from './turned-bits.ts';
import { storedOutbox, wearRow } from './worn-outbox.ts';

/*
 * Where this device stands is one small row: its next number, its chain, its clock. A bit turned in it would make it write
 * a number twice, and the hub would freeze it as a copy. HEAD_FLIPS=10000 makes it long.
 */

const flips = Number(process.env.HEAD_FLIPS ?? 300);
const visit = [{ kind: 'visit', place: 'v1', add: { date: '2026-11-20' } }];
const twoVisits = [...visit, ...visit];
const verdict = { payload: 'YXBwbGllZA', signature: 's', key: 'v1' };

type Phone = Awaited<ReturnType<typeof inventedPhone>>;
type App = Awaited<ReturnType<Phone['start']>>;

/** The hub has judged all that waits, and nothing is pending any more. */
async function allLeave({ store }: App): Promise<void> {
  for (const { id } of await store.waiting()) await store.keepVerdict(verdict, id, true);
  const leavesPending = (await store.pending()).map(({ seq }) => seq);
  const verdictIds = (await store.verdicts()).map(({ id }) => id);
  await store.settle({ confirmed: [], leavesPending, refused: [], verdictIds, clock: [0, 0] });
}

/** Some acts that have left, and one that waits. */
async function atWork() {
  const phone = await inventedPhone();
  const app = await phone.start();
  await app.store.receive(rows(0, [person('h.2', 'Nguyễn Thị Hoà')]));
  await app.save(twoVisits);
  await allLeave(app);
  await app.save(visit);
  return { phone, app };
}

test(`a bit of it turned, ${flips} times: every number is used once, the chain goes on, the clock too`, {
  timeout: 3_600_000,
}, async () => {
  const { phone, app: first } = await atWork();
  let app = first;
  let { nextSeq, chain, clock } = await app.store.head();

  async function saveNext(): Promise<void> {
    const { ops } = await app.save(visit);
    const envelope = (await app.store.waiting()).at(-1);
    chain = nextChain(chain, envelope?.hashes ?? [], sha256);
    const sealed = parseEnvelope(envelope?.bytes ?? new Uint8Array());
    expect([ops.map(({ s }) => s), sealed.ok && sealed.value.header.h]).toEqual([[nextSeq], chain]);
    const at = ops[0]?.at ?? [0, 0];
    // A few minutes ahead it may be: no clock of another is moved by so much either.
    expect([at[0] <= noon + 5 * 60_000, compareStamps(at, clock) > 0]).toEqual([true, true]);
    [nextSeq, clock] = [nextSeq + 1, at];
    expect(readStoredHead(await storedHead(phone.indexedDB, 'dev1'))).toEqual({ nextSeq, chain, clock });
  }

  for (let flip = 0; flip < flips; flip++) {
    const row = await storedHead(phone.indexedDB, 'dev1');
    // All of them in turn, far apart: a prime that no row's length is a multiple of.
    await wearHead(phone.indexedDB, 'dev1', withTurnedBit(row, (flip * 7_919) % bitsOf(row)));
    if (flip % 3 === 0) app = await phone.start();
    if (flip % 5 === 0) await app.store.receive({ ...rows(0, [person('h.2', `Người ${flip}`)]), clock: [0, 0] });
    await saveNext();
    if (flip % 4 !== 0) continue;
    await allLeave(app);
    // By what waits its clock is known.
    await saveNext();
  }
});

test('the row is gone: the next number follows the last that waits, or that left', async () => {
  const { phone, app } = await atWork();
  await wearHead(phone.indexedDB, 'dev1', undefined);
  const { ops } = await (await phone.start()).save(visit);
  expect(ops.map(({ s }) => s)).toEqual([4]);
  await allLeave(app);
  await wearHead(phone.indexedDB, 'dev1', undefined);
  expect((await (await phone.start()).save(visit)).ops.map(({ s }) => s)).toEqual([5]);
});

test('a number that was sent back is not used again', async () => {
  const { phone, app } = await atWork();
  const [pending] = await app.store.pending();
  if (pending === undefined) throw new Error('one act waits');
  for (const { id } of await app.store.waiting()) await app.store.keepVerdict(verdict, id, true);
  const refused = [{ ...pending, result: { is: 'refused', code: 'place' } as const }];
  await app.store.settle({ confirmed: [], leavesPending: [3], refused, verdictIds: [], clock: [0, 0] });
  await wearHead(phone.indexedDB, 'dev1', undefined);
  expect((await (await phone.start()).store.head()).nextSeq).toBe(4);
});

test('both the row and the sealed copy of the last act are damaged: its line is pending, and tells', async () => {
  const { phone } = await atWork();
  const [row] = await storedOutbox(phone.indexedDB, 'dev1');
  if (row === undefined) throw new Error('one act waits');
  await wearRow(phone.indexedDB, 'dev1', row, undefined);
  await wearHead(phone.indexedDB, 'dev1', undefined);
  const { store } = await phone.start();
  expect(await store.head()).toMatchObject({ nextSeq: 4 });
  expect(await store.head()).not.toHaveProperty('isGuess');
});

test('a clock that a bit has set years ahead is not believed', async () => {
  const { phone } = await atWork();
  const row = await storedHead(phone.indexedDB, 'dev1');
  const value = readStoredHead(row);
  await wearHead(phone.indexedDB, 'dev1', { ...(row as object), value: { ...value, clock: [noon + 2 ** 40, 0] } });
  const { ops } = await (await phone.start()).save(visit);
  expect(ops[0]?.at[0]).toBe(noon);
});

test('a clock that other phones had moved is kept, though a number beside it is damaged', async () => {
  const { phone, app } = await atWork();
  await app.store.receive({ ...rows(1, []), clock: [noon + 60_000, 3] });
  const row = await storedHead(phone.indexedDB, 'dev1');
  const value = readStoredHead(row);
  await wearHead(phone.indexedDB, 'dev1', { ...(row as object), value: { ...value, nextSeq: 2 } });
  expect((await (await phone.start()).store.head()).clock).toEqual([noon + 60_000, 3]);
});

test('nothing tells where it stands: a save is refused, until the hub has told', async () => {
  const { phone, app } = await atWork();
  await allLeave(app);
  // As on a phone whose acts had all left before any copy of them was kept.
  await app.database.sent.clear();
  const before = await app.store.head();
  await wearHead(phone.indexedDB, 'dev1', undefined);
  const after = await phone.start();
  await expect(after.save(visit)).rejects.toThrow(HeadUnknown);
  expect(await after.store.waiting()).toEqual([]);
  await after.store.receive(rows(1, [person('h.3', 'Lê Thị Sáu')]));
  await expect(after.save(visit)).rejects.toThrow(HeadUnknown);
  await after.store.heedHub({ acked: 3, chain: before.chain });
  expect((await after.save(visit)).ops.map(({ s }) => s)).toEqual([4]);
  expect((await (await phone.start()).save(visit)).ops.map(({ s }) => s)).toEqual([5]);
});

test('what left because the hub had it all before is no less gone: such a phone is not taken for a new one', async () => {
  const phone = await inventedPhone();
  const app = await phone.start();
  await app.store.receive(rows(0, [person('h.2', 'Nguyễn Thị Hoà')]));
  await app.save(visit);
  await app.store.replaceWaiting([{ replaced: (await app.store.waiting()).map(({ id }) => id) }]);
  await app.store.settle({ confirmed: [], leavesPending: [1], refused: [], verdictIds: [], clock: [0, 0] });
  expect(await app.store.sentAt()).not.toBeNull();
  await app.database.sent.clear();
  await wearHead(phone.indexedDB, 'dev1', undefined);
  await expect((await phone.start()).save(visit)).rejects.toThrow(HeadUnknown);
});

test('the newest copy of what left is damaged as well, in its numbers: that is no reason to guess a lower one', async () => {
  const { phone, app } = await atWork();
  await allLeave(app);
  const sent = (await app.database.sent.toArray()).find(({ lastSeq }) => lastSeq === 3);
  if (sent === undefined) throw new Error('the third act has left');
  await app.database.sent.put({ ...sent, firstSeq: 1, hashes: [] });
  await wearHead(phone.indexedDB, 'dev1', undefined);
  await expect((await phone.start()).save(visit)).rejects.toThrow(HeadUnknown);
});

test('a chain that was damaged before anything watched over it is set right by the hub', async () => {
  const { app } = await atWork();
  await allLeave(app);
  const { chain, ...head } = await app.store.head();
  await app.database.meta.put({ key: 'head', value: { ...head, chain: firstChain } });
  await app.database.sent.clear();
  const after = app.store;
  await after.receive(rows(1, []));
  await after.heedHub({ acked: 3, chain });
  expect(await after.head()).toMatchObject({ nextSeq: 4, chain });
});

test('a phone that has written nothing yet, or has not even a book, begins with 1', async () => {
  const phone = await inventedPhone();
  expect((await (await phone.start()).store.head()).nextSeq).toBe(1);
  const fresh = await phone.start();
  await fresh.store.receive(rows(0, [person('h.2', 'Nguyễn Thị Hoà')]));
  await wearHead(phone.indexedDB, 'dev1', undefined);
  expect((await (await phone.start()).save(visit)).ops.map(({ s }) => s)).toEqual([1]);
});

test('what left long ago is forgotten, but for the newest: by that the row is found again', async () => {
  const { phone, app } = await atWork();
  await allLeave(app);
  for (const row of await app.database.sent.toArray()) await app.database.sent.put({ ...row, leftAt: 0 });
  await app.store.noteReceipt({ at: noon, acked: 3, digest: '' });
  expect((await app.database.sent.toArray()).map(({ lastSeq }) => lastSeq)).toEqual([3]);
  await wearHead(phone.indexedDB, 'dev1', undefined);
  expect((await (await phone.start()).save(visit)).ops.map(({ s }) => s)).toEqual([4]);
});

test('a database of before has no digest: it opens as it stands, and has one from then on', async () => {
  const { phone, app } = await atWork();
  const { nextSeq, chain, clock } = await app.store.head();
  await app.database.sent.clear();
  await wearHead(phone.indexedDB, 'dev1', { key: 'head', value: { nextSeq, chain, clock } });
  const after = await phone.start();
  expect((await after.save(visit)).ops.map(({ s }) => s)).toEqual([4]);
  expect(readStoredHead(await storedHead(phone.indexedDB, 'dev1'))?.nextSeq).toBe(5);
});

test('a database of before whose row says a lower number than what waits in it is not believed', async () => {
  const { phone, app } = await atWork();
  const { chain, clock } = await app.store.head();
  await wearHead(phone.indexedDB, 'dev1', { key: 'head', value: { nextSeq: 2, chain, clock } });
  expect((await (await phone.start()).save(visit)).ops.map(({ s }) => s)).toEqual([4]);
});
