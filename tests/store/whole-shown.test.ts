import { expect, test } from 'vitest';
import { isAlive, shown } from '../../src/sync/records/merge.ts';
import type { Head, RecordState } from '../../src/sync/records/record-state.ts';
import { inventedPhone, noon, person, rows } from './invented-phone.ts';

/* Beside the pages stands what records show that several ops wrote: an opening reads that, and none of them whole. */

type Phone = Awaited<ReturnType<typeof inventedPhone>>;
type Opened = Awaited<ReturnType<Phone['start']>>;

const head = (op: string, value: Head['value'], later = 0): Head => ({
  op,
  value,
  stamp: [noon + later, 0],
  user: 'u2',
});

/** Two wrote her name, the later one shows. */
const disputed: RecordState = (() => {
  const known = person('h.1', 'Lê Thị Mận');
  return {
    ...known,
    fields: { ...known.fields, fullName: [...(known.fields.fullName ?? []), head('k.9', 'Lê Thị Mạn')] },
  };
})();
const moveOut = (id: string, life: readonly Head[]): RecordState => {
  const { place } = person(id, '');
  return {
    kind: 'move_out',
    id,
    place,
    fields: { date: [{ ...place, value: '2026-10-01' }], person: [{ ...place, value: 'h.2' }] },
    life,
  };
};
/** Taken back by mistake, and brought home; taken back for good. */
const lifted = moveOut('h.8', [head('k.10', { reason: 'ghi nhầm' }), head('k.11', { reason: 'đúng', lifts: true }, 5)]);
const takenBack = moveOut('h.9', [head('k.12', { reason: 'ghi nhầm' })]);
const book = [disputed, person('h.2', 'Trần Văn Đức'), person('h.3', 'Lò Thị Hoa', 'v2'), lifted, takenBack];

async function folded(states: readonly RecordState[] = book) {
  const phone = await inventedPhone();
  const first = await phone.start();
  await first.store.receive(rows(0, states));
  await fold(first);
  return { phone, first };
}

/** Enough small changes that the idle fold has something to do. */
async function fold({ store }: Opened): Promise<void> {
  const [after, last = person('h.2', '')] = [await store.cursor(), ...(await store.confirmed(['h.2']))];
  for (let change = 0; change < 21; change++) await store.receive(rows(after + change, [last]));
  await store.tidy(true);
}

const namesIn = ({ shown: seen }: Opened) =>
  Object.fromEntries([...seen.values()].map((one) => [one.id, shown(one, 'fullName') ?? isAlive(one)]));

test('a phone that is opened again shows what several people wrote, and has it whole for who asks', async () => {
  const { phone } = await folded();
  const again = await phone.start();
  const names = { 'h.1': 'Lê Thị Mạn', 'h.2': 'Trần Văn Đức', 'h.3': 'Lò Thị Hoa', 'h.8': true, 'h.9': false };
  expect(namesIn(again)).toEqual(names);
  expect(again.shown.get('h.1')?.fields.fullName).toHaveLength(1);
  expect(await again.store.confirmed(['h.1', 'h.9'])).toEqual([disputed, takenBack]);
  expect(again.searchable.get('h.1')).toMatchObject({ fields: { fullName: [{ value: 'Lê Thị Mạn' }] } });
  // Written again, and not folded yet: the journal has the last word.
  await again.store.receive(rows(await again.store.cursor(), [person('h.1', 'Lê Thị Mơ')], ['h.8']));
  const third = await phone.start();
  expect(namesIn(third)).toEqual({ 'h.1': 'Lê Thị Mơ', 'h.2': 'Trần Văn Đức', 'h.3': 'Lò Thị Hoa', 'h.9': false });
});

const isAtHand = async (phone: Phone, { database }: Opened) =>
  (await database.pages.get(await phone.sealer.nameOf('pages', 'shown'))) !== undefined;

test('a turned bit in it costs nothing but time: it goes, all is read whole, and the next quiet moment writes it anew', async () => {
  const { phone, first } = await folded();
  const name = await phone.sealer.nameOf('pages', 'shown');
  const row = await first.database.pages.get(name);
  const body = Uint8Array.from(row?.body ?? []);
  body[70] = (body[70] ?? 0) ^ 4;
  await first.database.pages.put({ name, body });
  const hurt = await phone.start();
  // Nothing of it is awaited from the hub, and nothing of it stays: it could outlive an order to erase.
  expect(hurt.store.counts().damaged).toBe(0);
  expect(namesIn(hurt)).toEqual(namesIn(first));
  expect(await hurt.database.pages.count()).toBe(3);
  await hurt.store.tidy(true);
  expect(await isAtHand(phone, hurt)).toBe(true);
  const healed = await phone.start();
  expect(healed.shown.get('h.1')?.fields.fullName).toHaveLength(1);
  expect(namesIn(healed)).toEqual(namesIn(first));
});

test('an app that learnt a new kind of fact reads them whole once, and tells by whom and that they were taken back', async () => {
  const phone = await inventedPhone();
  const before = await phone.start({});
  await before.store.receive(rows(0, book));
  await fold(before);
  const updated = await phone.start();
  expect(namesIn(updated)).toEqual(namesIn(before));
  expect(updated.shown.get('h.8')).toEqual(lifted);
  await updated.store.tidy(true);
  const again = await phone.start();
  expect(namesIn(again)).toEqual(namesIn(before));
  expect(await isAtHand(phone, again)).toBe(true);
});

test('what stood on a page that does not open is shown from nowhere else', async () => {
  const { phone, first } = await folded();
  const name = await phone.sealer.nameOf('pages', 'v1#0');
  await first.database.pages.put({ name, body: new Uint8Array(40) });
  const hurt = await phone.start();
  expect(hurt.store.counts().damaged).toBe(1);
  expect(namesIn(hurt)).toEqual({ 'h.3': 'Lò Thị Hoa' });
});

test('a store that an app of before folded opens as it always did, and is folded when there is time', async () => {
  const { phone, first } = await folded();
  await first.database.pages.delete(await phone.sealer.nameOf('pages', 'shown'));
  const again = await phone.start();
  expect(again.store.counts().damaged).toBe(0);
  expect([...again.shown].sort()).toEqual([...first.shown].sort());
  await again.store.tidy(false);
  expect(await isAtHand(phone, again)).toBe(false);
  await again.store.tidy(true);
  expect(await isAtHand(phone, again)).toBe(true);
});

test('where one op wrote each record, nothing stands beside the pages; nor once the last of the others is gone', async () => {
  const plain = await folded([person('h.2', 'Trần Văn Đức')]);
  expect(await plain.first.database.pages.count()).toBe(2);
  const { phone, first } = await folded();
  expect(await first.database.pages.count()).toBe(4);
  const after = await first.store.cursor();
  await first.store.receive(rows(after, [person('h.1', 'Lê Thị Mơ')], ['h.8', 'h.9']));
  await fold(first);
  expect(await first.database.pages.count()).toBe(3);
  expect(namesIn(await phone.start())).toEqual({ 'h.1': 'Lê Thị Mơ', 'h.2': 'Trần Văn Đức', 'h.3': 'Lò Thị Hoa' });
});
