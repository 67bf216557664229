import { expect, test } from 'vitest';
import { hoaFamily, lodgers } from '../../../register/tale.ts';
import { openDesk } from '../clerk.ts';

/* Whatever is done by hand stands among the day's own entries, and taking it back leaves nothing of it. */

const commune = [...hoaFamily, ...lodgers];
const isSent = [false, true];
const newHead = {
  is: 'newHead',
  household: 'h1',
  relations: { p1: 'spouse', p2: 'head', p3: 'parent', p4: 'child' },
} as const;
const split = {
  is: 'split',
  household: 'h1',
  date: '2026-11-20',
  people: ['p1', 'p2', 'p4'],
  number: 77,
  address: '',
  relations: { p1: 'head', p2: 'spouse', p4: 'child', p3: 'head' },
} as const;

type Desk = ReturnType<typeof openDesk>;

const relations = (desk: Desk) => ['p1', 'p2', 'p3', 'p4'].map((id) => desk.now(id, 'relation'));

/** The newest of the day's entries is pressed: "Rút lại". */
async function takeLastBack(desk: Desk) {
  const line = desk.written().find(({ isTakenBack }) => !isTakenBack);
  return desk.takeBack(...(line?.facts ?? []));
}

test.each(isSent)('a split that was taken back is whole again (sent: %s)', async (sent) => {
  const desk = openDesk(commune);
  const before = relations(desk);
  const { records } = await desk.act(split);
  const sheet = records.find(({ kind }) => kind === 'household')?.id ?? '';
  if (sent) desk.send();
  expect(desk.written()[0]).toMatchObject({ label: { vi: 'Tách hộ' }, isTakenBack: false });
  await takeLastBack(desk);
  expect(desk.register.household('h1')?.people.map(({ id }) => id)).toEqual(['p1', 'p2', 'p4', 'p3']);
  expect([relations(desk), desk.register.get(sheet)]).toEqual([before, undefined]);
  expect(desk.written()).toMatchObject([{ label: { vi: 'Tách hộ' }, isTakenBack: true }]);
});

test.each(isSent)(
  'another head is an entry of the day, told as a change of everybody’s relation (sent: %s)',
  async (sent) => {
    const desk = openDesk(commune);
    const before = relations(desk);
    await desk.act(newHead);
    if (sent) desk.send();
    expect(desk.written()).toMatchObject([{ label: { vi: 'Đổi chủ hộ' }, household: 'h1' }]);
    expect(desk.facts('change_info', 'p1')).toMatchObject([{ field: 'relation', old: 'head', new: 'spouse' }]);
    await takeLastBack(desk);
    expect(relations(desk)).toEqual(before);
  },
);

test.each(isSent)('households that join and part again are as they were (sent: %s)', async (sent) => {
  const desk = openDesk(commune);
  const told = { p1: 'head', p2: 'spouse', p3: 'parent', p4: 'child', q1: 'other' };
  await desk.act({ is: 'merge', household: 'h2', into: 'h1', date: '2026-11-20', relations: told });
  if (sent) desk.send();
  expect(desk.written()[0]?.label.vi).toBe('Nhập hộ');
  await takeLastBack(desk);
  expect([desk.now('q1', 'household'), desk.now('q1', 'relation'), desk.placeOf('q1')]).toEqual(['h2', 'head', 'u-v2']);
});

test.each(isSent)('new numbers are one entry, and go back together (sent: %s)', async (sent) => {
  const desk = openDesk(commune);
  await desk.act({ is: 'renumber', numbers: { h1: 1, h2: 2 } });
  if (sent) desk.send();
  expect(desk.written()).toMatchObject([{ label: { vi: 'Đánh lại hộ số' }, households: 2 }]);
  await takeLastBack(desk);
  expect([desk.now('h1', 'number'), desk.now('h2', 'number')]).toEqual([42, 7]);
});

test.each(isSent)(
  'a household that was begun by mistake goes, unless somebody was written into it (sent: %s)',
  async (sent) => {
    const desk = openDesk(commune, 'collaborator');
    const { made } = await desk.record('household_new', 'u-v1', { number: 77, kind: 'family' });
    const [sheet = ''] = made('household');
    if (sent) desk.send();
    const row = {
      fullName: 'Bùi Văn Tám',
      sex: 'male',
      relation: 'head',
      marital: 'single',
      residence: 'usual_present',
    };
    await desk.record('paper_person', sheet, row);
    expect(desk.written().map(({ label }) => label.vi)).toEqual(['Chép người từ sổ giấy', 'Lập hộ mới']);
    const [person, household] = desk.written();
    await expect(desk.takeBack(...(household?.facts ?? []))).rejects.toThrow('Hộ này đã có người');
    await desk.takeBack(...(person?.facts ?? []));
    await desk.takeBack(...(household?.facts ?? []));
    expect([desk.register.get(sheet), desk.register.size()]).toEqual([undefined, commune.length]);
  },
);

test('somebody who was copied into the book is mended: under the same name in the book, but for what only events change', async () => {
  const desk = openDesk(commune);
  const row = {
    fullName: 'Bùi Văn Tám',
    sex: 'male',
    relation: 'other',
    marital: 'single',
    residence: 'usual_present',
  };
  const { made } = await desk.record('paper_person', 'h1', row);
  const [person = ''] = made('person');
  await desk.mend(desk.written()[0]?.facts ?? [], { fullName: 'Bùi Văn Bảy' });
  expect(desk.now(person, 'fullName')).toBe('Bùi Văn Bảy');
  await desk.mend(desk.written().find(({ isTakenBack }) => !isTakenBack)?.facts ?? [], { marital: 'divorced' });
  const people = desk.register.household('h1')?.people.filter(({ name }) => name === 'Bùi Văn Bảy') ?? [];
  expect(people.map(({ id }) => desk.now(id, 'marital'))).toEqual(['divorced']);
});

test('a head who did not die after all: the household has two, and one of them is chosen', async () => {
  const desk = openDesk(commune);
  const { made } = await desk.record('death', 'h1', { person: 'p1', date: '2026-11-10' });
  await desk.act({ ...newHead, relations: { p2: 'head', p3: 'parent', p4: 'child' } });
  expect(await desk.takeBack(...made('death'))).toMatchObject({ headless: 'h1' });
  await desk.act(newHead);
  const again = await desk.record('death', 'h1', { person: 'p1', date: '2026-11-11' });
  expect(await desk.takeBack(...again.made('death'))).toMatchObject({ headless: '' });
});

test('the arrival of a groom goes with his wedding, and is said before', async () => {
  const desk = openDesk(commune);
  const wedding = {
    person: 'q1',
    date: '2026-11-10',
    spouseFrom: 'arrives',
    fullName: 'Đỗ Văn Lân',
    sex: 'male',
    birthDate: '1990-02-01',
    relation: 'other',
    residence: 'usual_present',
  };
  const { made } = await desk.record('marriage', 'h2', wedding, ['marriage_married_already']);
  const [lan = ''] = made('person');
  desk.send();
  const judged = await desk.judgeTakeBack(made('marriage')[0] ?? '');
  expect(judged).toEqual({ along: ['Chuyển đến từ xã khác: Đỗ Văn Lân'], held: undefined });
  await desk.takeBack(made('marriage')[0] ?? '');
  expect([desk.register.get(lan), desk.figure('move_in')]).toEqual([undefined, 0]);
});

test('what was taken back by mistake is given life again', async () => {
  const desk = openDesk(commune);
  const { made } = await desk.record('birth', 'h1', {
    mother: 'p2',
    sex: 'male',
    date: '2026-11-01',
    order: 2,
    deliveryPlace: 'home',
    multiple: false,
  });
  desk.send();
  const { transaction } = await desk.takeBack(...made('birth'));
  expect(desk.figure('births')).toBe(0);
  await desk.undo(transaction);
  expect([desk.figure('births'), desk.now(made('person')[0] ?? '', 'household')]).toEqual([1, 'h1']);
});

test('in the household’s history it stays, ruled through', async () => {
  const desk = openDesk(commune);
  const { made } = await desk.record('death', 'h1', { person: 'p3', date: '2026-11-10' });
  await desk.takeBack(...made('death'));
  const [line] = desk.register.changes('h1');
  expect(line).toMatchObject({ kind: 'death', isTakenBack: true, people: [{ name: 'Lê Thị Mận' }] });
  const screen = await desk.record('pregnancy', 'h1', { person: 'p2', date: '2026-11-10', number: 2 });
  await desk.takeBack(...screen.made('pregnancy'));
  expect(JSON.stringify(desk.register.changes('h1'))).not.toContain('pregnancy');
});
