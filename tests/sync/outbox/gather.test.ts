import { expect, test } from 'vitest';
import type { SealedEnvelope } from '../../../src/sync/envelope.ts';
import { gatherWaiting } from '../../../src/sync/phone/gather.ts';
import { sendOutbox } from '../../../src/sync/phone/send.ts';
import { settleVerdicts } from '../../../src/sync/phone/settle.ts';
import type { HubPort } from '../../../src/sync/ports.ts';
import { type Commune, type Member, makeCommune, noon, thing } from '../one-commune.ts';

/* A month of single saves goes up in a few envelopes, without a number, a hash or a chain becoming another. */

const now = () => noon;

async function month(saves: number): Promise<{ commune: Commune; mai: Member }> {
  const commune = await makeCommune();
  const mai = await commune.join('mai');
  for (let save = 1; save <= saves; save++) await mai.save(thing(`Hộ số ${save}`), thing(`Ghi chú ${save}`));
  return { commune, mai };
}

/** The road, and how many envelopes went over it in each request. */
function counted(road: HubPort): { readonly road: Pick<HubPort, 'upload'>; readonly sizes: number[] } {
  const sizes: number[] = [];
  const upload: HubPort['upload'] = (envelopes) => {
    sizes.push(envelopes.length);
    return road.upload(envelopes);
  };
  return { road: { upload }, sizes };
}

const prepare = ({ store, crypto, keyId }: Member, waiting: readonly SealedEnvelope[]) =>
  gatherWaiting(store, crypto, { waiting, keyId, day: '2026-11-23' });

const gatherAll = async (member: Member) => (await prepare(member, await member.store.waiting()))();

function send(
  member: Member,
  road: Pick<HubPort, 'upload'>,
  onProgress: (done: number, of: number) => void = () => undefined,
) {
  const { store, crypto, phone } = member;
  const gather = { from: 8, prepare: (waiting: readonly SealedEnvelope[]) => prepare(member, waiting) };
  return sendOutbox(store, road, crypto, { device: phone.device, now, gather, onProgress });
}

const waiting = ({ phone }: Member) =>
  [...phone.tables.outbox.values()].map(({ firstSeq, lastSeq }) => [firstSeq, lastSeq]);

test('the first goes up as it is, and once the hub has answered it the rest in large ones', async () => {
  const { commune, mai } = await month(800);
  const { road, sizes } = counted(mai.road);
  expect(await send(mai, road)).toMatchObject({ is: 'done', sent: 1_600, waiting: 0 });
  expect([sizes[0], sizes.reduce((sum, size) => sum + size)]).toEqual([1, 4]);
  expect(await settleVerdicts(mai.store, mai.crypto, 'mai', now)).toMatchObject({ applied: 1_600, refused: 0 });
  expect([commune.hub.tables.ops.size, mai.phone.tables.pending.size]).toEqual([1_600, 0]);
});

test('what is told meanwhile counts ops, so that sealing them into fewer envelopes makes them no fewer', async () => {
  const { mai } = await month(800);
  const told: (readonly [number, number])[] = [];
  await send(mai, mai.road, (done, of) => void told.push([done, of]));
  expect(told.slice(0, 2)).toEqual([
    [0, 1_600],
    [2, 1_600],
  ]);
  expect(told.every(([done, of], at) => of === 1_600 && done >= (told[at - 1]?.[0] ?? 0))).toBe(true);
});

test('without a hub nothing is sealed anew: what is on its way in a file keeps its name', async () => {
  const { mai } = await month(20);
  const before = waiting(mai);
  expect(await send(mai, { upload: async () => ({ ok: false, error: { why: 'offline' } }) })).toMatchObject({
    is: 'failed',
    waiting: 40,
  });
  expect(waiting(mai)).toEqual(before);
});

test('a hub that has some of it already answers those as before, and takes the rest', async () => {
  const { commune, mai } = await month(20);
  const first = [...mai.phone.tables.outbox.values()].slice(0, 7);
  const answers = [];
  for (const { bytes } of first) answers.push(...(await commune.accept(bytes)).ops);
  expect(await gatherAll(mai)).toBe(20);
  const [gathered] = [...mai.phone.tables.outbox.values()];
  if (gathered === undefined) throw new Error('one large envelope waits');
  const { ops, acked, refused } = await commune.accept(gathered.bytes);
  expect([ops.slice(0, 14), ops.length, acked, refused]).toEqual([answers, 40, 40, undefined]);
  expect(commune.hub.tables.ops.size).toBe(40);
});

test('gaps, another epoch of places and the greatest size each begin another envelope', async () => {
  const { mai } = await month(6);
  const outbox = mai.phone.tables.outbox;
  outbox.delete([...outbox.keys()][2] ?? '');
  expect(await gatherAll(mai)).toBe(5);
  expect(waiting(mai)).toEqual([
    [1, 4],
    [7, 12],
  ]);
  const long = 'đ'.repeat(4_000);
  for (let save = 0; save < 210; save++) await mai.save(thing(long));
  await gatherAll(mai);
  for (const { bytes, hashes } of outbox.values())
    expect([hashes.length <= 750, bytes.length < 60_000]).toEqual([true, true]);
  expect(outbox.size).toBeGreaterThan(2);
});

test('what was answered meanwhile by another road is not sealed into anything', async () => {
  const { mai } = await month(3);
  mai.phone.tables.pending.delete(4);
  expect(await gatherAll(mai)).toBe(0);
  expect(waiting(mai)).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
});
