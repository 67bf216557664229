import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pageShelf } from '../../src/store/loading/page-shelf.ts';
import { pageToBytes } from '../../src/sync/records/columns/binary/write-columns.ts';
import { toColumns } from '../../src/sync/records/columns/written-columns.ts';
import { toBase64url } from '../../src/sync/wire/bytes.ts';
import { inventedPhone, person, rows } from './invented-phone.ts';

/* What others worked out from all records stands beside the fold that wrote them, and tells of these alone. */

type Phone = Awaited<ReturnType<typeof inventedPhone>>;
type Store = Awaited<ReturnType<Phone['start']>>['store'];

const worked = new TextEncoder().encode('worked out from all records');
const book = [person('h.1', 'Lê Thị Mận'), person('h.2', 'Trần Văn Đức'), person('h.3', 'Lò Thị Hoa', 'v2')];
const nameOf = (state: ReturnType<typeof person> | undefined) => state?.fields.fullName?.[0]?.value;

async function keep(store: Store, edition = 'e1') {
  const asked: (readonly string[])[] = [];
  await store.keepBeside(edition, (since) => {
    asked.push([...since.keys()]);
    return Promise.resolve(Uint8Array.from(worked));
  });
  return asked;
}

async function keptPhone() {
  const phone = await inventedPhone();
  const first = await phone.start();
  await first.store.receive(rows(0, book));
  await keep(first.store);
  return { phone, first };
}

/** What an opening finds; and whatever shows otherwise since, as the fold has it. */
async function found(store: Store, edition = 'e1') {
  const kept = await store.openBeside(edition);
  const since = kept?.since();
  return (
    since && {
      text: new TextDecoder().decode(kept?.bytes),
      since: new Map([...since].map(([id, state]) => [id, nameOf(state)])),
    }
  );
}

const text = 'worked out from all records';

test('another opening finds it, with those who show otherwise now as they were then', async () => {
  const { phone } = await keptPhone();
  const again = await phone.start();
  expect(again.store.lacksBeside()).toBe(true);
  expect(await found(again.store)).toEqual({ text, since: new Map() });
  expect(again.store.lacksBeside()).toBe(false);
  // Renamed, moved to another village, gone, come new; and somebody's own word that waits.
  const cursor = await again.store.cursor();
  await again.store.receive(rows(cursor, [person('h.1', 'Lê Thị Mơ'), person('h.4', 'Vàng A Súa')], ['h.2']));
  await again.store.receive(rows(cursor + 1, [person('h.1', 'Lê Thị Mơ', 'v2')]));
  await again.save([
    { kind: 'person', id: 'h.3', place: 'v2', put: { fullName: 'Lò Thị Hoà' }, seen: { fullName: ['h.3'] } },
  ]);
  const expected = { 'h.1': 'Lê Thị Mận', 'h.2': 'Trần Văn Đức', 'h.3': 'Lò Thị Hoa', 'h.4': undefined };
  const third = await phone.start();
  for (const { store } of [again, third])
    expect(await found(store)).toEqual({ text, since: new Map(Object.entries(expected)) });
});

test('a fold ends it, also for whoever holds it open; what is kept next folds before, where something came', async () => {
  const { phone, first } = await keptPhone();
  const held = await first.store.openBeside('e1');
  await first.store.receive(rows(await first.store.cursor(), [person('h.1', 'Lê Thị Mơ')]));
  expect(await keep(first.store)).toEqual([[]]);
  expect(held?.since()).toBeUndefined();
  const again = await phone.start();
  expect(await found(again.store)).toEqual({ text, since: new Map() });
  expect(again.shown.get('h.1')?.fields.fullName?.[0]?.value).toBe('Lê Thị Mơ');
  // Erased from the book, it outlives nothing.
  await again.store.erase(new Set(['h.1']), 1);
  expect(again.store.lacksBeside()).toBe(true);
  expect(await found((await phone.start()).store)).toBeUndefined();
});

test('own words that wait are told as what shows otherwise', async () => {
  const { first } = await keptPhone();
  await first.save([
    { kind: 'person', id: 'h.1', place: 'v1', put: { fullName: 'Lê Thị Mơ' }, seen: { fullName: ['h.1'] } },
  ]);
  expect(await keep(first.store)).toEqual([['h.1']]);
});

test('of another build, or with a bit turned, it goes as if it had never been', async () => {
  const { phone, first } = await keptPhone();
  expect(await found((await phone.start()).store, 'e2')).toBeUndefined();
  expect(await found((await phone.start()).store)).toBeUndefined();
  await keep(first.store);
  const name = await phone.sealer.nameOf('pages', 'beside');
  const body = Uint8Array.from((await first.database.pages.get(name))?.body ?? []);
  body[60] = (body[60] ?? 0) ^ 1;
  await first.database.pages.put({ name, body });
  const hurt = await phone.start();
  expect(await found(hurt.store)).toBeUndefined();
  expect(hurt.store.counts().damaged).toBe(0);
  expect(await hurt.database.pages.get(name)).toBeUndefined();
});

test('nothing is taken up or kept while a page is awaited from the hub again', async () => {
  const { phone, first } = await keptPhone();
  await first.database.pages.put({ name: await phone.sealer.nameOf('pages', 'v2#0'), body: new Uint8Array(40) });
  const hurt = await phone.start();
  expect(hurt.store.counts().damaged).toBe(1);
  expect(await found(hurt.store)).toBeUndefined();
  expect(await keep(hurt.store)).toEqual([]);
  await hurt.store.heal();
  // The page that was lost took with it what was counted of it.
  expect(await found(hurt.store)).toBeUndefined();
});

test('where more has changed than is followed faster than it is worked out anew, it is left', async () => {
  const { phone, first } = await keptPhone();
  const many = Array.from({ length: 301 }, (_, at) => person(`k.${at}`, 'Vàng A Súa'));
  await first.store.receive(rows(await first.store.cursor(), many));
  expect(await found((await phone.start()).store)).toBeUndefined();
  expect(await keep(first.store)).toEqual([[]]);
  expect(await found((await phone.start()).store)).toEqual({ text, since: new Map() });
});

test('a book that begins anew, or to which whole pages come, is another than was counted', async () => {
  const phone = await inventedPhone();
  const first = await phone.start();
  // Activated before anybody had entered the commune: nobody was counted.
  await first.store.receive(rows(0, []));
  await keep(first.store);
  expect(await found((await phone.start()).store)).toEqual({ text, since: new Map() });
  const shelf = await first.store.pageShelf(pageShelf);
  if (shelf === undefined) throw new Error('nothing is here that no load brought');
  const page = toBase64url(deflateRawSync(pageToBytes(toColumns(book))));
  const read = await shelf.read(['v1', page]);
  if (!read.ok) throw new Error('the page is sound');
  const last = { isMoved: false, isAmongMany: false, hubEpoch: 1, mark: undefined, last: 3 };
  await shelf.take([read.value], { after: 0, ...last });
  // Killed before a fold lists it.
  const again = await phone.start();
  expect(again.shown.size).toBe(3);
  expect(await found(again.store)).toBeUndefined();

  const { phone: other, first: open } = await keptPhone();
  const held = await open.store.openBeside('e1');
  await open.store.receive(rows(0, [person('h.9', 'Sùng A Páo')]));
  expect(held?.since()).toBeUndefined();
  expect(open.store.lacksBeside()).toBe(true);
  expect(await found((await other.start()).store)).toBeUndefined();
});
