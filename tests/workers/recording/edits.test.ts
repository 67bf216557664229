import { expect, test } from 'vitest';
import { hoaFamily, household, lodgers, resident } from '../../register/tale.ts';
import { openDesk } from './clerk.ts';

/* What stands is changed or mended: only what differs is put, and each change is told with what was before. */

const commune = [...hoaFamily, ...lodgers];

function personAnswers(desk: ReturnType<typeof openDesk>, person: string) {
  return desk.register.formContext('person_edit', 'h1', person).defaults;
}

test('an edit starts with what stands, and the parents can be read', () => {
  const desk = openDesk(commune);
  const { defaults, choices } = desk.register.formContext('person_edit', 'h1', 'p4');
  expect(defaults).toMatchObject({ person: 'p4', fullName: 'Trần Gia Huy', mother: 'p2', date: '2026-11-22' });
  expect(choices.mother).toEqual([{ value: 'p2', label: 'Nguyễn Thị Hoà', note: '05/03/1998' }]);
  expect(choices.person?.map(({ value }) => value)).toEqual(['p4']);
});

test('a real change is dated, told old and new, and undone', async () => {
  const desk = openDesk(commune);
  const answers = { ...personAnswers(desk, 'p2'), isCorrection: false, date: '2026-10-01', phone: '0912345678' };
  const { transaction, records } = await desk.record('person_edit', 'h1', { ...answers, education: 'university' });
  expect(records.map(({ kind }) => kind)).toEqual(['person', 'change_info', 'change_info']);
  expect([desk.now('p2', 'phone'), desk.now('p2', 'education')]).toEqual(['0912345678', 'university']);
  expect(desk.facts('change_info', 'p2')).toEqual([
    { date: '2026-10-01', person: 'p2', field: 'education', new: 'university', isCorrection: false, asked: [] },
    { date: '2026-10-01', person: 'p2', field: 'phone', new: '0912345678', isCorrection: false, asked: [] },
  ]);
  await desk.undo(transaction);
  expect([desk.put('p2', 'phone'), desk.put('p2', 'education')]).toEqual([null, null]);
  expect([desk.now('p2', 'fullName'), desk.facts('change_info', 'p2')]).toEqual(['Nguyễn Thị Hoà', []]);
});

test('a mended mistake says so and needs no date; taking back one of two leaves the other', async () => {
  const desk = openDesk(commune);
  const answers = { ...personAnswers(desk, 'p2'), isCorrection: true };
  const { made } = await desk.record('person_edit', 'h1', {
    ...answers,
    fullName: 'Nguyễn Thị Hòa',
    birthDate: '1998-03-06',
  });
  expect(desk.facts('change_info', 'p2')).toMatchObject([
    { date: '2026-11-22', field: 'fullName', old: 'Nguyễn Thị Hoà', new: 'Nguyễn Thị Hòa', isCorrection: true },
    { date: '2026-11-22', field: 'birthDate', old: '1998-03-05', new: '1998-03-06', isCorrection: true },
  ]);
  await desk.takeBack(made('change_info')[1] ?? '');
  expect([desk.now('p2', 'fullName'), desk.now('p2', 'birthDate')]).toEqual(['Nguyễn Thị Hòa', '1998-03-05']);
});

test('what somebody mended since is not put back', async () => {
  const desk = openDesk(commune);
  const saved = await desk.record('person_edit', 'h1', {
    ...personAnswers(desk, 'p2'),
    isCorrection: true,
    fullName: 'Hoà',
  });
  await desk.record('person_edit', 'h1', {
    ...personAnswers(desk, 'p2'),
    isCorrection: true,
    fullName: 'Nguyễn Thị Hoa',
  });
  await desk.undo(saved.transaction);
  expect(desk.now('p2', 'fullName')).toBe('Nguyễn Thị Hoa');
});

test('an edit that changes nothing is no record', async () => {
  const desk = openDesk(commune);
  const answers = { ...personAnswers(desk, 'p2'), isCorrection: true };
  expect(await desk.stopped('person_edit', 'h1', answers)).toEqual(['nothing_changed']);
});

test('a blank empties what stood, and what is not answered stays; a wrongly copied marriage is mended', async () => {
  const desk = openDesk(commune);
  const answers = { ...personAnswers(desk, 'p4'), isCorrection: true };
  await desk.record('person_edit', 'h1', { ...answers, mother: null });
  expect(desk.put('p4', 'mother')).toBeNull();
  const only = { person: 'p4', isCorrection: true, fullName: 'Trần Gia Hưng' };
  await desk.record('person_edit', 'h1', only);
  expect([desk.now('p4', 'fullName'), desk.now('p4', 'birthDate')]).toEqual(['Trần Gia Hưng', '2021-09-01']);
  await desk.record('person_edit', 'h1', { ...personAnswers(desk, 'p3'), isCorrection: true, marital: 'widowed' });
  expect(desk.now('p3', 'marital')).toBe('widowed');
  expect(desk.facts('change_info', 'p3')).toMatchObject([{ field: 'marital', old: 'married', new: 'widowed' }]);
});

test('nobody is her own mother, or born before her; a child before the new birth date is asked about', () => {
  const desk = openDesk(commune);
  const edit = (person: string, changed: object) =>
    desk.check('person_edit', 'h1', { ...personAnswers(desk, person), isCorrection: true, ...changed });
  expect(edit('p2', { mother: 'p2' })).toEqual(['mother_is_self']);
  expect(edit('p1', { mother: 'p2' })).toEqual(['mother_born_later']);
  expect(edit('p2', { birthDate: '2026-12-01' })).toEqual(['row_born_after_today', 'person_born_after_child']);
  expect(edit('p2', { birthDate: '1898-12-01' })).toEqual(['row_very_old']);
  expect(edit('p2', {})).toEqual([]);
});

test('a mother and wife is no man, nor a child, without a question', () => {
  const desk = openDesk(commune);
  const edit = (person: string, changed: object) =>
    desk.check('person_edit', 'h1', { ...personAnswers(desk, person), isCorrection: true, ...changed });
  const asks = edit('p2', { sex: 'male' });
  expect(asks).toEqual(expect.arrayContaining(['person_sex_of_parent', 'relation_spouse_same_sex']));
  // Her son was born on 1 September 2021.
  expect(edit('p2', { birthDate: '2013-01-01' })).toContain('person_born_after_child');
  expect(edit('p2', { birthDate: '2022-01-01' })).toContain('person_born_after_child');
  expect(edit('p2', { birthDate: '2013-01-01' })).toContain('row_child_married');
  expect(edit('p2', { birthDate: '1999-01-01' })).toEqual([]);
  expect(edit('p4', { sex: 'female' })).toEqual([]);
});

test('a child whose mother would be six years old is asked about once the date or the mother is written anew', () => {
  const desk = openDesk(commune);
  const edit = (changed: object) =>
    desk.check('person_edit', 'h1', { ...personAnswers(desk, 'p4'), isCorrection: true, ...changed });
  // His mother was born on 5 March 1998.
  expect(edit({ birthDate: '2004-09-01' })).toContain('mother_age_odd');
  expect(edit({ birthDate: '1990-09-01' })).toContain('mother_born_later');
  expect(edit({ birthDate: '1990-09-01' })).not.toContain('mother_age_odd');
  expect(edit({ birthDate: '2020-09-01' })).toEqual([]);
});

test('whoever has a spouse of that sex is asked about, also as the head of the household', () => {
  const couple = [
    household('h8', 8),
    resident('w', { fullName: 'Đỗ Thị Thư', sex: 'female', household: 'h8', relation: 'head', spouse: 'm' }),
    resident('m', { fullName: 'Lê Hữu Điệp', sex: 'male', household: 'h8', relation: 'spouse', spouse: 'w' }),
  ];
  const desk = openDesk(couple);
  const { defaults } = desk.register.formContext('person_edit', 'h8', 'w');
  expect(desk.check('person_edit', 'h8', { ...defaults, isCorrection: true, sex: 'male' })).toEqual([
    'couple_self_same_sex',
  ]);
  expect(desk.check('person_edit', 'h8', { ...defaults, isCorrection: true, fullName: 'Đỗ Thị Thu' })).toEqual([]);
});

test('a household’s new number keeps the old one to be found; a number of the same area is asked about', async () => {
  const desk = openDesk([...commune, household('h9', 43)]);
  const answers = {
    ...desk.register.formContext('household_edit', 'h1').defaults,
    isCorrection: false,
    date: '2026-11-01',
  };
  expect(answers).toMatchObject({ number: 42, address: 'Số nhà 42', kind: 'family' });
  expect(desk.say('household_edit', 'h1', { ...answers, number: 43 })).toEqual([
    'Hộ số 43 đã có trong địa bàn đánh số này. Vẫn ghi, đúng không?',
  ]);
  expect(desk.check('household_edit', 'h1', { ...answers, number: 43, area: 'Xã Bãi cũ' })).toEqual([]);
  const saved = await desk.record('household_edit', 'h1', { ...answers, number: 45, address: 'Xóm 2' });
  expect(desk.register.get('h1')?.fields).toMatchObject({ number: 45, formerNumbers: ['42'], address: 'Xóm 2' });
  expect(desk.facts('change_info', 'h1')).toMatchObject([
    { field: 'number', old: '42', new: '45', household: 'h1' },
    { field: 'address', old: 'Số nhà 42', new: 'Xóm 2' },
  ]);
  await desk.undo(saved.transaction);
  expect(desk.register.get('h1')?.fields).toMatchObject({ number: 42, address: 'Số nhà 42' });
});

test('a sent change of a number is taken back as a number', async () => {
  const desk = openDesk(commune);
  const answers = { ...desk.register.formContext('household_edit', 'h1').defaults, isCorrection: true, number: 45 };
  const { made } = await desk.record('household_edit', 'h1', answers);
  desk.send();
  await desk.takeBack(made('change_info')[0] ?? '');
  expect(desk.now('h1', 'number')).toBe(42);
});

const foundAsFormer = (desk: ReturnType<typeof openDesk>, number: string) =>
  desk.register.search(`ho cu ${number}`, 5).rows.map(({ household }) => household);

test('a number that was taken back leaves no old number behind, whoever changed it and whatever was sent', async () => {
  const desk = openDesk(commune);
  const edited = { ...desk.register.formContext('household_edit', 'h1').defaults, isCorrection: true, number: 45 };
  const edit = await desk.record('household_edit', 'h1', { ...edited, address: 'Xóm 2' });
  expect(foundAsFormer(desk, '42')).toEqual(['h1']);
  desk.send();
  await desk.takeBack(...edit.made('change_info'));
  expect([desk.now('h1', 'number'), desk.now('h1', 'address')]).toEqual([42, 'Số nhà 42']);
  expect([desk.now('h1', 'formerNumbers') ?? null, foundAsFormer(desk, '42')]).toEqual([null, []]);

  const renumbered = await desk.act({ is: 'renumber', numbers: { h1: 50 }, area: 'Địa bàn 1' });
  expect(desk.now('h1', 'formerNumbers')).toEqual(['42']);
  desk.send();
  const facts = renumbered.records.filter(({ kind }) => kind === 'change_info').map(({ id }) => id);
  await desk.takeBack(...facts);
  expect([desk.now('h1', 'number'), desk.now('h1', 'area') ?? null]).toEqual([42, null]);
  expect([desk.now('h1', 'formerNumbers') ?? null, foundAsFormer(desk, '42')]).toEqual([null, []]);
});

test('a number that was mended keeps the one before it to be found, and not the mistaken one', async () => {
  const desk = openDesk(commune);
  const answers = { ...desk.register.formContext('household_edit', 'h1').defaults, isCorrection: true, number: 45 };
  const { made } = await desk.record('household_edit', 'h1', answers);
  desk.send();
  await desk.mend(made('change_info'), { number: 46 });
  expect([desk.now('h1', 'number'), desk.now('h1', 'formerNumbers')]).toEqual([46, ['42']]);
});

test('of two fields changed together one is mended back, the other anew', async () => {
  const desk = openDesk(commune);
  const answers = { ...desk.register.formContext('household_edit', 'h1').defaults, isCorrection: true, number: 45 };
  const { made } = await desk.record('household_edit', 'h1', { ...answers, address: 'Xóm 2' });
  desk.send();
  await desk.mend(made('change_info'), { number: 42, address: 'Xóm 3' });
  expect([desk.now('h1', 'number'), desk.now('h1', 'address')]).toEqual([42, 'Xóm 3']);
  expect([desk.now('h1', 'formerNumbers') ?? null, foundAsFormer(desk, '42')]).toEqual([null, []]);
});

test('of two changes of a number the last one goes: the first old number stays', async () => {
  const desk = openDesk(commune);
  await desk.act({ is: 'renumber', numbers: { h1: 50 } });
  const second = await desk.act({ is: 'renumber', numbers: { h1: 60 } });
  expect(desk.now('h1', 'formerNumbers')).toEqual(['42', '50']);
  desk.send();
  await desk.takeBack(...second.records.filter(({ kind }) => kind === 'change_info').map(({ id }) => id));
  expect([desk.now('h1', 'number'), desk.now('h1', 'formerNumbers')]).toEqual([50, ['42']]);
});

test('a new household of a village, and somebody copied into it from the paper book: no event is counted', async () => {
  const desk = openDesk(commune);
  expect(desk.check('household_new', 'u-v1', { number: 42 })).toEqual(['household_number_taken']);
  const { made } = await desk.record('household_new', 'u-v1', { number: 77, kind: 'family', address: 'Xóm 3' });
  const [home = ''] = made('household');
  expect([desk.placeOf(home), desk.now(home, 'number')]).toEqual(['u-v1', 77]);
  const row = { fullName: 'Bùi Văn Tám', sex: 'male', birthDate: '1950', relation: 'head', marital: 'widowed' };
  const copied = await desk.record('paper_person', home, { ...row, residence: 'usual_present' });
  const [person = ''] = copied.made('person');
  expect(desk.register.get(person)).toMatchObject({
    place: 'u-v1',
    fields: { household: home, residence: 'usual_present', marital: 'widowed', status: 'active' },
  });
  expect([desk.figure('pop_end'), desk.figure('move_in'), desk.figure('review_add')]).toEqual([5, 0, 0]);
  expect(desk.check('paper_person', home, { ...row, relation: 'other', birthDate: '2015' })).toEqual([
    'row_child_married',
  ]);
  await expect(desk.record('household_new', 'u-c', { number: 78 })).rejects.toThrow('village');
});

test('the private part: an insurance number, and how she wants to be reached', async () => {
  const desk = openDesk(commune);
  const { defaults } = desk.register.formContext('person_private', 'h1', 'p2');
  const answers = { ...defaults, isCorrection: true };
  expect(desk.check('person_private', 'h1', { ...answers, insuranceNo: '12345' })).toEqual(['insurance_length']);
  await desk.record('person_private', 'h1', { ...answers, insuranceNo: '0123456789', contactWish: 'no_calls' });
  expect([desk.now('p2', 'insuranceNo'), desk.now('p2', 'contactWish')]).toEqual(['0123456789', 'no_calls']);
});

test('what waits from an earlier session is taken back as well, also a put on a put', async () => {
  const desk = openDesk(commune);
  const edit = (changed: object) =>
    desk.record('person_edit', 'h1', { ...personAnswers(desk, 'p2'), isCorrection: true, ...changed });
  await edit({ phone: '0912345678' });
  const second = await edit({ phone: '0987654321', note: 'Làm ca đêm' });
  desk.reopen();
  await desk.undo(second.transaction);
  expect([desk.now('p2', 'phone'), desk.put('p2', 'note')]).toEqual(['0912345678', null]);
  expect(desk.facts('change_info', 'p2')).toHaveLength(1);
  await desk.undo(second.transaction);
  expect(desk.now('p2', 'phone')).toBe('0912345678');
});

test('taking back a birth that was sent takes its child along; one of whom more was written since has to wait', async () => {
  const desk = openDesk(commune);
  const born = { mother: 'p2', sex: 'male', date: '2026-11-01', order: 2, deliveryPlace: 'home', multiple: false };
  const first = await desk.record('birth', 'h1', born);
  desk.send();
  await desk.takeBack(first.made('birth')[0] ?? '');
  expect(desk.register.get(first.made('person')[0] ?? '')).toBeUndefined();
  const second = await desk.record('birth', 'h1', born);
  const [child = ''] = second.made('person');
  await desk.record('newborn_screen', 'h1', { person: child, date: '2026-11-03', heart: 'normal' });
  desk.send();
  const fact = second.made('birth')[0] ?? '';
  expect((await desk.judgeTakeBack(fact)).held).toContain('Trai');
  await expect(desk.takeBack(fact)).rejects.toThrow('Hãy rút lại những việc ấy trước');
  expect([desk.now(child, 'household'), desk.figure('births')]).toEqual(['h1', 1]);
  const [screen = ''] = desk.register
    .factsAbout(child)
    .filter((id) => desk.register.get(id)?.kind === 'newborn_screen');
  await desk.takeBack(screen);
  await desk.takeBack(fact);
  expect([desk.register.get(child), desk.figure('births')]).toEqual([undefined, 0]);
});

test('taking back one twin leaves the other', async () => {
  const desk = openDesk(commune);
  const { made } = await desk.record('birth', 'h1', {
    mother: 'p2',
    sex: 'male',
    date: '2026-11-01',
    order: 2,
    deliveryPlace: 'home',
    multiple: true,
    sex2: 'female',
    hasThird: false,
  });
  await desk.takeBack(made('birth')[1] ?? '');
  expect(made('person').map((id) => desk.now(id, 'status'))).toEqual(['active', undefined]);
  expect(desk.figure('births')).toBe(1);
});
