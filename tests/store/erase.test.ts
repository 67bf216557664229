import { expect, test } from 'vitest';
import { asked, inventedPhone, noon, person, rows } from './invented-phone.ts';

/*
 * An order to erase, in what is stored: no sealed row that held the person's values is left as it was, whether it came as a
 * page, as a fresh change, as work that waits, or as work that was sent back.
 */

const readable = ['pages', 'journal', 'pending', 'mending'] as const;

async function storedBodies(indexedDB: IDBFactory): Promise<ReadonlyMap<string, readonly string[]>> {
  const database = await asked(indexedDB.open('so-dan-so-dev1'));
  const found = new Map<string, readonly string[]>();
  for (const table of readable) {
    const bodies: { readonly body: Uint8Array }[] = await asked(
      database.transaction(table).objectStore(table).getAll(),
    );
    found.set(
      table,
      bodies.map(({ body }) => Buffer.from(body).toString('base64')),
    );
  }
  database.close();
  return found;
}

test('nothing stored is left as it was: page, fresh change, waiting edit, refused edit', async () => {
  const phone = await inventedPhone();
  const { store, save } = await phone.start();
  await store.receive(rows(0, [person('h.2', 'Nguyễn Thị Quên')]));
  await store.tidy(true);
  for (const name of ['Nguyễn Thị Quen', 'Nguyễn Thị Quền'])
    await save([{ kind: 'person', id: 'h.2', place: 'v1', put: { fullName: name }, seen: { fullName: ['h.2'] } }]);
  const [refused] = await store.pending();
  await store.settle({
    confirmed: [],
    leavesPending: [1],
    refused: [{ seq: 1, line: refused?.line ?? '', result: { is: 'refused', code: 'place' } }],
    verdictIds: [],
    clock: [noon, 0],
  });
  await store.receive(rows(1, [person('h.2', 'Nguyễn Thị Quên Mới')]));
  const before = await storedBodies(phone.indexedDB);
  expect(readable.filter((table) => (before.get(table) ?? []).length === 0)).toEqual([]);

  await store.receive(rows(2, [{ ...person('h.2', ''), fields: {}, erased: true }]));
  await store.erase(new Set(['h.2']), 1);
  const after = await storedBodies(phone.indexedDB);
  for (const table of readable)
    expect([table, (after.get(table) ?? []).filter((body) => before.get(table)?.includes(body))]).toEqual([table, []]);
  const again = await phone.start();
  expect((await again.store.pending()).map(({ line }) => line.includes('Quền'))).toEqual([false]);
  expect(again.store.counts()).toMatchObject({ mending: 0 });
  expect(JSON.stringify([...again.store.allConfirmed()])).not.toContain('Nguyễn');
});

test('what is saved while an order is at work waits and is shown as ever; what it says of the erased one goes too', async () => {
  const phone = await inventedPhone();
  const { store, save } = await phone.start();
  await store.receive(rows(0, [person('h.2', 'Nguyễn Thị Quên'), person('h.3', 'Nguyễn Thị Nhớ')]));
  const put = (id: string, fullName: string) =>
    save([{ kind: 'person', id, place: 'v1', put: { fullName }, seen: { fullName: [id] } }]);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  // The order comes a little later in each round: in some of them the save ends in the middle of it.
  const rounds = 80;
  for (let round = 1; round <= rounds; round += 1) {
    await put('h.2', `Nguyễn Thị Quen ${round}`);
    const saving = put('h.3', `Nguyễn Thị Nhớ Lâu ${round}`);
    for (let late = 0; late < 5 * round; late += 1) await turn();
    await store.erase(new Set(['h.2']), round);
    await saving;
  }
  expect(store.counts().waiting).toBe(2 * rounds);
  const lines = async () => (await store.pending()).map(({ line }) => line);
  expect((await lines()).filter((line) => line.includes('Nhớ Lâu'))).toHaveLength(rounds);
  const again = await phone.start();
  expect((await again.store.pending()).map(({ line }) => line)).toEqual(await lines());
});
