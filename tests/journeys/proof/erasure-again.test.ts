import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { book, type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from '../phone.ts';

/* Who was forgotten is back behind a backup that is older than the order: it is given again. */

const ground = { actor: '', ground: 'đơn đề nghị số 3' };

let hub: JourneyHub;
let collaborator: JourneyPhone;
let officer: JourneyPhone;
let late: JourneyPhone;
let household = '';

const heldBy = async (phone: JourneyPhone): Promise<string> => {
  const { store } = phone.work().session;
  return JSON.stringify([[...store.allConfirmed()], await store.pending(), await store.drafts.all()]);
};

beforeAll(async () => {
  hub = await openCommune('PGlite');
  officer = await openPhone(hub, await hub.officerCode());
  collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
  late = await openPhone(hub, await hub.officerCode());
  for (const phone of [officer, collaborator, late]) await phone.sync();
  household = fertileHouseholds(collaborator, villages[0] ?? '')[0] ?? '';
});
afterAll(() => hub?.close());

test('given again to a restored hub, an order reaches the phones that had obeyed it before, and is counted anew', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'so-dan-so-erasure-'));
  const again = 'Nguyễn Thị Quên Hai Lần';
  const second = (await recordBirth(collaborator, household, { fullName: again, order: 3 })).child;
  const phones = [collaborator, officer, late];
  const syncAll = async () => {
    for (const phone of [...phones, ...phones]) expect(await phone.sync()).toMatchObject({ is: 'done' });
  };
  await syncAll();
  await hub.backup(join(folder, 'before'));
  // Of the restored hub's orders none will have so high a number.
  await recordBirth(collaborator, household, { order: 4 });
  await syncAll();
  await hub.hub().erase({ book, record: second, ...ground });
  await syncAll();
  await hub.restore(join(folder, 'before'));
  await syncAll();
  expect((await heldBy(officer)).includes(again)).toBe(true);
  const draft = { id: 'd2', form: 'birth', household, page: 0, answers: { mother: second, note: again }, savedAt: 1 };
  await officer.work().session.store.drafts.put('d2', draft);
  await hub.hub().erase({ book, record: second, ...ground });
  const obeyed = async () => {
    const ids = phones.map((phone) => phone.work().session.record.device);
    const [rows, orders] = await hub
      .hub()
      .database.transaction({ book, places: [] }, async (tx) => [
        await tx.selectFrom('device').select(['id', 'obeyed']).where('id', 'in', ids).execute(),
        await tx.selectFrom('erasure').select('number').where('book', '=', book).execute(),
      ]);
    const last = Math.max(...orders.map(({ number }) => number));
    return rows.filter((row) => row.obeyed >= last).length;
  };
  expect(await obeyed()).toBe(0);
  await syncAll();
  for (const phone of phones) expect((await heldBy(phone)).includes(again)).toBe(false);
  expect(await obeyed()).toBe(phones.length);
  await rm(folder, { recursive: true });
});
