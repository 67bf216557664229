import { expect, test } from 'vitest';
import type { PhoneApi } from '../../src/workers/api/phone-api.ts';
import { everyStoredByte } from '../store/invented-phone.ts';
import { collaboratorCode, inventedHub, officerCode } from './invented-hub.ts';
import { activatedPhone, pin } from './invented-phone.ts';

/* What the worker answers about lives, through the door that the screens use. */

async function open() {
  const hub = await inventedHub();
  const phone = await activatedPhone(hub.answer, officerCode);
  const hoa = async (app: PhoneApi) => {
    const { rows } = await app.search('hoa', 20);
    const row = rows.find(({ name }) => name.normalize('NFC') === 'Nguyễn Thị Hoà'.normalize('NFC'));
    if (row === undefined) throw new Error('Nguyễn Thị Hoà is in the demo commune');
    return row;
  };
  return { hub, phone, app: phone.app, hoa };
}

test('each look at a panel is written down, sealed, before it is shown, and stands there after the phone was locked', async () => {
  const { phone, app, hoa } = await open();
  const { id } = await hoa(app);
  const first = phone.line.clock;
  expect((await app.panel(id))?.looks).toEqual([{ at: first, user: 'Trần Thị Bích' }]);
  phone.line.clock += 60_000;
  const [one, other] = await Promise.all([app.panel(id), app.panel(id)]);
  expect([one?.looks.length, other?.looks.length].toSorted()).toEqual([2, 3]);
  expect(await app.panel('nobody')).toBeUndefined();
  expect(await everyStoredByte(phone.indexedDB)).not.toContain('Trần Thị Bích');

  const after = phone.start();
  await after.unlock(pin);
  expect((await after.panel(id))?.looks).toHaveLength(4);
  expect((await after.person(id))?.hasPanel).toBe(true);
});

test('a panel that stands open while the book changes is one look; of somebody not looked at yet it is the first', async () => {
  const { phone, app, hoa } = await open();
  const { id } = await hoa(app);
  const goesOn = true;
  expect((await app.panel(id, goesOn))?.looks).toHaveLength(1);
  phone.line.clock += 60_000;
  expect((await app.panel(id, goesOn))?.looks).toHaveLength(1);
  expect((await app.panel(id))?.looks).toHaveLength(2);
  // Left open for hours it is looked at anew.
  phone.line.clock += 3_600_000;
  expect((await app.panel(id, goesOn))?.looks).toHaveLength(3);
});

test('a form of the panel that is opened for a person is a look like any other: it may hold what only the panel says', async () => {
  const { phone, app, hoa } = await open();
  const { id, household } = await hoa(app);
  const looks = async () => (await app.panel(id))?.looks.map(({ at }) => at) ?? [];
  const opened: number[] = [];
  for (const form of ['method_stop', 'person_private', 'pregnancy']) {
    phone.line.clock += 60_000;
    opened.unshift(phone.line.clock);
    expect((await app.formContext(form, household, id)).defaults).toMatchObject({ person: id });
  }
  phone.line.clock += 60_000;
  // No look: forms of everybody's pages, and a form of the panel that is not about anybody yet.
  await app.formContext('person_edit', household, id);
  await app.formContext('method_stop', household);
  expect(await looks()).toEqual([phone.line.clock, ...opened]);
});

test('a private list is a look at everybody whom it shows, and at nobody else', async () => {
  const { phone, app, hoa } = await open();
  const { id, household } = await hoa(app);
  await app.record('pregnancy', household, { person: id, date: '2026-11-20', number: 2 }, []);
  expect((await app.privateFilters()).map(({ key }) => key)).toContain('pregnant');
  phone.line.clock += 60_000;
  const { rows } = await app.privatePeople('pregnant', '', 40);
  expect(rows.map((row) => row.id)).toContain(id);
  const at = phone.line.clock;
  phone.line.clock += 60_000;
  expect((await app.panel(id))?.looks.map((look) => look.at)).toEqual([phone.line.clock, at]);
  const other = (await app.household(household))?.people.find((person) => person.id !== id);
  expect((await app.panel(other?.id ?? ''))?.looks).toHaveLength(1);
});

test('what was written today is listed, taken back, and listed as taken back; the tasks and pages follow', async () => {
  const { phone, app, hoa } = await open();
  const { id, household } = await hoa(app);
  const before = await app.tasks('', 5);
  const answers = { person: id, date: '2026-11-20', number: 2 };
  const saved = await app.record('pregnancy', household, answers, []);
  if (!saved.ok) throw new Error(saved.error.map(({ check }) => check).join());
  const [act] = await app.writtenOn('2026-11-22');
  expect(act).toMatchObject({
    names: [expect.stringContaining('Ho')],
    household,
    standing: 'waiting',
    isTakenBack: false,
  });
  expect(act?.label.vi).not.toContain('thai');
  expect((await app.panel(id))?.changes.map(({ kind }) => kind)).toContain('pregnancy');
  expect(JSON.stringify(await app.changes(household))).not.toContain('pregnancy');
  expect((await app.tasks('', 5)).total).toBe(before.total + 1);

  await app.takeBack(act?.facts ?? [], 'ghi nhầm người');
  expect((await app.writtenOn('2026-11-22'))[0]).toMatchObject({ isTakenBack: true });
  expect((await app.panel(id))?.changes.map(({ kind }) => kind)).not.toContain('pregnancy');
  expect(await app.tasks('', 5)).toEqual(before);
  expect(await app.writtenOn('2026-11-21')).toEqual([]);
  phone.line.answer = 'cut';
});

test('lists, checks and doubles are answered from the whole book', async () => {
  const { app, hoa } = await open();
  const row = await hoa(app);
  const keys = (await app.filters()).map(({ key }) => key);
  expect(keys).toContain('elders');
  const elders = await app.people('elders', '', 3);
  expect(elders.total).toBeGreaterThan(elders.rows.length - 1);
  const groups = await app.review('', 3);
  for (const { total, lines } of groups) expect(total).toBeGreaterThanOrEqual(lines.length);
  const person = await app.person(row.id);
  const birthDate = person?.line.birthDate ?? '';
  const [like] = await app.likeness({ fullName: 'Nguyen Thi Hoa', birthDate }, '');
  expect(like?.row.id).toBe(row.id);
});

test('behind a private number stands a list for the officer, a look at each; a collaborator gets the number alone', async () => {
  const { hub, phone, app, hoa } = await open();
  const { id, household } = await hoa(app);
  await app.record('pregnancy', household, { person: id, date: '2026-11-20', number: 2 }, []);
  await app.sync();
  phone.line.clock += 60_000;
  const at = phone.line.clock;
  const report = (of: PhoneApi, place: string) => of.report('01-DSX', '2026-11', place);
  const commune = (await app.report('01-DSX', '2026-11', 'u99001')).place;
  const number = (await report(app, commune)).rows.find(({ key }) => key === 'pregnant');
  const cases = await app.cases('01-DSX', number?.row ?? '', '2026-11', commune);
  expect([number?.isSensitive, number?.value]).toEqual([true, cases.length]);
  expect(cases.map(({ person }) => person)).toContain(id);
  phone.line.clock += 60_000;
  expect((await app.panel(id))?.looks.map((look) => look.at)).toEqual([phone.line.clock, at]);
  // Of births nothing is private: no look.
  await app.cases('01-DSX', '4', '2026-11', commune);
  expect((await app.panel(id))?.looks).toHaveLength(3);

  const { app: theirs } = await activatedPhone(hub.answer, collaboratorCode);
  await theirs.sync();
  const same = (await report(theirs, commune)).rows.find(({ key }) => key === 'pregnant');
  expect([same?.value, await theirs.cases('01-DSX', same?.row ?? '', '2026-11', commune)]).toEqual([number?.value, []]);
});
