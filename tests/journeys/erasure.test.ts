import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyEngines } from '../server/engines.ts';
import { book, type JourneyHub, openCommune } from './commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from './phone.ts';

/*
 * A person asks to be forgotten. The hub's order empties her record there and on every phone; who wrote, when and under
 * which hash stays, so phones and hub still agree, and an old phone brings nothing back.
 */

const name = 'Nguyễn Thị Cần Quên';
const ground = { actor: '', ground: 'đơn đề nghị số 3' };

describe.each(storyEngines)('a person is forgotten, on %s', (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let collaborator: JourneyPhone;
  let late: JourneyPhone;
  let village = '';
  let household = '';
  let child = '';
  let birth = '';

  const everywhere = async (): Promise<string> => {
    const scope = await hub.hub().wholeBook(book);
    const texts: string[] = [];
    for (const table of ['op', 'record', 'parked', 'quarantine', 'cell', 'audit'] as const) {
      const { rows } = await hub
        .hub()
        .database.transaction(scope, (tx) =>
          sql<{ row: string }>`select to_json(t)::text as row from ${sql.table(table)} t`.execute(tx),
        );
      texts.push(...rows.map(({ row }) => row));
    }
    return texts.join('\n');
  };
  const heldBy = async (phone: JourneyPhone): Promise<string> => {
    const { store } = phone.work().session;
    const own = [await store.pending(), await store.sentBack(), await store.drafts.all()];
    return JSON.stringify([[...store.allConfirmed()], own]);
  };

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
    late = await openPhone(hub, await hub.officerCode());
    for (const phone of [officer, collaborator, late]) await phone.sync();
    village = `${(await hub.hub().wholeBook(book)).places.find((place) => place.endsWith('v001'))}`;
    household = fertileHouseholds(collaborator, village)[0] ?? '';
    ({ child, birth } = await recordBirth(collaborator, household, { fullName: name }));
    for (const phone of [collaborator, officer, late]) await phone.sync();
  });
  afterAll(() => hub?.close());

  test('her name leaves the hub, and each phone that hears of it; digests stay equal', async () => {
    // One phone is out of reach, with an edit of her record and a form about her in hand.
    await late.edit(child, 'phone', '0912345678');
    // By the form, which writes beside it what changed.
    const { defaults } = late.work().session.register.formContext('person_edit', household, child);
    const renamed = { ...defaults, isCorrection: true, fullName: `${name} Mới` };
    expect(await late.work().record('person_edit', household, renamed, [])).toMatchObject({ ok: true });
    const draft = { id: 'd1', form: 'birth', household, page: 0, answers: { mother: child, note: name }, savedAt: 1 };
    await late.work().session.store.drafts.put('d1', draft);
    await late.work().session.looks.put(child, { looks: [{ at: 1, user: 'u1' }] });
    expect(await everywhere()).toContain(name);
    expect(await hub.hub().erase({ book, record: child, ...ground })).toMatchObject({ is: 'erased', naming: 1 });
    expect(await everywhere()).not.toContain(name);
    for (const phone of [collaborator, officer]) {
      expect(await phone.sync()).toMatchObject({ is: 'done', agreedAt: expect.any(Number) });
      expect(await heldBy(phone)).not.toContain(name);
      // The birth still says that somebody lives there; nobody's name.
      const people = phone.work().session.register.household(household)?.people ?? [];
      expect(people.find(({ id }) => id === child)).toMatchObject({ name: '', sex: '', birthDate: '' });
      expect(phone.work().session.register.search(name, 5).rows).toEqual([]);
    }
  });

  test('a phone that edited her meanwhile is refused quietly and forgets her too', async () => {
    expect(await heldBy(late)).toContain(name);
    expect(await late.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0, agreedAt: expect.any(Number) });
    expect(await heldBy(late)).not.toContain(name);
    expect(await heldBy(late)).not.toContain('0912345678');
    expect(await late.work().session.looks.get(child)).toBeUndefined();
    expect(await everywhere()).not.toContain('0912345678');
    expect(await everywhere()).not.toContain(name);
    await late.reopen();
    expect(await late.sync()).toMatchObject({ is: 'done', agreedAt: expect.any(Number) });
  });

  test('each phone says once that it has obeyed, and is not told again', async () => {
    for (const phone of [collaborator, officer, late]) await phone.sync();
    const rows = await hub
      .hub()
      .database.transaction(undefined, (tx) => tx.selectFrom('device').select(['id', 'obeyed']).execute());
    const devices = [collaborator, officer, late].map((phone) => phone.work().session.record.device);
    expect(rows.filter(({ id }) => devices.includes(id)).every(({ obeyed }) => obeyed > 0)).toBe(true);
  });

  test('the birth stands in the figures; a phone that comes new gets her record without values', async () => {
    const fresh = await openPhone(hub, await hub.officerCode());
    expect(await fresh.sync()).toMatchObject({ is: 'done', agreedAt: expect.any(Number) });
    expect(await heldBy(fresh)).not.toContain(name);
    const { register } = fresh.work().session;
    expect(fresh.work().session.store.shown(birth)).toBeDefined();
    expect(register.search('null', 5).rows).toEqual([]);
    expect(register.person(child)).toMatchObject({ line: { name: '' } });
    const births = register.report('01-DSX', '2026-11', village).rows.find(({ key }) => key === 'births');
    expect(births?.value).toBeGreaterThan(0);
    const told = register.changes(household).flatMap(({ details }) => details.map(({ value }) => value.vi));
    expect(told.length).toBeGreaterThan(0);
    expect(told).not.toContain('');
  });

  test('after a restart of the hub all agree', async () => {
    await hub.restart();
    for (const phone of [collaborator, officer])
      expect(await phone.sync()).toMatchObject({ is: 'done', agreedAt: expect.any(Number) });
  });
});
