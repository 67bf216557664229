import { expect, test } from 'vitest';
import { inventedPhone, noon, person, rows } from './invented-phone.ts';

type Phone = Awaited<ReturnType<typeof inventedPhone>>;

/** 260 pulled changes in two villages, folded. */
async function folded() {
  const phone = await inventedPhone();
  const first = await phone.start();
  const people = Array.from({ length: 260 }, (_, at) => person(`h.${at + 1}`, `Người ${at}`, at % 2 ? 'v1' : 'v2'));
  await first.store.receive(rows(0, people));
  await first.store.tidy(false);
  await fold(first);
  return { phone, first };
}

/** Enough small changes that the idle fold has something to do. */
async function fold({ store }: Awaited<ReturnType<Phone['start']>>, mark = ''): Promise<void> {
  let after = await store.cursor();
  for (let change = 0; change < 21; change++) {
    await store.receive(rows(after, [person('h.1', `Người 0${mark}`, 'v2')]));
    after++;
  }
  await store.tidy(true);
}

function nameIn(shown: Map<string, { fields: { readonly [f: string]: readonly { value: unknown }[] } }>, id: string) {
  return shown.get(id)?.fields.fullName?.[0]?.value;
}

test('after a fold the journal is empty, and a restart shows the same', async () => {
  const { phone, first } = await folded();
  expect(await first.database.journal.count()).toBe(0);
  expect(await first.database.pages.count()).toBe(3);
  const again = await phone.start();
  expect(again.shown).toEqual(first.shown);
  expect(again.store.counts().damaged).toBe(0);
});

test('search works before the pages are open, with the fields that a list shows', async () => {
  const { phone } = await folded();
  const { searchable } = await phone.start();
  expect(searchable.size).toBe(260);
  expect(Object.keys(searchable.get('h.7')?.fields ?? {}).sort()).toEqual(['birthDate', 'fullName', 'household']);
});

test('a fold rewrites only the villages that changed', async () => {
  const { first } = await folded();
  const before = new Map((await first.database.pages.toArray()).map(({ name, body }) => [name, body.join()]));
  await fold(first, ' mới');
  const after = await first.database.pages.toArray();
  expect(after.filter(({ name, body }) => before.get(name) !== body.join())).toHaveLength(2);
});

test('a record that moves to another village, or goes, is in no page of the old one', async () => {
  const { phone, first } = await folded();
  const at = await first.store.cursor();
  await first.store.receive(rows(at, [person('h.2', 'Người 1', 'v3')], ['h.3']));
  await fold(first);
  const { shown, store } = await phone.start();
  expect(shown.get('h.2')?.place.value).toBe('v3');
  expect(shown.has('h.3')).toBe(false);
  expect(await store.confirmed(['h.3'])).toEqual([]);
  expect(shown.size).toBe(259);
});

test('a save appends a small record and rewrites no page', async () => {
  const { first } = await folded();
  const before = await first.database.pages.toArray();
  await first.save([{ kind: 'person', id: 'h.1', place: 'v2', put: { phone: '0912345678' } }]);
  expect(await first.database.pages.toArray()).toEqual(before);
  expect((await first.database.pending.toArray()).map(({ body }) => body.length)).toEqual([256 + 37]);
});

test('swapped pages do not open, are set aside, and what stood in them is given back alone', async () => {
  const { phone, first } = await folded();
  const index = await phone.sealer.nameOf('pages', 'index');
  const [one, other] = (await first.database.pages.toArray()).filter(({ name }) => name !== index);
  if (one === undefined || other === undefined) throw new Error('two village pages were folded');
  await first.database.pages.bulkPut([
    { name: one.name, body: other.body },
    { name: other.name, body: one.body },
  ]);
  const hurt = await phone.start();
  expect(hurt.store.counts().damaged).toBe(2);
  expect(hurt.shown.size).toBe(0);
  const at = await hurt.store.cursor();
  expect(at).toBeGreaterThan(0);
  expect((await hurt.database.pages.toArray()).filter(({ name }) => name.startsWith('aside:'))).toHaveLength(2);
  await hurt.store.receive({ ...rows(at, [person('h.1', 'Người 0')]), cursor: at });
  await hurt.store.heal();
  const healed = await phone.start();
  expect(healed.store.counts().damaged).toBe(0);
  expect([...healed.shown.keys()]).toEqual(['h.1']);
});

test('one page rolled back to an older copy does not open; the other villages stay', async () => {
  const { phone, first } = await folded();
  const name = await phone.sealer.nameOf('pages', 'v2#0');
  const old = await first.database.pages.get(name);
  await fold(first, ' mới');
  if (old !== undefined) await first.database.pages.put(old);
  const { shown, store } = await phone.start();
  expect(store.counts().damaged).toBe(1);
  expect(shown.has('h.1')).toBe(false);
  expect(nameIn(shown, 'h.2')).toBe('Người 1');
  expect(shown.size).toBe(130);
});

test('a search index that does not open costs one reload, not the unsent work', async () => {
  const { phone, first } = await folded();
  await first.save([{ kind: 'person', place: 'v1', add: { fullName: 'Bé An' } }]);
  const name = await phone.sealer.nameOf('pages', 'index');
  await first.database.pages.put({ name, body: new Uint8Array(40) });
  const { shown, store } = await phone.start();
  expect([...shown.values()].map(({ fields }) => fields.fullName?.[0]?.value)).toEqual(['Bé An']);
  expect(await store.waiting()).toHaveLength(1);
  expect(await store.cursor()).toBe(0);
});

test('a journal entry that is missing or altered is noticed', async () => {
  const { phone, first } = await folded();
  const at = await first.store.cursor();
  await first.store.receive(rows(at, [person('h.1', 'A')]));
  await first.store.receive(rows(at + 1, [person('h.1', 'B')]));
  const [older] = await first.database.journal.toArray();
  await first.database.journal.delete(older?.n ?? 0);
  const { store } = await phone.start();
  expect(store.counts().damaged).toBe(1);
  await store.heal();
  expect((await phone.start()).store.counts().damaged).toBe(0);
});

test('a change that comes while the fold is being sealed is not lost', async () => {
  const { phone, first } = await folded();
  const at = await first.store.cursor();
  for (let change = 0; change < 21; change++)
    await first.store.receive(rows(at + change, [person('h.1', `${change}`, 'v2')]));
  const tidying = first.store.tidy(true);
  const saving = first.save([{ kind: 'person', id: 'h.1', place: 'v2', put: { phone: '0900000000' } }]);
  const receiving = first.store.receive(rows(at + 21, [person('h.1', 'cuối', 'v2')]));
  await Promise.all([tidying, saving, receiving]);
  const { shown } = await phone.start();
  expect(nameIn(shown, 'h.1')).toBe('cuối');
  expect(shown.get('h.1')?.fields.phone?.[0]?.value).toBe('0900000000');
});

test('drafts are kept sealed, answer by answer, and dropped', async () => {
  const phone = await inventedPhone();
  const { store } = await phone.start();
  await store.drafts.put('d1', { id: 'd1', answers: { sex: 'male' }, savedAt: noon });
  await store.drafts.put('d1', { id: 'd1', answers: { sex: 'female' }, savedAt: noon + 1 });
  await store.drafts.put('d2', { id: 'd2', answers: {}, savedAt: noon });
  const again = await phone.start();
  expect(await again.store.drafts.get('d1')).toEqual({ id: 'd1', answers: { sex: 'female' }, savedAt: noon + 1 });
  await again.store.drafts.remove('d2');
  expect(await again.store.drafts.all()).toHaveLength(1);
});
