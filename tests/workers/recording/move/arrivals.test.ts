import { expect, test } from 'vitest';
import { startReview } from '../../../../src/register/lives/reviews.ts';
import { hoaFamily, household, lodgers, resident } from '../../../register/tale.ts';
import { openDesk } from '../clerk.ts';

/* A whole household comes in one act; children go along when their mother settles. */

const commune = [...hoaFamily, ...lodgers];
const family = {
  date: '2026-11-03',
  from: 'Xã Cẩm Mẫu',
  residence: 'usual_present',
  number: 77,
  address: 'Xóm 3',
  fullName: 'Đỗ Văn Ba',
  sex: 'male',
  birthDate: '1990-10',
  ethnicity: '01',
  marital: 'married',
  more: true,
  fullName2: 'Vi Thị Na',
  sex2: 'female',
  birthDate2: '1992',
  relation2: 'spouse',
  marital2: 'married',
  more2: true,
  fullName3: 'Đỗ Gia Bảo',
  sex3: 'male',
  birthDate3: '2020-01-05',
  relation3: 'child',
  marital3: 'single',
  more3: false,
};

test('a household of three arrives: one sheet, three arrivals, a couple, one undo', async () => {
  const desk = openDesk(commune);
  const saved = await desk.record('move_in_household', 'u-v2', family);
  const [home = ''] = saved.made('household');
  const people = saved.made('person');
  expect(desk.register.household(home)).toMatchObject({ number: '77', address: 'Xóm 3', place: 'u-v2' });
  expect(
    people.map((id) => ['household', 'relation', 'marital', 'residence', 'status'].map((key) => desk.now(id, key))),
  ).toEqual([
    [home, 'head', 'married', 'usual_present', 'active'],
    [home, 'spouse', 'married', 'usual_present', 'active'],
    [home, 'child', 'single', 'usual_present', 'active'],
  ]);
  expect([desk.now(people[0] ?? '', 'spouse'), desk.now(people[1] ?? '', 'spouse')]).toEqual([people[1], people[0]]);
  expect([desk.figure('move_in'), desk.figure('pop_end'), desk.figure('married_persons')]).toEqual([3, 7, 0]);
  expect(desk.facts('move_in', home)).toMatchObject([{ from: 'Xã Cẩm Mẫu' }, {}, {}]);
  await desk.undo(saved.transaction);
  expect([desk.register.household(home), desk.figure('move_in'), desk.figure('pop_end')]).toEqual([undefined, 0, 4]);
});

test('one alone is a household too; a second head, a birth after the arrival, a taken number are told', () => {
  const desk = openDesk(commune);
  const alone = Object.fromEntries(Object.entries({ ...family, more: false }).filter(([key]) => !/\d$/.test(key)));
  expect(desk.check('move_in_household', 'u-v2', { ...alone, marital: 'single' })).toEqual([]);
  expect(desk.check('move_in_household', 'u-v1', { ...family, number: 42 })).toEqual(['household_number_taken']);
  expect(desk.say('move_in_household', 'u-v2', { ...family, relation3: 'head', birthDate3: '2026-11-04' })).toEqual([
    'Chủ hộ là người ghi đầu tiên; chọn quan hệ khác',
    'Ngày sinh sau ngày đến. Trẻ sinh sau khi hộ đến thì ghi “Sinh”',
  ]);
  expect(desk.say('move_in_household', 'u-v2', { ...family, sex2: 'male', birthDate3: '1985-01-05' })).toEqual([
    'Vợ hoặc chồng cùng giới tính với chủ hộ. Đúng không?',
    'Con sinh 05/01/1985, chủ hộ sinh 10/1990. Đúng không?',
  ]);
  expect(desk.check('move_in_household', 'u-v2', { ...family, insuranceNo2: '12345', marital3: 'married' })).toEqual([
    'insurance_length2',
    'row_child_married3',
  ]);
});

test('read back, all of them are there to be mended', async () => {
  const desk = openDesk(commune);
  const saved = await desk.record('move_in_household', 'u-v2', family);
  const back = await desk.formOf(...saved.made('move_in'));
  expect([back?.form, back?.where]).toEqual(['move_in_household', 'u-v2']);
  expect(back?.answers).toMatchObject({
    fullName: 'Đỗ Văn Ba',
    fullName3: 'Đỗ Gia Bảo',
    number: 77,
    date: '2026-11-03',
  });
});

test('mended, they are the same people on the same sheet', async () => {
  const desk = openDesk(commune);
  const saved = await desk.record('move_in_household', 'u-v2', family);
  const [home = ''] = saved.made('household');
  const people = saved.made('person');
  await desk.mend(saved.made('move_in'), { fullName3: 'Đỗ Gia Bảo Anh', number: 78 });
  expect(desk.register.household(home)?.people.map(({ id }) => id)).toEqual(people);
  expect([desk.now(people[2] ?? '', 'fullName'), desk.now(home, 'number')]).toEqual(['Đỗ Gia Bảo Anh', 78]);
  expect(desk.figure('move_in')).toBe(3);
});

const child = resident('c1', {
  fullName: 'Lò Văn Con',
  sex: 'male',
  birthDate: '2024-01-01',
  household: 'h2',
  mother: 'q1',
  residence: 'temporary',
  marital: 'single',
  relation: 'child',
});

test('a mother settles: her temporary children are ticked along, and may be left out', async () => {
  const other = resident('c2', { fullName: 'Ai', birthDate: '2023', household: 'h2', residence: 'temporary' });
  const desk = openDesk([...commune, child, other]);
  const { defaults } = desk.register.formContext('settle', 'h2', 'q1');
  expect(defaults.person).toEqual(['q1', 'c1']);
  expect(desk.register.formContext('settle', 'h2', 'c2').defaults.person).toBe('c2');
  const saved = await desk.record('settle', 'h2', { ...defaults, date: '2026-11-01' });
  expect(['q1', 'c1', 'c2'].map((id) => desk.now(id, 'residence'))).toEqual([
    'usual_present',
    'usual_present',
    'temporary',
  ]);
  expect(desk.figure('move_in')).toBe(2);
  await desk.undo(saved.transaction);
  expect(desk.figure('move_in')).toBe(0);
});

test('a child who was left behind as temporary stands in Rà soát, with the form that mends it', async () => {
  const desk = openDesk([...commune, child]);
  await desk.record('settle', 'h2', { person: ['q1'], date: '2026-11-01' });
  const run = startReview(desk.register, '', 5);
  while (!run.advance(100));
  const group = run.groups().find(({ check }) => check === 'child_temporary');
  expect([group?.mends, group?.lines.map(({ record }) => record)]).toEqual(['settle', ['c1']]);
});

test('a child adopted from outside: the own panel keeps who adopted, the pages do not', async () => {
  const desk = openDesk([...commune, household('h5', 8)]);
  const { made } = await desk.record('adopt_outside', 'h1', {
    parent: 'p2',
    date: '2026-11-05',
    from: 'Thành phố Vinh',
    fullName: 'Lê Văn Tí',
    sex: 'male',
    birthDate: '2025-02-01',
    relation: 'adopted',
    residence: 'usual_present',
  });
  const [adopted = ''] = made('person');
  expect(desk.facts('adopt', adopted)).toMatchObject([{ parent: 'p2' }]);
  const panel = desk.register.panel(adopted)?.changes.map(({ people }) => people.map(({ name }) => name));
  expect(panel).toEqual([['Lê Văn Tí', 'Nguyễn Thị Hoà']]);
  expect(desk.register.person(adopted)?.changes).toEqual([]);
  expect(desk.register.person('p2')?.changes).toEqual([]);
  expect(desk.register.changes('h1')).toEqual([]);
});

test.each([
  ['move_in', { wasHere: false }, 'move_in_born_later'],
  ['review_add', { wasHere: false, reason: 'missed' }, 'review_add_born_later'],
  ['adopt_outside', { parent: 'p2' }, 'adopt_outside_born_later'],
  ['marriage', { person: 'p3', spouseFrom: 'arrives', premaritalCheck: null, closeKin: null }, 'marriage_born_later'],
] as const)('nobody comes into the book by %s before she is born', (form, told, stopped) => {
  const desk = openDesk(commune);
  const row = { fullName: 'Vi Thị Na', sex: 'female', relation: 'other', residence: 'usual_present', marital: null };
  const found = (birthDate: string) => desk.check(form, 'h1', { ...told, ...row, date: '2026-03-01', birthDate });
  expect([found('2026-03-02').includes(stopped), found('2027').includes(stopped)]).toEqual([true, true]);
  expect([found('2026-03-01').includes(stopped), found('2026').includes(stopped)]).toEqual([false, false]);
});

test('whoever had left the commune and marries into it has arrived again', async () => {
  const desk = openDesk([
    ...commune,
    resident('na', { fullName: 'Vi Thị Na', sex: 'female', birthDate: '2000', household: 'h1', marital: 'single' }),
    resident('son', { fullName: 'Vi Văn Sơn', sex: 'male', birthDate: '1999', household: 'h2', marital: 'single' }),
  ]);
  await desk.record('move_out', 'h1', { person: 'na', date: '2026-01-05', to: 'Hà Nội' });
  const wedding = { person: 'son', date: '2026-11-10', spouseFrom: 'in_book', spouse: 'na', joins: true };
  const told = { ...wedding, relation: 'daughter_in_law', premaritalCheck: null, closeKin: null };
  expect(desk.check('marriage', 'h2', told)).toEqual(['marriage_spouse_after_leaving']);
  await desk.record('marriage', 'h2', told, ['marriage_spouse_after_leaving']);
  expect(['status', 'household', 'residence', 'spouse'].map((field) => desk.now('na', field))).toEqual([
    'active',
    'h2',
    'usual_present',
    'son',
  ]);
  expect([desk.figure('move_in'), desk.figure('move_out', '2026-01')]).toEqual([1, 1]);
});

test('who is written as gone on the day of the wedding does not come home by it: the one or the other is mended first', async () => {
  const desk = openDesk([
    ...commune,
    resident('na', { fullName: 'Vi Thị Na', sex: 'female', birthDate: '2000', household: 'h1', marital: 'single' }),
    resident('son', { fullName: 'Vi Văn Sơn', sex: 'male', birthDate: '1999', household: 'h2', marital: 'single' }),
  ]);
  await desk.record('move_out', 'h1', { person: 'na', date: '2026-11-10', to: 'Thôn Tây' });
  const wedding = { person: 'son', spouseFrom: 'in_book', spouse: 'na', premaritalCheck: null, closeKin: null };
  const joins = { ...wedding, joins: true, relation: 'daughter_in_law' };
  expect(desk.check('marriage', 'h2', { ...joins, date: '2026-11-10' })).toContain('marriage_spouse_left_that_day');
  expect(desk.check('marriage', 'h2', { ...joins, date: '2026-11-11' })).toEqual(['marriage_spouse_after_leaving']);
  // A wedding from afar brings nobody here.
  const afar = { ...wedding, joins: false, date: '2026-11-10' };
  expect(desk.check('marriage', 'h2', afar)).toEqual(['marriage_spouse_after_leaving']);
});

test('of somebody whom a check found dead nothing that comes after is recorded', async () => {
  const desk = openDesk(commune);
  await desk.record('review_remove', 'h1', { person: 'p3', date: '2026-10-01', reason: 'died' });
  const back = { wasHere: true, person: 'p3', date: '2026-11-01', relation: 'parent', residence: 'usual_present' };
  expect(await desk.stopped('move_in', 'h1', { ...back, marital: null })).toEqual(['move_in_dead']);
});
