import { expect, test } from 'vitest';
import { hoaFamily, lodgers, tell } from '../../register/tale.ts';
import { openDesk } from './clerk.ts';

/* What is between a person and the book stands in her own panel, and on no page that a neighbour may see. */

const commune = [...hoaFamily, ...lodgers];
const pagesOf = (desk: ReturnType<typeof openDesk>, who: string) =>
  JSON.stringify([
    desk.register.changes('h1'),
    desk.register.household('h1'),
    desk.register.person(who),
    desk.register.formContext('person_edit', 'h1', who).defaults,
    desk.register.tasks('', 99),
    desk.written(),
  ]);

test('a relation mended to “Con nuôi” is told in the panel, and nowhere else', async () => {
  const desk = openDesk(commune);
  const { defaults } = desk.register.formContext('person_edit', 'h1', 'p4');
  await desk.record('person_edit', 'h1', { ...defaults, isCorrection: true, relation: 'adopted' });
  expect(pagesOf(desk, 'p4')).not.toMatch(/adopted|nuôi/);
  const panel = desk.register.panel('p4');
  expect(panel?.fields).toMatchObject([{ field: 'relation', value: { vi: 'Con nuôi' } }]);
  expect(panel?.changes.map(({ details }) => details.map(({ value }) => value.vi))).toEqual([['Con nuôi']]);
});

test('so is the relation that an adoption gives, and it goes with the adoption', async () => {
  const desk = openDesk(commune);
  const { made } = await desk.record('adopt', 'h1', {
    person: 'p4',
    household: 'h1',
    date: '2026-11-10',
    relation: 'adopted',
  });
  expect(pagesOf(desk, 'p4')).not.toMatch(/adopted|nuôi/);
  desk.send();
  await desk.takeBack(...made('adopt'));
  expect(desk.now('p4', 'relation')).toBe('child');
  expect(pagesOf(desk, 'p4')).not.toMatch(/adopted|nuôi/);
});

test('another edit of an adopted child leaves the relation as it stands; back to “Con đẻ” is secret too', async () => {
  const desk = openDesk(commune);
  const opened = () => desk.register.formContext('person_edit', 'h1', 'p4').defaults;
  await desk.record('person_edit', 'h1', { ...opened(), isCorrection: true, relation: 'adopted' });
  await desk.record('person_edit', 'h1', { ...opened(), isCorrection: true, fullName: 'Trần Gia Hưng' });
  expect([desk.now('p4', 'relation'), desk.now('p4', 'fullName')]).toEqual(['adopted', 'Trần Gia Hưng']);
  await desk.record('person_edit', 'h1', { ...opened(), isCorrection: true, relation: 'child' });
  expect(pagesOf(desk, 'p4')).not.toMatch(/adopted|nuôi/);
});

test('a request to correct or delete stands in the panel; the officer has it as a task by name and household', async () => {
  const desk = openDesk(commune, 'collaborator');
  await desk.record('request', 'h1', { person: 'p2', date: '2026-11-20', wish: 'Xóa lần phá thai tháng 3' });
  expect(pagesOf(desk, 'p2')).not.toMatch(/phá thai|Xóa/);
  expect(desk.register.panel('p2')?.changes).toMatchObject([
    { details: [{ value: { vi: 'Xóa lần phá thai tháng 3' } }] },
  ]);
  // Who took it down is not told to act on it.
  const tasks = (of: typeof desk) =>
    of.register.tasks('', 99).tasks.filter(({ definition }) => definition === 'request_open');
  expect(tasks(desk)).toEqual([]);

  const office = openDesk(commune);
  await office.record('request', 'h1', { person: 'p2', date: '2026-11-20', wish: 'Xóa lần phá thai tháng 3' });
  expect(tasks(office)).toMatchObject([{ person: 'p2', name: 'Nguyễn Thị Hoà', householdNumber: '42', form: 'panel' }]);
  expect(JSON.stringify(tasks(office))).not.toMatch(/đề nghị|xóa|phá thai/i);
  await office.record('request_answer', 'h1', { person: 'p2', date: '2026-11-22', outcome: 'done' });
  expect(tasks(office)).toEqual([]);
});

test('an answer is to what the officer had heard: a request that comes in late, or the same day again, is still to be answered', async () => {
  const office = openDesk(commune);
  const isOpen = () => office.register.tasks('', 99).tasks.some(({ definition }) => definition === 'request_open');
  await office.record('request', 'h1', { person: 'p2', date: '2026-11-01', wish: 'Sửa ngày sinh' });
  const { made } = await office.record('request_answer', 'h1', { person: 'p2', date: '2026-11-20', outcome: 'done' });
  expect(isOpen()).toBe(false);
  // Taken down on the tenth, on a phone without a network.
  office.register.apply([tell('request', 'late', { person: 'p2', date: '2026-11-10', wish: 'Xóa số điện thoại' })]);
  expect(isOpen()).toBe(true);
  await office.record('request_answer', 'h1', { person: 'p2', date: '2026-11-20', outcome: 'done' });
  expect(isOpen()).toBe(false);
  await office.record('request', 'h1', { person: 'p2', date: '2026-11-20', wish: 'Xóa ghi chú' });
  expect(isOpen()).toBe(true);
  await office.record('request_answer', 'h1', { person: 'p2', date: '2026-11-22', outcome: 'done' });
  expect(isOpen()).toBe(false);
  await office.takeBack(...made('request_answer'));
  expect(isOpen()).toBe(true);
});

test('an answer of before, which names no request, ends all until its day', () => {
  const office = openDesk(commune);
  const isOpen = () => office.register.tasks('', 99).tasks.some(({ definition }) => definition === 'request_open');
  office.register.apply([
    tell('request', 'r1', { person: 'p2', date: '2026-11-01', wish: 'Sửa ngày sinh' }),
    tell('request_answer', 'r2', { person: 'p2', date: '2026-11-01', outcome: 'done' }),
  ]);
  expect(isOpen()).toBe(false);
  office.register.apply([tell('request', 'r3', { person: 'p2', date: '2026-11-02', wish: 'Xóa ghi chú' })]);
  expect(isOpen()).toBe(true);
});

test('nobody is sent to her once she was erased as she asked, though the request was never answered', async () => {
  const office = openDesk(commune);
  await office.record('request', 'h1', { person: 'p2', date: '2026-11-20', wish: 'Xóa hết' });
  const about = () => office.register.tasks('', 99).tasks.filter(({ person }) => person === 'p2');
  expect(about().map(({ definition }) => definition)).toContain('request_open');
  office.register.apply([tell('person', 'p2', {})]);
  expect(about()).toEqual([]);
});

test('a form of somebody’s own panel offers nobody else', () => {
  const desk = openDesk(commune);
  const offered = (form: string, person: string) =>
    desk.register.formContext(form, 'h1', person).choices.person?.map(({ value }) => value);
  expect(offered('newborn_screen', 'p4')).toEqual(['p4']);
  expect(offered('prenatal_screen', 'p2')).toEqual(['p2']);
  expect(offered('adopt', 'p4')).toEqual(['p4']);
});
