import { expect, test } from 'vitest';
import { startReview } from '../../../../src/register/lives/reviews.ts';
import { hoaFamily, household, lodgers, resident } from '../../../register/tale.ts';
import { openDesk } from '../clerk.ts';

/* Who is whose husband or wife, in whatever form it is told: both sides have it, and nobody was wed by it. */

const commune = [...hoaFamily, ...lodgers];
const row = { ethnicity: '01', education: null, residence: 'usual_present', marital: 'married' };
const an = { ...row, fullName: 'Trần Văn An', sex: 'male', birthDate: '1980-01-01', relation: 'head' };
const binh = { ...row, fullName: 'Lê Thị Bình', sex: 'female', birthDate: '1982-01-01', relation: 'spouse' };
type Desk = ReturnType<typeof openDesk>;
const spouses = (desk: Desk, ...ids: readonly string[]) => ids.map((id) => desk.now(id, 'spouse') ?? null);
const copied = async (desk: Desk, answers: object, home = 'h9') =>
  (await desk.record('paper_person', home, { ...answers })).made('person')[0] ?? '';
const found = (desk: Desk) => {
  const run = startReview(desk.register, '', 20);
  while (!run.advance(100));
  return run.groups().map(({ check }) => check);
};

test('copied from paper, the second line says whose wife she is: both have it', async () => {
  const desk = openDesk([household('h9', 9)]);
  const husband = await copied(desk, an);
  expect(desk.register.formContext('paper_person', 'h9').choices.spouse?.map(({ value }) => value)).toEqual([husband]);
  const wife = await copied(desk, { ...binh, spouse: husband });
  expect(spouses(desk, husband, wife)).toEqual([wife, husband]);
  expect([found(desk), desk.figure('married_persons')]).toEqual([[], 0]);
});

test('typed as head and spouse, in either order, with nothing said: they are a couple', async () => {
  for (const lines of [
    [an, binh],
    [binh, an],
  ]) {
    const desk = openDesk([household('h9', 9)]);
    const [first = '', second = ''] = [await copied(desk, lines[0] ?? {}), await copied(desk, lines[1] ?? {})];
    expect(spouses(desk, first, second)).toEqual([second, first]);
    await desk.record('death', 'h9', { person: first, date: '2026-11-10' });
    expect(desk.now(second, 'marital')).toBe('widowed');
  }
});

test('a head who is widowed, or married to somebody already, is not given a wife by it', async () => {
  const desk = openDesk([household('h9', 9)]);
  const head = await copied(desk, { ...an, marital: 'widowed' });
  const other = await copied(desk, binh);
  expect(spouses(desk, head, other)).toEqual([null, null]);
  const second = openDesk(commune);
  const more = await copied(second, { ...binh, sex: 'female' }, 'h1');
  expect(spouses(second, 'p1', more)).toEqual(['p2', null]);
});

test('whom a new line names as spouse is married by the book, and to nobody else', async () => {
  const desk = openDesk([...commune, household('h9', 9)]);
  expect(desk.check('paper_person', 'h1', { ...binh, relation: 'other', spouse: 'p4' })).toEqual([
    'spouse_not_married',
  ]);
  expect(desk.check('paper_person', 'h1', { ...an, relation: 'other', spouse: 'p2' })).toEqual(['spouse_of_other']);
  expect(desk.check('paper_person', 'h1', { ...an, relation: 'other', spouse: 'p1' })).toEqual([
    'spouse_of_other',
    'couple_same_sex',
  ]);
  expect(desk.say('paper_person', 'h1', { ...binh, relation: 'other', spouse: 'p4' })).toEqual([
    'Theo sổ, người này không có vợ/chồng. Mới cưới thì ghi “Kết hôn”; sổ ghi sai thì sửa tình trạng hôn nhân của người ấy trước',
  ]);
});

test('a wife who moves in to join her husband: both have it, and it is no wedding', async () => {
  const alone = resident('s1', { fullName: 'Nam', sex: 'male', birthDate: '1990', household: 'h3', relation: 'head' });
  const desk = openDesk([household('h3', 50), alone]);
  const { made } = await desk.record('move_in', 'h3', { ...binh, date: '2026-11-03', wasHere: false, from: 'Huế' });
  const [wife = ''] = made('person');
  expect(spouses(desk, 's1', wife)).toEqual([wife, 's1']);
  expect([desk.figure('move_in'), desk.figure('married_persons')]).toEqual([1, 0]);
});

test('her wedding named nobody; when he moves in, he is the husband of that wedding', async () => {
  const desk = openDesk(commune);
  await desk.record('death', 'h1', { person: 'p1', date: '2026-02-10' });
  await desk.record('marriage', 'h1', {
    person: 'p2',
    date: '2026-05-15',
    spouseFrom: 'elsewhere',
    spouseName: 'Ai Khác',
    closeKin: null,
    premaritalCheck: null,
  });
  expect(spouses(desk, 'p2')).toEqual([null]);
  const { made, transaction } = await desk.record('move_in', 'h1', {
    ...an,
    fullName: 'Ai Khác',
    relation: 'other',
    date: '2026-11-03',
    wasHere: false,
    spouse: 'p2',
  });
  const [husband = ''] = made('person');
  expect(spouses(desk, 'p2', husband)).toEqual([husband, 'p2']);
  expect(desk.facts('couple', 'p2')).toMatchObject([{ date: '2026-05-15' }]);
  await desk.undo(transaction);
  expect(spouses(desk, 'p2')).toEqual([null]);
});

const unlinked = [
  household('h9', 9),
  resident('a', { fullName: 'An', sex: 'male', birthDate: '1980', household: 'h9', relation: 'head' }),
  resident('b', { fullName: 'Bình', sex: 'female', birthDate: '1982', household: 'h9', relation: 'spouse' }),
  resident('c', { fullName: 'Cúc', sex: 'female', birthDate: '1985', household: 'h9', relation: 'other' }),
];

test('Rà soát: married and nobody named; “Nối vợ chồng” offers who stands beside the head', async () => {
  const desk = openDesk(unlinked);
  expect(found(desk)).toEqual(['spouse_missing']);
  const { defaults, choices } = desk.register.formContext('couple', 'h9', 'a');
  expect([defaults.spouse, choices.spouse?.map(({ label }) => label)]).toEqual(['b', ['Bình']]);
  const saved = await desk.record('couple', 'h9', { person: 'a', spouse: 'b' });
  expect(spouses(desk, 'a', 'b')).toEqual(['b', 'a']);
  expect(desk.figure('married_persons')).toBe(0);
  const death = await desk.record('death', 'h9', { person: 'b', date: '2026-01-10' });
  expect(desk.now('a', 'marital')).toBe('widowed');
  await desk.undo(death.transaction);
  await desk.takeBack(saved.made('couple')[0] ?? '');
  expect([...spouses(desk, 'a', 'b'), desk.now('a', 'marital')]).toEqual([null, null, 'married']);
});

test('a wrong spouse is mended in the line of either, told as a change, and undone', async () => {
  const desk = openDesk([
    ...unlinked,
    resident('d', { fullName: 'Dũng', sex: 'male', birthDate: '1981', spouse: 'b' }),
  ]);
  expect(spouses(desk, 'd', 'b')).toEqual(['b', 'd']);
  const edit = (person: string) => desk.register.formContext('person_edit', 'h9', person).defaults;
  expect(edit('b').spouse).toBe('d');
  const answers = { ...edit('b'), isCorrection: true, spouse: 'a' };
  const saved = await desk.record('person_edit', 'h9', answers);
  expect(spouses(desk, 'a', 'b', 'd')).toEqual(['b', 'a', null]);
  const [line] = desk.register.changes('h9');
  expect([line?.label.vi, line?.people.map(({ name }) => name)]).toEqual(['Ghi vợ chồng', ['Bình', 'An', 'Dũng']]);
  await desk.undo(saved.transaction);
  expect(spouses(desk, 'a', 'b', 'd')).toEqual([null, 'd', 'b']);
});

test('emptied, both sides are; left alone, nothing is', async () => {
  const desk = openDesk(commune);
  const answers = { ...desk.register.formContext('person_edit', 'h1', 'p1').defaults, isCorrection: true };
  expect(await desk.stopped('person_edit', 'h1', answers)).toEqual(['nothing_changed']);
  await desk.record('person_edit', 'h1', {
    person: 'p1',
    isCorrection: true,
    fullName: 'Trần Văn Đức',
    phone: '0912345678',
  });
  expect(spouses(desk, 'p1', 'p2')).toEqual(['p2', 'p1']);
  await desk.record('person_edit', 'h1', { ...answers, spouse: null });
  expect(spouses(desk, 'p1', 'p2')).toEqual([null, null]);
});

test('a marital status that was wrong is mended with the spouse; one who turns out single has none', async () => {
  const wrong = resident('e', { fullName: 'Em', sex: 'female', birthDate: '1984', household: 'h9', marital: 'single' });
  const desk = openDesk([...unlinked, wrong]);
  const edit = (person: string) => ({ ...desk.register.formContext('person_edit', 'h9', person).defaults });
  expect(desk.check('person_edit', 'h9', { ...edit('e'), isCorrection: true, spouse: 'a' })).toEqual([
    'couple_self_not_married',
  ]);
  const answers = { ...edit('e'), isCorrection: true, marital: 'married', spouse: 'a' };
  await desk.record('person_edit', 'h9', answers);
  expect([...spouses(desk, 'a', 'e'), desk.now('e', 'marital')]).toEqual(['e', 'a', 'married']);
  await desk.record('person_edit', 'h9', { ...edit('e'), isCorrection: true, marital: 'single' });
  expect([...spouses(desk, 'a', 'e'), desk.now('e', 'marital')]).toEqual([null, null, 'single']);
});

test('nobody is linked with herself', () => {
  expect(openDesk(unlinked).check('couple', 'h9', { person: 'a', spouse: 'a' })).toContain('spouse_is_self');
});

test('a divorce written with the husband, whom no line named, counts and parts both', async () => {
  const desk = openDesk(commune);
  await desk.record('divorce', 'h1', { person: 'p1', date: '2026-11-10' });
  expect([desk.figure('divorced_persons'), desk.now('p1', 'marital'), desk.now('p2', 'marital')]).toEqual([
    2,
    'divorced',
    'divorced',
  ]);
});
