import { expect, test } from 'vitest';
import { bad, good } from '../../src/domain/outcome.ts';
import { commit } from '../../src/sync/phone/commit.ts';
import { pullChanges } from '../../src/sync/phone/pull.ts';
import { sendOutbox } from '../../src/sync/phone/send.ts';
import { settleVerdicts } from '../../src/sync/phone/settle.ts';
import { type OpDraft, writeTransaction } from '../../src/sync/phone/transaction.ts';
import type { HubPort } from '../../src/sync/ports.ts';
import { digestRecords, rootDigest } from '../../src/sync/records/digest.ts';
import { isAlive, seenOf, shown } from '../../src/sync/records/merge.ts';
import { firstChain } from '../../src/sync/wire/chain.ts';
import { openVerdict } from '../../src/sync/wire/verdict-bytes.ts';
import { soundHead } from '../simulation/phone/head.ts';
import { screenOf } from '../simulation/phone/phone.ts';
import { type Member, makeCommune, nodeHash, noon, thing } from './one-commune.ts';

const now = () => noon;
const sender = { device: 'mai', user: 'u-mai', epoch: 1, keyId: 'k' };

async function push({ store, road, crypto, phone }: Member) {
  await sendOutbox(store, road, crypto, { device: phone.device, now });
  return settleVerdicts(store, crypto, phone.device, now);
}

async function pull({ store, road }: Member, hub: Pick<HubPort, 'changes'> = road) {
  const pulled = await pullChanges(store, hub, { now });
  if (!pulled.ok) throw new Error(`the hub did not answer: ${pulled.error.why}`);
  return pulled.value;
}

function edit(member: Member, id: string, name: string): OpDraft {
  const state = screenOf(member.phone).get(id);
  return { kind: 'thing', id, place: 'v1', put: { name }, seen: seenOf(state, ['name']) };
}

test('a transaction names what it makes, links it, counts on and stays in order', () => {
  const drafts: readonly OpDraft[] = [
    thing('Nguyễn Thị Hoà'.normalize('NFD')),
    { kind: 'event', place: 'v1', add: { thing: { made: 0 }, date: '2026-11-20' } },
    { kind: 'thing', id: { made: 0 }, place: 'v1', void: { reason: 'ghi nhầm' } },
  ];
  const head = { nextSeq: 1040, clock: [noon + 5, 2] as const };
  const { ops, nextSeq, clock } = writeTransaction(drafts, sender, head, noon);
  expect(ops.map(({ id, tx, of, at }) => [id, tx, of, at])).toEqual([
    ['mai.1040', 1040, 3, [noon + 5, 3]],
    ['mai.1041', 1040, 3, [noon + 5, 4]],
    ['mai.1040', 1040, 3, [noon + 5, 5]],
  ]);
  expect(ops[0]).toMatchObject({ put: { name: 'Nguyễn Thị Hoà' } });
  expect(ops[1]).toMatchObject({ add: { thing: 'mai.1040' } });
  expect([nextSeq, clock]).toEqual([1043, [noon + 5, 5]]);
  expect(() => writeTransaction([], sender, head, noon)).toThrow(RangeError);
  expect(() => writeTransaction(new Array(501).fill(thing('x')), sender, head, noon)).toThrow(RangeError);
});

test('two saves at once get different numbers: the later one starts again from the new head', async () => {
  const mai = await (await makeCommune()).join('mai');
  await Promise.all([mai.save(thing('Hoà')), mai.save(thing('Lan')), mai.save(thing('Minh'))]);
  expect([...mai.phone.tables.pending.keys()].sort()).toEqual([1, 2, 3]);
  expect(soundHead(mai.phone).nextSeq).toBe(4);
  expect((await push(mai)).applied).toBe(3);
});

test('a kept verdict settles only the very line that it speaks of', async () => {
  const commune = await makeCommune();
  const mai = await commune.join('mai');
  await mai.save(thing('Hoà'));
  const [envelope] = await mai.store.waiting();
  const answer = await mai.road.upload(envelope === undefined ? [] : [envelope.bytes]);
  const verdict = answer.ok && answer.value[0] ? openVerdict(answer.value[0]) : undefined;
  const [op] = verdict?.ops ?? [];
  if (envelope === undefined || verdict === undefined || op === undefined) throw new Error('the hub answers');
  const other = await commune.ports.crypto.signVerdict({ ...verdict, ops: [{ ...op, hash: firstChain }] }, undefined);
  await mai.store.keepVerdict(other, envelope.id, false);
  expect(await settleVerdicts(mai.store, mai.crypto, 'mai', now)).toMatchObject({ applied: 0, refused: 0 });
  expect([...mai.phone.tables.pending.keys()]).toEqual([1]);
  expect((await push(mai)).applied).toBe(1);
});

test('what no hub would read is not saved at all', async () => {
  const mai = await (await makeCommune()).join('mai');
  const tooLong = commit(mai.store, mai.crypto, sender, [thing('a'.repeat(5000))], now, '2026-11-22');
  await expect(tooLong).rejects.toThrow(RangeError);
  expect(soundHead(mai.phone).nextSeq).toBe(1);
  expect(mai.phone.tables.outbox.size).toBe(0);
});

test('whatever a keyboard or a pasted text holds can be saved and sent', async () => {
  const mai = await (await makeCommune()).join('mai');
  await mai.save(thing('Ho\u0000à \ud800'), thing('\u202eHo\u2066à'), thing('Hoà'.normalize('NFD')));
  expect((await push(mai)).applied).toBe(3);
  const names = [...mai.phone.tables.confirmed.values()].map((state) => shown(state, 'name'));
  expect(names).toEqual(['Hoà \ufffd', 'Hoà', 'Hoà']);
});

test('an applied op joins the confirmed records, a refused one stands aside with its reason', async () => {
  const mai = await (await makeCommune()).join('mai');
  await mai.save(thing('Hoà'));
  await mai.save(thing('Lan', 'elsewhere'));
  expect(await push(mai)).toEqual({ applied: 1, refused: 1, changed: ['mai.1'] });
  const { confirmed, pending, refused } = mai.phone.tables;
  expect([...confirmed.keys()]).toEqual(['mai.1']);
  expect(pending.size).toBe(0);
  expect(refused.get(2)?.result).toEqual({ is: 'refused', code: 'place', field: 'p' });
  expect(await settleVerdicts(mai.store, mai.crypto, 'mai', now)).toEqual({ applied: 0, refused: 0, changed: [] });
});

test('what a restored hub took is shown at once, however far the hub of before had counted', async () => {
  const mai = await (await makeCommune()).join('mai');
  await mai.save(thing('Hoà'));
  await sendOutbox(mai.store, mai.road, mai.crypto, { device: 'mai', now });
  const before = { ...mai.store, cursor: async () => 1_200, hubEpoch: async () => 7 };
  expect(await settleVerdicts(before, mai.crypto, 'mai', now)).toMatchObject({ applied: 1, changed: ['mai.1'] });
  expect(screenOf(mai.phone).get('mai.1')).toBeDefined();
});

test('an edit made while its record is in flight wins over the late answer', async () => {
  const mai = await (await makeCommune()).join('mai');
  await mai.save(thing('Hoà'));
  await sendOutbox(mai.store, mai.road, mai.crypto, { device: 'mai', now });
  await mai.save(edit(mai, 'mai.1', 'Hòa'));
  await settleVerdicts(mai.store, mai.crypto, 'mai', now);
  const state = screenOf(mai.phone).get('mai.1');
  expect(state && shown(state, 'name')).toBe('Hòa');
});

test('a second phone gets the record, and both hold what the hub’s digest says', async () => {
  const commune = await makeCommune();
  const [mai, tam] = [await commune.join('mai'), await commune.join('tam')];
  for (let count = 0; count < 9; count++) await mai.save(thing(`Hoà ${count}`));
  await push(mai);
  const pulled = await pull(tam);
  expect(pulled).toMatchObject({ rows: 9, cursor: 9, isAnew: false });
  await pull(mai);
  for (const { phone } of [mai, tam]) {
    expect(rootDigest(digestRecords(phone.tables.confirmed.values(), nodeHash))).toBe(pulled.digest);
  }
  expect(await pull(tam)).toMatchObject({ rows: 0, cursor: 9 });
});

test('an answer that comes after its rows were pulled does not bring back what was replaced since', async () => {
  const commune = await makeCommune();
  const [mai, tam] = [await commune.join('mai'), await commune.join('tam')];
  const first = await mai.save(thing('Hoà'));
  await commune.accept(first);
  await pull(tam);
  await tam.save(edit(tam, 'mai.1', 'Hòa'));
  await push(tam);
  await pull(mai);
  await push(mai);
  expect(mai.phone.tables.confirmed.get('mai.1')?.fields.name?.map(({ op }) => op)).toEqual(['tam.1']);
});

test('a record that moves to another village leaves the phone of the first', async () => {
  const commune = await makeCommune();
  const [mai, officer] = [await commune.join('mai', ['v1']), await commune.join('off', ['v1', 'v2'])];
  await mai.save(thing('Hoà'));
  await push(mai);
  await pull(mai);
  await pull(officer);
  await officer.save({ ...edit(officer, 'mai.1', 'Hoà'), place: 'v2' });
  await push(officer);
  expect(await pull(mai)).toMatchObject({ rows: 1, changed: ['mai.1'] });
  expect(mai.phone.tables.confirmed.size).toBe(0);
  const { digest } = await pull(mai);
  expect(digest).toBe('0'.repeat(32));
});

test('after the hub was restored everything confirmed is loaded anew, and what waits is kept', async () => {
  const commune = await makeCommune();
  const mai = await commune.join('mai');
  await mai.save(thing('Hoà'));
  await push(mai);
  await pull(mai);
  await mai.save(thing('Lan'));
  const restored: Pick<HubPort, 'changes'> = {
    changes: async (after) => {
      const answer = await mai.road.changes(after);
      return answer.ok ? good({ ...answer.value, rows: [], hubEpoch: 2 }) : answer;
    },
  };
  expect(await pull(mai, restored)).toMatchObject({ isAnew: true, hubEpoch: 2 });
  expect(mai.phone.tables.confirmed.size).toBe(0);
  expect(mai.phone.tables.outbox.size).toBe(1);
  expect(isAlive(screenOf(mai.phone).get('mai.2') ?? Object.assign({}))).toBe(true);
});

test('a first load that meets a restored hub between two pages begins anew', async () => {
  const commune = await makeCommune();
  const [mai, tam] = [await commune.join('mai'), await commune.join('tam')];
  await mai.save(thing('Hoà'));
  await mai.save(thing('Lan'));
  await push(mai);
  let pages = 0;
  const put: Pick<HubPort, 'changes'> = {
    changes: async (after) => {
      const answer = await tam.road.changes(after);
      pages += 1;
      if (!answer.ok) return answer;
      // Before the backup was put back the second record had the first number.
      if (pages === 1) return good({ ...answer.value, rows: answer.value.rows.slice(1), cursor: 1, more: true });
      return good({ ...answer.value, hubEpoch: 2 });
    },
  };
  expect(await pull(tam, put)).toMatchObject({ isAnew: true, hubEpoch: 2 });
  expect([...tam.phone.tables.confirmed.keys()].sort()).toEqual(['mai.1', 'mai.2']);
});

test('a hub with another epoch at every page is not followed', async () => {
  const mai = await (await makeCommune()).join('mai');
  let hubEpoch = 0;
  const wild: Pick<HubPort, 'changes'> = {
    changes: async (after) => {
      hubEpoch += 1;
      return good({ rows: [], cursor: after + 1, more: true, total: 9, hubTime: 1, hubEpoch, epoch: 1 });
    },
  };
  expect(await pullChanges(mai.store, wild, { now })).toEqual({ ok: false, error: { why: 'answer', status: 200 } });
});

test('a hub that turns in circles is not followed', async () => {
  const mai = await (await makeCommune()).join('mai');
  const circle: Pick<HubPort, 'changes'> = {
    changes: async (after) =>
      good({ rows: [], cursor: after, more: true, total: 1, hubTime: 1, hubEpoch: 1, epoch: 1 }),
  };
  expect(await pullChanges(mai.store, circle, { now })).toEqual({ ok: false, error: { why: 'answer', status: 200 } });
  const gone: Pick<HubPort, 'changes'> = { changes: async () => bad({ why: 'offline' }) };
  expect(await pullChanges(mai.store, gone, { now })).toEqual({ ok: false, error: { why: 'offline' } });
});
