import { expect, test } from 'vitest';
import { firstChain } from '../../src/sync/wire/chain.ts';
import { everyStoredByte, inventedPhone, noon, person, rows } from './invented-phone.ts';

const birth = (name: string) => [
  { kind: 'person', place: 'v1', add: { fullName: name, sex: 'female' } },
  { kind: 'birth', place: 'v1', add: { child: { made: 0 }, date: '2026-11-20' } },
];

test('an acknowledged save survives the death of everything in memory', async () => {
  const phone = await inventedPhone();
  const before = await phone.start();
  await before.store.receive(rows(0, [person('h.2', 'Nguyễn Thị Hoà')]));
  const saved = await before.save(birth('Nguyễn Bảo An'));
  const after = await phone.start();
  expect(saved.records.map(({ kind }) => kind)).toEqual(['person', 'birth']);
  expect(after.shown.get('dev1.1')?.fields.fullName?.[0]?.value).toBe('Nguyễn Bảo An');
  expect(after.shown.get('h.2')?.fields.fullName?.[0]?.value).toBe('Nguyễn Thị Hoà');
  expect(after.store.standing('dev1.1')).toBe('waiting');
  expect(after.store.standing('h.2')).toBe('confirmed');
  expect(after.store.counts()).toEqual({ waiting: 1, since: noon, mending: 0, damaged: 0 });
  expect(await after.store.waiting()).toHaveLength(1);
  expect((await after.store.head()).nextSeq).toBe(3);
});

test('a save worked out from an old head writes nothing, and is worked out anew', async () => {
  const phone = await inventedPhone();
  const { store } = await phone.start();
  const head = await store.head();
  const envelope = { id: 'e1', firstSeq: 1, lastSeq: 1, hashes: [firstChain], bytes: new Uint8Array(3) };
  const pending = [{ seq: 1, line: '{}' }];
  const next = { ...head, nextSeq: 2 };
  expect(await store.append({ expects: head, head: next, pending, envelope })).toBe('done');
  const late = { expects: head, head: next, pending, envelope: { ...envelope, id: 'e2' } };
  expect(await store.append(late)).toBe('stale');
  expect(await store.waiting()).toHaveLength(1);
  expect(await store.pending()).toHaveLength(1);
});

test('two saves at once get different numbers, none lost', async () => {
  const phone = await inventedPhone();
  const { save, store } = await phone.start();
  const other = await phone.start();
  const saves = await Promise.all([save(birth('An')), other.save(birth('Bình')), save(birth('Chi'))]);
  expect(new Set(saves.map(({ transaction }) => transaction)).size).toBe(3);
  const waiting = await store.waiting();
  expect(waiting.map(({ firstSeq, lastSeq }) => [firstSeq, lastSeq])).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
});

test('judged ops move from waiting to confirmed, or to mending', async () => {
  const phone = await inventedPhone();
  const { store, save, shown } = await phone.start();
  await save(birth('An'));
  await save(birth('Bình'));
  await store.settle({
    confirmed: [person('dev1.1', 'An'), person('dev1.2', '')],
    leavesPending: [1, 2, 3, 4],
    refused: [3, 4].map((seq) => ({
      seq,
      line: JSON.stringify({
        d: 'dev1',
        s: seq,
        at: [noon, 0],
        u: 'u12',
        p: 'v1',
        k: 'person',
        id: `dev1.${seq}`,
        tx: 3,
        of: 2,
        add: { a: 1 },
      }),
      result: { is: 'refused', code: 'place' } as const,
    })),
    verdictIds: [],
    clock: [noon + 5, 0],
  });
  const after = await phone.start();
  for (const { store: opened, shown: seen } of [{ store, shown }, after]) {
    expect(opened.counts()).toMatchObject({ waiting: 0, mending: 1 });
    expect([opened.standing('dev1.1'), opened.standing('dev1.3')]).toEqual(['confirmed', 'mending']);
    expect([...seen.keys()].sort()).toEqual(['dev1.1', 'dev1.2']);
  }
  expect((await after.store.head()).clock).toEqual([noon + 5, 0]);
  expect((await after.store.sentBack()).map(({ seq, result }) => [seq, result.is])).toEqual([
    [3, 'refused'],
    [4, 'refused'],
  ]);
  await after.store.putAway(new Set([3]));
  const last = await phone.start();
  expect([last.store.counts().mending, last.store.standing('dev1.3')]).toEqual([0, 'confirmed']);
});

test('a transaction of which a part was judged keeps waiting with the rest', async () => {
  const phone = await inventedPhone();
  const { store, save } = await phone.start();
  await save(birth('An'));
  await store.settle({ confirmed: [], leavesPending: [1], refused: [], verdictIds: [], clock: [0, 0] });
  const after = await phone.start();
  expect((await after.store.pending()).map(({ seq }) => seq)).toEqual([2]);
});

test('a verdict is kept once an envelope, and the envelope leaves with it', async () => {
  const phone = await inventedPhone();
  const { store, save } = await phone.start();
  await save(birth('An'));
  const [envelope] = await store.waiting();
  const parked = { payload: 'cGFya2Vk', signature: 's', key: 'v1' };
  await store.keepVerdict(parked, envelope?.id ?? '', false);
  expect(await store.waiting()).toHaveLength(1);
  expect(await store.sentAt()).toBeNull();
  await store.keepVerdict({ ...parked, payload: 'YXBwbGllZA' }, envelope?.id ?? '', true);
  const after = await phone.start();
  expect(await after.store.waiting()).toEqual([]);
  expect((await after.store.verdicts()).map(({ verdict }) => verdict.payload)).toEqual(['YXBwbGllZA']);
  expect(await after.store.sentAt()).toBe(noon);
});

test('a word by which it would stay, heard after the one by which it left, takes nothing back', async () => {
  const phone = await inventedPhone();
  const { store, save } = await phone.start();
  await save(birth('An'));
  const [envelope] = await store.waiting();
  const applied = { payload: 'YXBwbGllZA', signature: 's', key: 'v1' };
  await store.keepVerdict(applied, envelope?.id ?? '', true);
  await store.keepVerdict({ ...applied, payload: 'cGFya2Vk' }, envelope?.id ?? '', false);
  expect((await store.verdicts()).map(({ verdict }) => verdict.payload)).toEqual(['YXBwbGllZA']);
});

test('rows that do not follow the cursor change nothing; rows from the start replace everything', async () => {
  const phone = await inventedPhone();
  const { store, shown } = await phone.start();
  await store.receive(rows(0, [person('h.1', 'Một'), person('h.2', 'Hai')]));
  await store.receive(rows(7, [person('h.9', 'Chín')]));
  expect([...shown.keys()]).toEqual(['h.1', 'h.2']);
  expect(await store.cursor()).toBe(2);
  await store.receive(rows(0, [person('h.3', 'Ba')]));
  expect([...shown.keys()]).toEqual(['h.3']);
  expect([...(await phone.start()).shown.keys()]).toEqual(['h.3']);
});

test('names stand in no stored byte, neither in pages nor in what waits', async () => {
  const phone = await inventedPhone();
  const { store, save } = await phone.start();
  const planted = Array.from({ length: 300 }, (_, at) => `Qwxz${at}kjv`);
  await store.receive(
    rows(
      0,
      planted.slice(0, 200).map((name, at) => person(`h.${at + 1}`, name, 'thon-bi-mat')),
    ),
  );
  await store.tidy(true);
  await store.receive(
    rows(
      200,
      planted.slice(200, 250).map((name, at) => person(`i.${at + 1}`, name)),
    ),
  );
  for (const name of planted.slice(250)) await save(birth(name));
  await store.drafts.put('draft-of-Qwxz1kjv', { answers: { fullName: 'Qwxz999kjv' } });
  const bytes = await everyStoredByte(phone.indexedDB);
  expect(bytes.length).toBeGreaterThan(50_000);
  expect(bytes).not.toMatch(/Qwxz|thon-bi-mat/);
});
