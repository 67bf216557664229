import { describe, expect, test } from 'vitest';
import { startReview } from '../../../../src/register/lives/reviews.ts';
import { hoaFamily, household, lodgers, resident } from '../../../register/tale.ts';
import { openDesk } from '../clerk.ts';

/* A birth, told on the day or years late: by whom, in which village, the how-manieth. */

const commune = [...hoaFamily, ...lodgers, household('h5', 8, 'u-v2')];
const childbirth = {
  mother: 'p2',
  fullName: 'Trần Bảo An',
  sex: 'female',
  date: '2026-11-20',
  order: 2,
  deliveryPlace: 'station',
  multiple: false,
};
type Desk = ReturnType<typeof openDesk>;
const born = async (desk: Desk, answers: object = {}, where = 'h1', asked: readonly string[] = []) =>
  (await desk.record('birth', where, { ...childbirth, ...answers }, asked)).made('person')[0] ?? '';
const births = (desk: Desk, place: string, month: string) =>
  desk.register.report('01-DSX', month, place).rows.find(({ key }) => key === 'births')?.value;
const popEnd = (desk: Desk, place: string, month: string) =>
  desk.register.report('01-DSX', month, place).above.find(({ key }) => key === 'pop_end')?.value;

test('told after the mother moved: the child is born where she lived, and moved along with her', async () => {
  const desk = openDesk([...commune, household('h6', 9)]);
  await desk.record('move_internal', 'h1', { person: ['p2', 'p1'], date: '2026-10-01', toHousehold: 'h5' });
  await desk.record('move_internal', 'h5', { person: ['p2'], date: '2026-11-05', toHousehold: 'h6' });
  const before = ['2026-09', '2026-10', '2026-11'].map((month) => popEnd(desk, 'u-v2', month));
  const child = await born(desk, { date: '2026-09-10' }, 'h6');
  expect([births(desk, 'u-v1', '2026-09'), births(desk, 'u-v2', '2026-09')]).toEqual([1, 0]);
  expect(desk.facts('move_internal', child)).toEqual([
    { date: '2026-10-01', person: child, toHousehold: 'h5' },
    { date: '2026-11-05', person: child, toHousehold: 'h6' },
  ]);
  expect([desk.now(child, 'household'), desk.placeOf(child)]).toEqual(['h6', 'u-v1']);
  const after = ['2026-09', '2026-10', '2026-11'].map((month) => popEnd(desk, 'u-v2', month));
  expect(after.map((value, index) => (value ?? 0) - (before[index] ?? 0))).toEqual([0, 1, 0]);
});

test('undone as one act; twins go along both', async () => {
  const desk = openDesk(commune);
  await desk.record('move_internal', 'h1', { person: ['p2'], date: '2026-10-01', toHousehold: 'h5' });
  const twins = { ...childbirth, date: '2026-09-10', multiple: true, sex2: 'male', hasThird: false };
  const { made, transaction } = await desk.record('birth', 'h5', twins);
  expect(made('person').map((id) => desk.now(id, 'household'))).toEqual(['h5', 'h5']);
  await desk.undo(transaction);
  expect(made('person').map((id) => desk.register.get(id))).toEqual([undefined, undefined]);
});

test('a mother who had left, or had not come yet, on that day is asked about; so is one who left since', async () => {
  const desk = openDesk(commune);
  const leaving = await desk.record('move_out', 'h1', { person: ['p2'], date: '2026-06-01' });
  expect(desk.check('birth', 'h1', childbirth)).toEqual(['birth_mother_left']);
  expect(desk.check('birth', 'h1', { ...childbirth, date: '2026-05-01' })).toEqual(['birth_mother_left_since']);
  await desk.undo(leaving.transaction);
  const newcomer = { date: '2026-11-03', wasHere: false, sex: 'female', birthDate: '1990', relation: 'other' };
  const { made } = await desk.record('move_in', 'h5', {
    ...newcomer,
    fullName: 'Vi Thị Na',
    residence: 'usual_present',
    marital: 'single',
  });
  const [mother = ''] = made('person');
  const early = { ...childbirth, mother, order: 1, date: '2026-10-30' };
  expect(desk.check('birth', 'h5', early)).toEqual(['birth_mother_not_come']);
  expect(desk.check('birth', 'h5', { ...early, date: '2026-11-03' })).toEqual([]);
});

test('a mother who died in childbirth is offered, and the child may be born on that day', async () => {
  const desk = openDesk(commune);
  await desk.record('death', 'h1', { person: 'p2', date: '2026-11-20' });
  const { mother = [] } = desk.register.formContext('birth', 'h1').choices;
  expect(mother.map(({ label, note }) => [label, note])).toEqual([
    ['Lê Thị Mận', '1965'],
    ['Nguyễn Thị Hoà', '05/03/1998 · Đã chết 20/11/2026'],
  ]);
  expect(desk.check('birth', 'h1', childbirth)).toEqual([]);
  expect(desk.check('birth', 'h1', { ...childbirth, date: '2026-11-21' })).toEqual(['birth_after_mothers_death']);
  const child = await born(desk);
  expect([desk.figure('births'), desk.now(child, 'father')]).toEqual([1, 'p1']);
});

test('whoever died long ago is offered as nobody’s mother', () => {
  const long = resident('x1', { fullName: 'Bà Cả', sex: 'female', birthDate: '1950', household: 'h1', status: 'dead' });
  const desk = openDesk([...commune, long]);
  expect(desk.register.formContext('birth', 'h1').choices.mother?.map(({ value }) => value)).toEqual(['p2', 'p3']);
});

test('a mother who is in no book: by name and birth year; of a foundling by nothing', async () => {
  const desk = openDesk(commune);
  const { mother: _, order: __, ...rest } = childbirth;
  await expect(desk.record('birth', 'h1', { ...rest })).rejects.toThrow('no problems');
  const elsewhere = { ...rest, mother: null, motherName: 'Hà Thị Mơ', motherBirthDate: '2008', relation: 'grandchild' };
  const child = await born(desk, { ...elsewhere, order: undefined, orderIfKnown: 1 });
  expect(desk.facts('birth', child)).toMatchObject([
    { motherName: 'Hà Thị Mơ', motherBirthDate: '2008', order: 1, household: 'h1', residence: 'usual_present' },
  ]);
  expect([desk.now(child, 'mother'), desk.now(child, 'relation')]).toEqual([undefined, 'grandchild']);
  expect([desk.figure('births'), desk.figure('births_u20')]).toEqual([1, 1]);
  const foundling = await born(desk, { ...rest, mother: null, order: undefined, relation: 'other', fullName: 'Mai' });
  expect([desk.now(foundling, 'household'), desk.figure('births')]).toEqual(['h1', 2]);
});

test('the ethnic group and the father come with the mother; either may be said otherwise', async () => {
  const thai = resident('t1', {
    fullName: 'Lò Thị Xuân',
    sex: 'female',
    birthDate: '1999-01-01',
    household: 'h5',
    ethnicity: '03',
    spouse: 't2',
  });
  const kinh = resident('t2', {
    fullName: 'Lê Văn Tư',
    sex: 'male',
    birthDate: '1997',
    household: 'h1',
    ethnicity: '01',
  });
  const desk = openDesk([...commune, thai, kinh]);
  const { choices } = desk.register.formContext('birth', 'h5');
  expect(choices.mother).toEqual([
    { value: 't1', label: 'Lò Thị Xuân', note: '01/01/1999', brings: { ethnicity: '03', father: 't2' } },
  ]);
  expect(choices.father?.map(({ value }) => value)).toEqual(['t2']);
  expect(desk.register.formContext('birth', 'h5', 't1').defaults).toMatchObject({ ethnicity: '03', father: 't2' });
  const first = await born(desk, { mother: 't1', order: 1, date: '2024-01-01' }, 'h5');
  expect([desk.now(first, 'ethnicity'), desk.now(first, 'father')]).toEqual(['03', 't2']);
  const second = await born(desk, { mother: 't1', order: 2, ethnicity: '01', father: null }, 'h5');
  expect([desk.now(second, 'ethnicity'), desk.now(second, 'father')]).toEqual(['01', undefined]);
});

test('the husband of that day is the father; another, or one long dead, is asked about', async () => {
  const desk = openDesk([
    ...commune,
    resident('s1', { fullName: 'Sáu', sex: 'male', birthDate: '1990', household: 'h5', marital: 'single' }),
  ]);
  await desk.record('divorce', 'h1', { person: 'p2', date: '2026-02-01' });
  await desk.record('marriage', 'h1', {
    person: 'p2',
    date: '2026-05-01',
    spouseFrom: 'in_book',
    spouse: 's1',
    joins: false,
  });
  const late = { ...childbirth, date: '2026-01-10' };
  expect(desk.check('birth', 'h1', { ...late, father: 's1' })).toEqual(['birth_father_other']);
  expect(desk.now(await born(desk, late), 'father')).toBe('p1');
  const widow = openDesk(commune);
  await widow.record('death', 'h1', { person: 'p1', date: '2026-01-10' });
  expect(widow.check('birth', 'h1', { ...childbirth, date: '2026-10-01', father: 'p1' })).toEqual([]);
  expect(widow.check('birth', 'h1', { ...childbirth, father: 'p1' })).toEqual(['birth_father_dead']);
});

test('spacing is measured to the neighbours on both sides, in the form as in Rà soát', async () => {
  const desk = openDesk(commune);
  await born(desk, { date: '2023-01-01' });
  await born(desk, { date: '2026-01-01', order: 3 });
  const on = (date: string, order: number) => desk.check('birth', 'h1', { ...childbirth, date, order });
  expect(on('2023-03-01', 3)).toEqual(['birth_spacing']);
  expect(on('2025-12-01', 3)).toEqual(['birth_spacing_after']);
  expect(on('2023-08-01', 3)).toEqual([]);
  expect(on('2023-07-31', 3)).toEqual(['birth_spacing']);
  expect(desk.say('birth', 'h1', { ...childbirth, date: '2025-12-01', order: 3 })).toEqual([
    'Mẹ đã sinh ngày 01/01/2026, cách lần này chưa đủ 7 tháng. Đúng không?',
  ]);
  const reviews = (to: string) => {
    const book = openDesk(commune);
    return born(book, { date: '2023-01-01' }).then(async () => {
      await born(book, { date: to, order: 3 }, 'h1', ['birth_spacing']);
      const run = startReview(book.register, '', 5);
      while (!run.advance(100));
      return run.groups().map(({ check }) => check);
    });
  };
  expect(await reviews('2023-07-31')).toContain('birth_spacing');
  expect(await reviews('2023-08-01')).not.toContain('birth_spacing');
});

describe('children who came with the paper book', () => {
  const child = (id: string, birthDate: string) =>
    resident(id, { fullName: `Trần ${id}`, sex: 'male', birthDate, household: 'h1', mother: 'p2', marital: 'single' });
  const on = (desk: Desk, date: string) => desk.check('birth', 'h1', { ...childbirth, date, order: 3 });
  const close = (desk: Desk) => {
    const run = startReview(desk.register, '', 20);
    while (!run.advance(100));
    return run.groups().flatMap(({ check, lines }) => (check === 'birth_spacing' ? lines : []));
  };

  test('are deliveries of their mother like those whose birth was written down', async () => {
    const desk = openDesk([...commune, child('x1', '2026-05-10')]);
    expect(desk.say('birth', 'h1', { ...childbirth, order: 3 })).toEqual([
      'Mẹ đã sinh ngày 10/05/2026, cách lần này chưa đủ 7 tháng. Đúng không?',
    ]);
    expect(on(desk, '2025-12-20')).toEqual(['birth_spacing_after', 'birth_order_known']);
    expect(close(desk)).toEqual([]);
    await born(desk, { order: 3 }, 'h1', ['birth_spacing']);
    expect(close(desk)).toMatchObject([{ record: 'p2', message: { vi: 'Hai lần sinh cách nhau 194 ngày' } }]);
  });

  test('a child whose birth is written down is one, also once its birth date is mended or its birth told anew', async () => {
    const desk = openDesk(commune);
    const { made } = await desk.record('birth', 'h1', childbirth);
    expect(close(desk)).toEqual([]);
    const mended = await desk.mend(made('birth'), { date: '2026-11-18' });
    expect([mended.opened.form, close(desk)]).toEqual(['birth', []]);
    const again = mended.records.find(({ id, kind }) => kind === 'person' && desk.register.get(id))?.id ?? '';
    expect(desk.now(again, 'birthDate')).toBe('2026-11-18');
    const edit = desk.register.formContext('person_edit', 'h1', again).defaults;
    await desk.record('person_edit', 'h1', { ...edit, birthDate: '2026', isCorrection: true });
    expect(close(desk)).toEqual([]);
  });

  test('of one delivery are twins, and nothing is asked about how far apart they are', async () => {
    const desk = openDesk([...commune, child('x1', '2026-11-20')]);
    expect(on(desk, '2026-11-20')).toEqual(['birth_twice']);
    const twin = await born(desk, { order: 3 }, 'h1', ['birth_twice']);
    expect(desk.facts('birth', twin)).toMatchObject([{ order: 3, multiple: true, firstOrder: 2 }]);
    expect([desk.figure('births'), desk.figure('births_3plus'), close(desk)]).toEqual([1, 0, []]);
    const both = openDesk([...commune, child('x1', '2024-02-03'), child('x2', '2024-02-03'), child('x3', '2024-02')]);
    expect(close(both)).toEqual([]);
  });

  test('known in part they count from the first day, and by a date that may be the very same not at all', () => {
    const desk = openDesk([...commune, child('x1', '2026-05')]);
    expect(on(desk, '2026-08-20')).toEqual(['birth_spacing']);
    expect(desk.say('birth', 'h1', { ...childbirth, order: 3, date: '2026-08-20' })).toEqual([
      'Mẹ đã sinh ngày 05/2026, cách lần này chưa đủ 7 tháng. Đúng không?',
    ]);
    expect(on(desk, '2026-05-20')).toEqual([]);
    const yearOnly = openDesk([...commune, child('x1', '2025')]);
    expect([on(yearOnly, '2025-05-20'), on(yearOnly, '2026-02-01')]).toEqual([[], []]);
    const mixed = openDesk([...commune, child('x1', '2019-12'), child('x2', '2020-05-01'), child('x3', '2020')]);
    expect(close(mixed)).toMatchObject([{ record: 'p2', message: { vi: 'Hai lần sinh cách nhau 152 ngày' } }]);
  });
});

test('a twin that is written apart: asked about, and no third child', async () => {
  const desk = openDesk(commune);
  await born(desk);
  const second = { fullName: 'Trần Bảo Bình', order: 3 };
  expect(desk.say('birth', 'h1', { ...childbirth, ...second })).toEqual([
    'Đã ghi một trẻ của mẹ này sinh ngày 20/11/2026. Trẻ này sinh cùng lần (sinh đôi), đúng không?',
  ]);
  const twin = await born(desk, second, 'h1', ['birth_twice']);
  expect(desk.facts('birth', twin)).toMatchObject([{ order: 3, multiple: true, firstOrder: 2 }]);
  expect([desk.figure('births'), desk.figure('births_3plus')]).toEqual([2, 0]);
});

test('the order is compared with the children in the book', () => {
  const desk = openDesk(commune);
  const say = (order: number) => desk.say('birth', 'h1', { ...childbirth, order });
  expect(say(1)).toEqual([
    'Trong sổ mẹ này đã có 1 con sinh trước, trẻ này là con thứ 2; đang ghi con thứ 1. Đúng không?',
  ]);
  expect(desk.check('birth', 'h1', { ...childbirth, order: 3 })).toEqual(['birth_order_known']);
  expect(say(2)).toEqual([]);
  // Of who came here grown up the book need not know the children.
  expect(desk.check('birth', 'h2', { ...childbirth, mother: 'q1', order: 3 })).toEqual([]);
});
