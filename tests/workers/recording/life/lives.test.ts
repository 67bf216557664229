import { expect, test } from 'vitest';
import { hoaFamily, household, lodgers, resident } from '../../../register/tale.ts';
import { openDesk } from '../clerk.ts';

/* Births, deaths, marriages: each recorded by its form, felt by the register, and taken back. */

const commune = [...hoaFamily, ...lodgers];
const childbirth = {
  mother: 'p2',
  fullName: 'Trần Bảo An',
  sex: 'female',
  date: '2026-11-20',
  order: 2,
  deliveryPlace: 'station',
  multiple: false,
};

test('twins: two children, the order counted on, each a birth of one delivery', async () => {
  const desk = openDesk(commune);
  const twins = { ...childbirth, multiple: true, fullName2: '', sex2: 'male', hasThird: false };
  const { made } = await desk.record('birth', 'h1', twins);
  const [first = '', second = ''] = made('person');
  expect([first, second].map((id) => desk.now(id, 'fullName'))).toEqual(['Trần Bảo An', 'Trai']);
  expect(desk.facts('birth', 'p2')).toMatchObject([
    { order: 2, firstOrder: 2, multiple: true, child: first },
    { order: 3, firstOrder: 2, multiple: true, child: second },
  ]);
  expect(desk.figure('births')).toBe(2);
});

test('triplets are three; a third name is not asked while there are two', async () => {
  const desk = openDesk(commune);
  const triplets = { ...childbirth, multiple: true, sex2: 'male', hasThird: true, sex3: 'female', fullName3: 'Út' };
  const { made } = await desk.record('birth', 'h1', triplets);
  expect(made('person').map((id) => desk.now(id, 'fullName'))).toEqual(['Trần Bảo An', 'Trai', 'Út']);
  const two = await openDesk(commune).record('birth', 'h1', { ...triplets, hasThird: false });
  expect(two.made('person')).toHaveLength(2);
});

test('twins of a temporary mother are temporary, and no births of the report', async () => {
  const desk = openDesk(commune);
  const { made } = await desk.record('birth', 'h2', {
    ...childbirth,
    mother: 'q1',
    multiple: true,
    sex2: 'male',
    hasThird: false,
  });
  expect(made('person').map((id) => desk.now(id, 'residence'))).toEqual(['temporary', 'temporary']);
  expect(desk.figure('births')).toBe(0);
});

test('a second child within seven months, or of the same day, is asked about', async () => {
  const desk = openDesk(commune);
  await desk.record('birth', 'h1', { ...childbirth, date: '2026-05-01' });
  expect(desk.check('birth', 'h1', { ...childbirth, date: '2026-11-20', order: 3 })).toEqual(['birth_spacing']);
  expect(desk.check('birth', 'h1', { ...childbirth, date: '2025-11-20' })).toEqual(['birth_spacing_after']);
  expect(desk.check('birth', 'h1', { ...childbirth, date: '2026-05-01' })).toEqual(['birth_twice']);
  expect(desk.check('birth', 'h1', { ...childbirth, date: '2025-05-01' })).toEqual([]);
  expect(desk.say('birth', 'h1', { ...childbirth, order: 3 })).toEqual([
    'Mẹ đã sinh ngày 01/05/2026, cách lần này chưa đủ 7 tháng. Đúng không?',
  ]);
});

test('a girl of four is offered as nobody’s mother', () => {
  const girl = resident('p9', { fullName: 'Trần Bé', sex: 'female', birthDate: '2022-01-01', household: 'h1' });
  const desk = openDesk([...commune, girl]);
  expect(desk.register.formContext('birth', 'h1').choices.mother?.map(({ value }) => value)).toEqual(['p2', 'p3']);
});

test('a death widows the spouse, and its undo gives back the couple', async () => {
  const desk = openDesk(commune);
  const saved = await desk.record('death', 'h1', { person: 'p1', date: '2026-11-10' });
  expect([desk.now('p1', 'status'), desk.now('p2', 'marital'), desk.figure('deaths')]).toEqual(['dead', 'widowed', 1]);
  await desk.undo(saved.transaction);
  expect([desk.now('p1', 'status'), desk.now('p2', 'marital'), desk.figure('deaths')]).toEqual([
    'active',
    'married',
    0,
  ]);
});

test('it widows whichever of the two the book knows to be the other’s spouse, and nobody who married again', async () => {
  const desk = openDesk(commune);
  await desk.record('death', 'h1', { person: 'p2', date: '2026-11-10' });
  expect(desk.now('p1', 'marital')).toBe('widowed');
  const parted = openDesk(commune);
  await parted.record('divorce', 'h1', { person: 'p2', date: '2026-01-10' });
  await parted.record('death', 'h1', { person: 'p2', date: '2026-11-10' });
  expect(parted.now('p1', 'marital')).toBe('divorced');
});

test('nobody dies tomorrow, before birth or twice; a death before later facts is asked about', async () => {
  const desk = openDesk(commune);
  const on = (date: string, person = 'p2') => desk.check('death', 'h1', { person, date });
  expect(on('2026-11-23')).toEqual(['death_after_today']);
  expect(on('1998-03-04')).toEqual(['death_before_birth']);
  expect(on('1998-03-05')).toEqual([]);
  await desk.record('birth', 'h1', childbirth);
  expect(on('2026-11-19')).toEqual(['death_before_later_facts']);
  expect(on('2026-11-20')).toEqual([]);
  await desk.record('death', 'h1', { person: 'p2', date: '2026-11-21' });
  expect(on('2026-11-21')).toEqual(['death_twice']);
  expect(desk.check('elder_check', 'h1', { person: 'p2', date: '2026-11-22' })).toContain('elder_check_after_death');
});

const single = (id: string, name: string, sex: string, birthDate: string, home: string) =>
  resident(id, { fullName: name, sex, birthDate, marital: 'single', household: home, relation: 'child' });
const young = [
  household('h3', 50),
  household('h4', 60, 'u-v2'),
  single('s1', 'Phạm Văn Nam', 'male', '2000-02-02', 'h3'),
  single('s2', 'Vũ Thị Lan', 'female', '2009-06-01', 'h4'),
];

test('who comes by marriage to be head where somebody is head, the other one or a third, is asked about', () => {
  const desk = openDesk([...commune, ...young]);
  const wedding = { date: '2026-11-15', spouseFrom: 'in_book', joins: true, relation: 'head' };
  const heads = (where: string, person: string, spouse: string) =>
    desk.check('marriage', where, { ...wedding, person, spouse }).filter((check) => check.endsWith('second_head'));
  expect([heads('h1', 'p1', 's2'), heads('h1', 'p3', 's1'), heads('h3', 's1', 's2')]).toEqual([
    ['marriage_second_head'],
    ['marriage_second_head'],
    [],
  ]);
});

test('both in the book: one fact marries both, and the bride comes to live with her husband', async () => {
  const desk = openDesk([...commune, ...young]);
  const wedding = { person: 's1', date: '2026-11-15', spouseFrom: 'in_book', spouse: 's2', joins: true };
  const answers = { ...wedding, premaritalCheck: true, relation: 'daughter_in_law' };
  expect(await desk.stopped('marriage', 'h3', answers)).toEqual(['marriage_spouse_under_age']);
  expect(desk.say('marriage', 'h3', answers)).toEqual([
    'Mới 17 tuổi, chưa đủ tuổi kết hôn; sẽ ghi là tảo hôn. Đúng không?',
  ]);
  const saved = await desk.record('marriage', 'h3', answers, ['marriage_spouse_under_age']);
  expect(['s1', 's2'].map((id) => [desk.now(id, 'marital'), desk.now(id, 'spouse')])).toEqual([
    ['married', 's2'],
    ['married', 's1'],
  ]);
  expect([desk.now('s2', 'household'), desk.now('s2', 'relation'), desk.placeOf('s2')]).toEqual([
    'h3',
    'daughter_in_law',
    'u-v1',
  ]);
  expect(desk.facts('marriage', 's1')).toMatchObject([{ premaritalCheck: true, asked: ['marriage_spouse_under_age'] }]);
  await desk.undo(saved.transaction);
  expect([desk.now('s2', 'household'), desk.now('s2', 'relation'), desk.placeOf('s2')]).toEqual([
    'h4',
    'child',
    'u-v2',
  ]);
  expect(desk.now('s1', 'marital')).toBe('single');
});

test('a spouse from outside gets a row of her own and counts as a move in', async () => {
  const desk = openDesk([...commune, ...young]);
  const { made, transaction } = await desk.record('marriage', 'h3', {
    person: 's1',
    date: '2026-11-15',
    spouseFrom: 'arrives',
    fullName: 'Hà Thị Mơ',
    sex: 'female',
    birthDate: '2002',
    relation: 'daughter_in_law',
    residence: 'usual_present',
    from: 'Xã Cẩm Mẫu',
  });
  const [bride = ''] = made('person');
  expect([desk.now(bride, 'household'), desk.now(bride, 'marital'), desk.now('s1', 'spouse')]).toEqual([
    'h3',
    'married',
    bride,
  ]);
  expect(desk.figure('move_in')).toBe(1);
  await desk.undo(transaction);
  expect([desk.now(bride, 'fullName'), desk.now('s1', 'spouse'), desk.figure('move_in')]).toEqual([
    undefined,
    undefined,
    0,
  ]);
});

test('a spouse who stays elsewhere is told by name only', async () => {
  const desk = openDesk([...commune, ...young]);
  await desk.record('marriage', 'h3', {
    person: 's1',
    date: '2026-11-15',
    spouseFrom: 'elsewhere',
    spouseName: 'Hà Thị Mơ',
    closeKin: null,
  });
  expect(desk.facts('marriage', 's1')).toEqual([
    { date: '2026-11-15', person: 's1', spouseName: 'Hà Thị Mơ', asked: [] },
  ]);
  expect(desk.now('s1', 'marital')).toBe('married');
});

test('one does not marry oneself, and is asked about a marriage that stands', () => {
  const desk = openDesk([...commune, ...young]);
  const wed = (person: string, spouse: string) =>
    desk.check('marriage', 'h3', { person, spouse, date: '2026-11-15', spouseFrom: 'in_book' });
  expect(wed('s1', 's1')).toEqual(['marriage_to_self']);
  expect(wed('p1', 's2')).toEqual(['marriage_spouse_under_age', 'marriage_married_already']);
  expect(wed('s1', 'p2')).toEqual(['marriage_spouse_married_already']);
});

test('a divorce parts both; who is not married is asked about', async () => {
  const desk = openDesk(commune);
  const { made } = await desk.record('divorce', 'h1', { person: 'p2', date: '2026-11-01' });
  expect([desk.now('p1', 'marital'), desk.now('p2', 'marital')]).toEqual(['divorced', 'divorced']);
  expect(desk.facts('divorce', 'p2')).toMatchObject([{ spouse: 'p1' }]);
  await desk.takeBack(made('divorce')[0] ?? '');
  expect([desk.now('p1', 'marital'), desk.now('p2', 'marital')]).toEqual(['married', 'married']);
  expect(desk.check('divorce', 'h1', { person: 'p4', date: '2026-11-01' })).toEqual(['divorce_not_married']);
});
