import { expect, test } from 'vitest';
import { hoaFamily, household, lodgers, resident } from '../../../register/tale.ts';
import { openDesk } from '../clerk.ts';

/* How lives end and marriages begin: what a check of the book finds, what falls on one day, what is asked about. */

const commune = [...hoaFamily, ...lodgers];
const removal = { person: ['p1'], date: '2026-11-20', reason: 'died' };

test('found dead by a check of the book: the wife is widowed, nobody left, and it counts as a review', async () => {
  const desk = openDesk(commune);
  const { made } = await desk.record('review_remove', 'h1', removal);
  expect([desk.now('p1', 'status'), desk.now('p2', 'marital')]).toEqual(['dead', 'widowed']);
  expect([desk.figure('review_remove'), desk.figure('deaths'), desk.figure('move_out')]).toEqual([1, 0, 0]);
  expect(desk.register.household('h1')?.people.find(({ id }) => id === 'p1')?.status).toBe('dead');
  await desk.takeBack(made('review_remove')[0] ?? '');
  expect([desk.now('p1', 'status'), desk.now('p2', 'marital')]).toEqual(['active', 'married']);
});

test('found gone, or written twice, nobody is widowed', async () => {
  for (const reason of ['gone', 'twice']) {
    const desk = openDesk(commune);
    await desk.record('review_remove', 'h1', { ...removal, reason });
    expect([desk.now('p1', 'status'), desk.now('p2', 'marital')]).toEqual(['left', 'married']);
  }
});

test('whoever was found dead does not leave, move, or go to a check-up afterwards', async () => {
  const desk = openDesk(commune);
  await desk.record('review_remove', 'h1', removal);
  const about = { person: 'p1', date: '2026-11-21' };
  expect(desk.check('move_out', 'h1', about)).toEqual(['move_out_dead_already']);
  expect(desk.check('review_remove', 'h1', { ...about, reason: 'gone' })).toEqual(['review_remove_gone_already']);
  expect(desk.check('elder_check', 'h1', about)).toContain('elder_check_dead');
  expect(desk.check('move_internal', 'h1', { ...about, toHousehold: 'h2' })).toEqual(['move_internal_dead']);
});

test('who died does not leave on the same day', async () => {
  const desk = openDesk(commune);
  await desk.record('death', 'h1', { person: 'p3', date: '2026-11-20' });
  expect(desk.check('move_out', 'h1', { person: 'p3', date: '2026-11-20' })).toEqual(['move_out_dead_already']);
  expect(desk.say('move_out', 'h1', { person: 'p3', date: '2026-11-21' })).toEqual([
    'Ngày đi không được sau ngày chết (20/11/2026)',
  ]);
  expect(desk.check('move_out', 'h1', { person: 'p3', date: '2026-11-19' })).toEqual(['move_out_before_later_facts']);
});

test('leaving before something that the book tells of is asked about; a correction of today is no such thing', async () => {
  const desk = openDesk(commune);
  await desk.record('elder_check', 'h1', { person: ['p3'], date: '2026-11-10' });
  expect(desk.say('move_out', 'h1', { person: 'p3', date: '2026-01-10' })).toEqual([
    'Sổ còn ghi việc của người này vào ngày 10/11/2026, sau ngày đi. Đúng không?',
  ]);
  expect(desk.check('move_out', 'h1', { person: 'p3', date: '2026-11-10' })).toEqual([]);
  const answers = { ...desk.register.formContext('person_edit', 'h1', 'p2').defaults, isCorrection: true };
  await desk.record('person_edit', 'h1', { ...answers, fullName: 'Nguyễn Thị Hòa' });
  expect(desk.check('move_out', 'h1', { person: 'p2', date: '2026-11-01' })).toEqual([]);
  expect(desk.check('death', 'h1', { person: 'p2', date: '2026-11-01' })).toEqual([]);
});

const single = (id: string, sex: string, more: object = {}) =>
  resident(id, {
    fullName: id,
    sex,
    birthDate: '1995-01-01',
    marital: 'single',
    household: 'h3',
    relation: 'child',
    ...more,
  });
const young = [
  household('h3', 50),
  single('s1', 'male'),
  single('s2', 'male'),
  single('s3', 'female', { mother: 'p3' }),
  single('s4', 'male', { mother: 'p3' }),
  single('s5', 'female', { father: 's9' }),
  single('s6', 'male', { father: 's9' }),
  single('s9', 'male', { birthDate: '1965-01-01' }),
];
const wed = (desk: ReturnType<typeof openDesk>, person: string, spouse: string, more: object = {}) =>
  desk.check('marriage', 'h3', { person, spouse, date: '2026-11-01', spouseFrom: 'in_book', joins: false, ...more });

test('two of one sex, and kin in the book, are asked about; said to be close kin, they are not', () => {
  const desk = openDesk([...commune, ...young]);
  expect(wed(desk, 's1', 's2')).toEqual(['marriage_same_sex']);
  expect(wed(desk, 's4', 's3')).toEqual(['marriage_kin']);
  expect(wed(desk, 's6', 's5', { closeKin: false })).toEqual(['marriage_kin']);
  expect(wed(desk, 's5', 's9')).toEqual(['marriage_kin']);
  expect(wed(desk, 's9', 's5')).toEqual(['marriage_kin']);
  expect(wed(desk, 's4', 's3', { closeKin: true })).toEqual([]);
  expect(wed(desk, 's1', 's3')).toEqual([]);
  const bride = { spouseFrom: 'arrives', sex: 'male', birthDate: '2000', fullName: 'Ba', relation: 'other' };
  expect(desk.check('marriage', 'h3', { person: 's1', date: '2026-11-01', ...bride })).toEqual([
    'marriage_newcomer_same_sex',
  ]);
});

test('the wedding of a bride who arrived is taken back: she never came, and he is what he was', async () => {
  const desk = openDesk([...commune, ...young]);
  const { made } = await desk.record('marriage', 'h3', {
    person: 's1',
    date: '2026-11-15',
    spouseFrom: 'arrives',
    fullName: 'Mơ',
    sex: 'female',
    birthDate: '2002',
    relation: 'daughter_in_law',
    residence: 'usual_present',
    from: 'Huế',
  });
  const [bride = ''] = made('person');
  expect([desk.now(bride, 'marital'), desk.now('s1', 'spouse')]).toEqual(['married', bride]);
  await desk.takeBack(made('marriage')[0] ?? '');
  expect([desk.register.get(bride), desk.now('s1', 'marital'), desk.figure('move_in')]).toEqual([
    undefined,
    'single',
    0,
  ]);
});

test('a screen or a loss that is told late belongs to the pregnancy of its own day', async () => {
  const desk = openDesk(commune);
  await desk.record('pregnancy', 'h1', { person: 'p2', date: '2026-02-01' });
  await desk.record('birth', 'h1', {
    mother: 'p2',
    fullName: 'An',
    sex: 'female',
    date: '2026-09-20',
    order: 2,
    deliveryPlace: 'station',
    multiple: false,
  });
  const screen = { person: 'p2', week: 12, down: 'low_risk' };
  expect(desk.check('prenatal_screen', 'h1', { ...screen, date: '2026-04-01' })).toEqual([]);
  expect(desk.check('prenatal_screen', 'h1', { ...screen, date: '2026-01-01' })).toEqual([
    'prenatal_screen_not_pregnant',
  ]);
  expect(desk.check('prenatal_screen', 'h1', { ...screen, date: '2026-10-01' })).toEqual([
    'prenatal_screen_not_pregnant',
  ]);
  expect(desk.check('miscarriage', 'h1', { person: 'p2', date: '2026-03-01' })).toEqual([]);
  expect(desk.check('pregnancy', 'h1', { person: 'p2', date: '2026-11-01' })).toEqual([]);
});
