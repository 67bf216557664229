import { expect, test } from 'vitest';
import { startReview } from '../../../../src/register/lives/reviews.ts';
import { birth, hoaFamily, lodgers, tell } from '../../../register/tale.ts';
import { openDesk } from '../clerk.ts';

/* A child's birth date was written wrongly: the birth counts on the right day, and goes back with the mending. */

const commune = [...hoaFamily, ...lodgers];
const born = { mother: 'p2', fullName: 'An', sex: 'female', date: '2026-11-20', order: 2, deliveryPlace: 'station' };
type Desk = ReturnType<typeof openDesk>;
const figures = (desk: Desk) => [desk.figure('births', '2026-11'), desk.figure('births', '2026-10')];
const edit = (desk: Desk, person: string, changed: object) => ({
  ...desk.register.formContext('person_edit', 'h1', person).defaults,
  isCorrection: true,
  ...changed,
});
const found = (desk: Desk) => {
  const run = startReview(desk.register, '', 20);
  while (!run.advance(100));
  return run.groups().flatMap(({ check, lines }) => lines.map(({ message }) => `${check}: ${message.vi}`));
};

async function mended() {
  const desk = openDesk(commune);
  const { made } = await desk.record('birth', 'h1', { ...born, multiple: false });
  const [child = ''] = made('person');
  const saved = await desk.record('person_edit', 'h1', edit(desk, child, { birthDate: '2026-10-30' }));
  return { desk, child, saved, fact: made('birth')[0] ?? '' };
}

test('the birth is dated anew with the birth date, and counts there', async () => {
  const { desk, child, fact } = await mended();
  expect(figures(desk)).toEqual([0, 1]);
  expect(desk.facts('birth', child)).toEqual([
    expect.objectContaining({ date: '2026-10-30', order: 2, deliveryPlace: 'station', replaces: fact }),
  ]);
  expect([desk.now(child, 'household'), desk.now(child, 'birthDate')]).toEqual(['h1', '2026-10-30']);
  expect(desk.register.person(child)?.changes.map(({ kind }) => kind)).toEqual(['change_info', 'birth']);
});

test('undone, at once or after a lock, the birth is what it was', async () => {
  for (const isLocked of [false, true]) {
    const { desk, child, saved } = await mended();
    if (isLocked) desk.reopen();
    await desk.undo(saved.transaction);
    expect([figures(desk), desk.now(child, 'birthDate')]).toEqual([[1, 0], '2026-11-20']);
    expect(desk.facts('birth', child)).toHaveLength(1);
  }
});

test('taken back once it was sent, by either of its lines, it is what it was', async () => {
  for (const kind of ['change_info', 'birth']) {
    const { desk, child, saved } = await mended();
    desk.send();
    await desk.takeBack(saved.made(kind).find((id) => desk.register.get(id) !== undefined) ?? '');
    expect([kind, figures(desk), desk.now(child, 'birthDate')]).toEqual([kind, [1, 0], '2026-11-20']);
    expect([desk.now(child, 'household'), desk.facts('birth', child).length]).toEqual(['h1', 1]);
  }
});

test('the mending is mended itself: one birth, on the day that is right at last', async () => {
  for (const isLocked of [false, true]) {
    const { desk, child } = await mended();
    const act = desk.written()[0]?.facts ?? [];
    const { opened, transaction } = await desk.mend(act, { birthDate: '2026-11-02' });
    expect(opened).toMatchObject({ form: 'person_edit', answers: { birthDate: '2026-10-30', isCorrection: true } });
    expect([figures(desk), desk.facts('birth', child).length]).toEqual([[1, 0], 1]);
    if (isLocked) desk.reopen();
    await desk.undo(transaction);
    const now = [figures(desk), desk.now(child, 'birthDate'), desk.facts('birth', child).length];
    expect(now).toEqual([[0, 1], '2026-10-30', 1]);
  }
});

test('only the year is known now: the birth keeps its day', async () => {
  const desk = openDesk(commune);
  const { made } = await desk.record('birth', 'h1', { ...born, multiple: false });
  await desk.record('person_edit', 'h1', edit(desk, made('person')[0] ?? '', { birthDate: '2026' }));
  expect(figures(desk)).toEqual([1, 0]);
});

test('a birth on another day than the birth date stands in Rà soát, and the edit offers to date it anew', async () => {
  const [child, fact] = birth('b1', { date: '2026-11-20', mother: 'p2', fullName: 'An', order: 2 });
  if (child === undefined || fact === undefined) throw new Error('a birth is two records');
  const moved = tell('person', 'b1-child', {
    fullName: 'An',
    sex: 'female',
    birthDate: '2026-10-30',
    relation: 'child',
  });
  const desk = openDesk([...commune, child, fact, moved]);
  expect(found(desk)).toContain('birth_date_differs: Ngày sinh 30/10/2026, mà sự kiện sinh ghi ngày 20/11/2026');
  const answers = edit(desk, 'b1-child', {});
  expect(desk.check('person_edit', 'h1', answers)).toEqual(['person_birth_fact_differs']);
  await desk.record('person_edit', 'h1', answers, ['person_birth_fact_differs']);
  expect(figures(desk)).toEqual([0, 1]);
  expect(found(desk).some((line) => line.startsWith('birth_date_differs'))).toBe(false);
});

test('a birth date after something that the person lived through is stopped', async () => {
  const desk = openDesk(commune);
  const moved = { person: ['p1'], date: '2020-01-01', toHousehold: 'h2', relation: 'other' };
  await desk.record('move_internal', 'h1', moved);
  expect(desk.say('person_edit', 'h2', edit(desk, 'p1', { birthDate: '2021-05-05' }))).toEqual([
    'Chưa đủ 15 tuổi mà không phải “Chưa kết hôn”. Đúng không?',
    'Sổ ghi việc của người này ngày 01/01/2020, trước ngày sinh vừa ghi: ghi lại ngày sinh, hoặc rút lại việc đó trước',
  ]);
  expect(desk.check('person_edit', 'h2', edit(desk, 'p1', { birthDate: '1996-05-05' }))).toEqual([]);
});

test('Rà soát: something before birth, in the future, after death; a stop of what was never begun', () => {
  const desk = openDesk([
    ...commune,
    tell('elder_check', 'e1', { date: '1980-01-01', person: 'p1' }),
    tell('marriage', 'w1', { date: '2027-01-01', person: 'p4', spouseName: 'X' }),
    tell('method_stop', 's1', { date: '2026-01-01', person: 'p2', method: 'iud' }),
    tell('death', 'd1', { date: '2026-02-01', person: 'p3' }),
    tell('elder_check', 'e2', { date: '2026-03-01', person: 'p3' }),
  ]);
  expect(found(desk)).toEqual(
    expect.arrayContaining([
      'lived_before_birth: Có ghi ngày 01/01/1980, trước ngày sinh 20/07/1995',
      'lived_in_future: Có ghi ngày 01/01/2027, sau hôm nay',
      'lived_after_end: Có ghi ngày 01/03/2026, sau ngày 01/02/2026',
      'stop_not_open: Mở trang riêng để xem',
    ]),
  );
});
