import { expect, test } from 'vitest';
import { inventedHub, officerCode } from '../invented-hub.ts';
import { activatedPhone, pin } from '../invented-phone.ts';

/* The same on a real phone: vault, store, seal, sync and the hub. */

test('the officer edits, moves people and takes back, across a lock; the hub takes every line of it', async () => {
  const hub = await inventedHub();
  const { app, start } = await activatedPhone(hub.answer, officerCode);
  const { rows } = await app.search('hoa', 20);
  const hoa = rows.find(({ kind, name }) => kind === 'person' && name.endsWith('Hoà')) ?? rows[0];
  if (hoa === undefined) throw new Error('somebody is called Hoà');
  const { defaults } = await app.formContext('person_edit', hoa.household, hoa.id);
  const edited = { ...defaults, isCorrection: true, phone: '0912345678' };
  const edit = await app.record('person_edit', hoa.household, edited, []);
  const people = (await app.household(hoa.household))?.people.filter(({ status }) => status === 'active') ?? [];
  const away = { person: people.map(({ id }) => id), date: '2026-11-20', to: 'Hà Nội' };
  const leaving = await app.record('move_out', hoa.household, away, []);
  expect([edit.ok, leaving.ok]).toEqual([true, true]);
  expect((await app.syncState()).waiting).toBe(2);
  await app.lock();

  const again = start();
  await again.unlock(pin);
  if (edit.ok) await again.undo(edit.value.transaction);
  if (leaving.ok) await again.undo(leaving.value.transaction);
  const page = await again.household(hoa.household);
  expect(page?.people.filter(({ status }) => status === 'active')).toHaveLength(people.length);
  expect((await again.formContext('person_edit', hoa.household, hoa.id)).defaults).toEqual(defaults);
  expect(await again.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
});

test('a village is asked for a new household and for what has no name', async () => {
  const hub = await inventedHub();
  const { app } = await activatedPhone(hub.answer, officerCode);
  const state = await app.state();
  const village = state.is === 'open' ? state.who.places.find(({ level }) => level === 'village')?.id : undefined;
  if (village === undefined) throw new Error('a commune has villages');
  const before = (await app.village(village)).households.length;
  expect(await app.record('household_new', village, { number: 9001, kind: 'family' }, [])).toMatchObject({ ok: true });
  expect(await app.record('abortion_unnamed', village, { date: '2026-11-01', ageGroup: '20_34' }, [])).toMatchObject({
    ok: true,
  });
  expect((await app.village(village)).households).toHaveLength(before + 1);
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
});
