import { expect, test } from 'vitest';
import { hoaFamily, household, lodgers, resident } from '../../../register/tale.ts';
import { openDesk } from '../clerk.ts';

/* Who comes, goes, settles, is away: each recorded by its form, counted, and taken back. */

const commune = [...hoaFamily, ...lodgers, household('h5', 8, 'u-v2')];
const newcomer = {
  date: '2026-11-03',
  wasHere: false,
  from: 'Xã Cẩm Mẫu',
  fullName: 'Đỗ Văn Ba',
  sex: 'male',
  birthDate: '1990-10',
  ethnicity: '01',
  insuranceNo: 'HT40123456789',
  relation: 'other',
  residence: 'usual_present',
  marital: 'single',
};

test('somebody new moves in with a full row; an insurance number of 13 characters is stopped', async () => {
  const desk = openDesk(commune);
  expect(desk.say('move_in', 'h1', newcomer)).toEqual([
    'Số thẻ BHYT có 10, 12 hoặc 15 ký tự, viết liền không dấu cách; đang là 13',
  ]);
  const { made, transaction } = await desk.record('move_in', 'h1', { ...newcomer, insuranceNo: 'HT4010123456789' });
  const [person = ''] = made('person');
  expect(desk.register.get(person)?.fields).toMatchObject({
    fullName: 'Đỗ Văn Ba',
    birthDate: '1990-10',
    household: 'h1',
    residence: 'usual_present',
    marital: 'single',
    status: 'active',
  });
  expect(desk.figure('move_in')).toBe(1);
  for (const insuranceNo of ['HT4010123456789', 'ht4010123456789', '0123456789'])
    expect(desk.check('move_in', 'h2', { ...newcomer, insuranceNo })).toEqual(['insurance_taken']);
  await desk.undo(transaction);
  expect([desk.register.get(person), desk.figure('move_in')]).toEqual([undefined, 0]);
});

test('a second head is asked about', () => {
  const desk = openDesk(commune);
  const { insuranceNo: _, ...row } = newcomer;
  expect(desk.check('move_in', 'h1', { ...row, relation: 'head' })).toEqual(['row_second_head']);
  expect(desk.check('move_in', 'h5', { ...row, relation: 'head' })).toEqual([]);
});

test('who was a head elsewhere, or here until another took over, is a second head on coming back; the only one is none', async () => {
  const desk = openDesk([...commune, resident('q1', { fullName: 'Lò Văn Pha', relation: 'head', household: 'h5' })]);
  await desk.record('move_out', 'h1', { person: ['p1'], date: '2026-11-04', to: 'Hà Nội' });
  const back = { date: '2026-11-20', wasHere: true, person: 'p1', relation: 'head', residence: 'usual_present' };
  const coming = (where: string, form = 'move_in') => desk.check(form, where, { ...back, marital: null });
  expect([coming('h5'), coming('h5', 'review_add'), coming('h1')]).toEqual([
    ['row_second_head'],
    ['row_second_head'],
    [],
  ]);
  await desk.act({
    is: 'newHead',
    household: 'h1',
    relations: { p3: 'head', p2: 'daughter_in_law', p4: 'grandchild' },
  });
  expect(coming('h1')).toEqual(['row_second_head']);
  const { defaults } = desk.register.formContext('person_edit', 'h1', 'p3');
  expect(desk.check('person_edit', 'h1', { ...defaults, isCorrection: true, phone: '0912345678' })).toEqual([]);
});

test('somebody leaves, and comes back as the same person; who is here does not arrive', async () => {
  const desk = openDesk(commune);
  await desk.record('move_out', 'h1', { person: ['p3'], date: '2026-11-04', to: 'Hà Nội' });
  expect([desk.now('p3', 'status'), desk.figure('move_out'), desk.figure('pop_end')]).toEqual(['left', 1, 3]);
  const back = { date: '2026-11-20', wasHere: true, relation: 'parent', residence: 'usual_present', marital: null };
  expect(desk.check('move_in', 'h1', { ...back, person: 'p1' })).toEqual(['move_in_here_already']);
  await desk.record('move_in', 'h1', { ...back, person: 'p3' });
  expect([desk.now('p3', 'status'), desk.figure('move_in'), desk.figure('pop_end')]).toEqual(['active', 1, 4]);
  expect(desk.check('elder_check', 'h1', { person: 'p3', date: '2026-11-10' })).toEqual(['elder_check_after_leaving']);
});

test('who left today is not back today: the leaving is taken back, or the return is later', async () => {
  const desk = openDesk(commune);
  const coming = { wasHere: true, relation: 'parent', residence: 'usual_present', marital: null, person: 'p3' };
  await desk.record('move_out', 'h1', { person: ['p3'], date: '2026-11-04', to: 'Hà Nội' });
  expect(desk.check('move_in', 'h1', { ...coming, date: '2026-11-04' })).toEqual(['move_in_left_that_day']);
  expect(desk.check('move_in', 'h1', { ...coming, date: '2026-11-05' })).toEqual([]);
  await desk.record('review_remove', 'h1', { person: ['p2'], date: '2026-11-20', reason: 'gone' });
  const found = { ...coming, person: 'p2', date: '2026-11-20', reason: 'returned' };
  expect(desk.check('review_add', 'h1', found)).toEqual(['review_add_left_that_day']);
});

test('a whole household leaves in one act, with one undo', async () => {
  const desk = openDesk(commune);
  const all = { person: ['p1', 'p2', 'p3', 'p4', 'p4'], date: '2026-11-04', to: 'Đồng Nai' };
  const saved = await desk.record('move_out', 'h1', all);
  expect(saved.made('move_out')).toHaveLength(4);
  expect([desk.figure('move_out'), desk.figure('pop_end')]).toEqual([4, 0]);
  expect(desk.say('move_out', 'h1', { ...all, person: ['p1', 'p2'], date: '2026-11-05' })).toEqual([
    'Trần Văn Đức: Theo sổ, ngày đó người này đã chuyển đi rồi',
    'Nguyễn Thị Hoà: Theo sổ, ngày đó người này đã chuyển đi rồi',
  ]);
  await desk.undo(saved.transaction);
  expect([desk.figure('move_out'), desk.figure('pop_end')]).toEqual([0, 4]);
});

test('ticking nobody is a blank, not a save', async () => {
  const desk = openDesk(commune);
  await expect(desk.record('move_out', 'h1', { person: [], date: '2026-11-04' })).rejects.toThrow('no problems');
});

test('people go to a household of another village: nobody comes or leaves, and they are written there', async () => {
  const desk = openDesk(commune);
  const answers = { person: ['p1', 'p2'], date: '2026-11-06', toHousehold: 'h5' };
  const saved = await desk.record('move_internal', 'h1', answers);
  expect(['p1', 'p2'].map((id) => [desk.now(id, 'household'), desk.now(id, 'relation'), desk.placeOf(id)])).toEqual([
    ['h5', 'head', 'u-v2'],
    ['h5', 'spouse', 'u-v2'],
  ]);
  expect([desk.figure('move_in'), desk.figure('move_out'), desk.figure('pop_end')]).toEqual([0, 0, 4]);
  expect(saved.made('move_internal').map(desk.placeOf)).toEqual(['u-v2', 'u-v2']);
  // In the same save: a second could be the one that finds no room, and be told as if nothing had been saved.
  expect([...saved.made('person')].sort()).toEqual(['p1', 'p2']);
  await desk.undo(saved.transaction);
  expect([desk.now('p1', 'household'), desk.placeOf('p1')]).toEqual(['h1', 'u-v1']);
});

test('a head who goes to a household that has one is asked what she is to that head', async () => {
  const desk = openDesk([...commune, resident('q1', { fullName: 'Lò Văn Pha', relation: 'head', household: 'h5' })]);
  const answers = { person: 'p1', date: '2026-11-06', toHousehold: 'h5' };
  expect(desk.check('move_internal', 'h1', answers)).toEqual(['move_internal_second_head']);
  expect(desk.check('move_internal', 'h1', { ...answers, relation: 'other' })).toEqual([]);
  // The head's mother, and nobody asked her what she is to the other one.
  expect(desk.check('move_internal', 'h1', { ...answers, person: 'p3' })).toEqual(['move_internal_relation_stays']);
  expect(desk.check('move_internal', 'h1', { ...answers, person: 'p3', relation: 'other' })).toEqual([]);
  expect(desk.check('move_internal', 'h1', { ...answers, person: 'p3', relation: 'head' })).toEqual([
    'move_internal_second_head',
  ]);
});

test('a new relation is told as a change; the same household is no move', async () => {
  const desk = openDesk(commune);
  const answers = { person: 'p3', date: '2026-11-06', toHousehold: 'h5', relation: 'head' };
  expect(desk.check('move_internal', 'h1', { ...answers, toHousehold: 'h1' })).toEqual([
    'move_internal_same_household',
  ]);
  const { made } = await desk.record('move_internal', 'h1', answers);
  expect(desk.now('p3', 'relation')).toBe('head');
  expect(desk.facts('change_info', 'p3')).toEqual([
    { date: '2026-11-06', person: 'p3', field: 'relation', old: 'parent', new: 'head' },
  ]);
  desk.send();
  await desk.takeBack(made('move_internal')[0] ?? '');
  expect([desk.now('p3', 'household'), desk.now('p3', 'relation'), desk.placeOf('p3')]).toEqual([
    'h1',
    'parent',
    'u-v1',
  ]);
  expect(desk.facts('change_info', 'p3')).toEqual([]);
});

test('settling counts as a move in, ceasing to reside as a move out', async () => {
  const desk = openDesk(commune);
  await desk.record('settle', 'h2', { person: 'q1', date: '2026-11-02' });
  expect([desk.now('q1', 'residence'), desk.figure('move_in'), desk.figure('pop_end')]).toEqual([
    'usual_present',
    1,
    5,
  ]);
  expect(desk.check('settle', 'h2', { person: 'q1', date: '2026-11-03' })).toEqual(['settle_settled_already']);
  const { made } = await desk.record('cease', 'h1', { person: 'p3', date: '2026-11-02' });
  expect([desk.now('p3', 'residence'), desk.figure('move_out'), desk.figure('pop_end')]).toEqual(['temporary', 1, 4]);
  expect(desk.check('cease', 'h1', { person: 'p3', date: '2026-11-03' })).toEqual(['cease_temporary_already']);
  await desk.takeBack(made('change_info')[0] ?? '');
  expect([desk.now('p3', 'residence'), desk.figure('move_out')]).toEqual(['usual_present', 0]);
});

test('away since, where and why; home again; a temporary resident is never away', async () => {
  const desk = openDesk(commune);
  const away = { person: 'p1', date: '2026-09-01', awayWhere: 'Bình Dương', awayWhy: 'Đi làm' };
  const { made } = await desk.record('away', 'h1', away);
  expect(desk.register.get('p1')?.fields).toMatchObject({
    residence: 'usual_absent',
    awaySince: '2026-09-01',
    awayWhere: 'Bình Dương',
    awayWhy: 'Đi làm',
  });
  expect([desk.figure('pop_end'), desk.figure('move_out')]).toEqual([4, 0]);
  expect(desk.check('away', 'h2', { person: 'q1', date: '2026-09-01' })).toEqual(['away_temporary']);
  expect(desk.check('back', 'h1', { person: 'p2', date: '2026-10-01' })).toEqual(['back_not_away']);
  await desk.record('back', 'h1', { person: 'p1', date: '2026-10-01' });
  expect(desk.now('p1', 'residence')).toBe('usual_present');
  expect(desk.register.person('p1')?.fields.filter(({ field }) => field.startsWith('away'))).toEqual([]);
  const other = openDesk(commune);
  const again = await other.record('away', 'h1', away);
  await other.takeBack(again.made('change_info')[0] ?? '');
  expect([other.now('p1', 'residence'), other.put('p1', 'awaySince')]).toEqual(['usual_present', null]);
  expect(made('change_info')).toHaveLength(1);
});

test('a check of the book adds whom it missed and takes off who is long gone: a flow of its own', async () => {
  const desk = openDesk(commune);
  const { from: _, insuranceNo: __, ...row } = newcomer;
  await desk.record('review_add', 'h1', { ...row, date: '2026-11-22', reason: 'missed' });
  const removed = await desk.record('review_remove', 'h1', { person: 'p3', date: '2026-11-22', reason: 'gone' });
  expect([desk.figure('review_add'), desk.figure('review_remove')]).toEqual([1, 1]);
  expect([desk.figure('move_in'), desk.figure('move_out'), desk.figure('pop_end')]).toEqual([0, 0, 4]);
  expect(desk.check('review_remove', 'h1', { person: 'p3', date: '2026-11-22', reason: 'gone' })).toEqual([
    'review_remove_gone_already',
  ]);
  await desk.undo(removed.transaction);
  expect(desk.figure('review_remove')).toBe(0);
});

test('somebody whom a check added and an undo took away is still called what was written', async () => {
  const desk = openDesk(commune);
  const { from: _, insuranceNo: __, marital: ___, ...row } = newcomer;
  const added = await desk.record('review_add', 'h1', { ...row, date: '2026-11-22', reason: 'missed' });
  desk.send();
  const titles = () => desk.written().map(({ label, isTakenBack }) => [label.vi, isTakenBack]);
  expect(titles()).toEqual([['Rà soát: ghi bổ sung', false]]);
  await desk.takeBack(added.made('review_add')[0] ?? '');
  expect(titles()).toEqual([['Rà soát: ghi bổ sung', true]]);
});

test('only the officer adjusts the book', async () => {
  const desk = openDesk(commune, 'collaborator');
  const answers = { person: 'p3', date: '2026-11-22', reason: 'gone' };
  await expect(desk.record('review_remove', 'h1', answers)).rejects.toThrow('collaborator');
});
