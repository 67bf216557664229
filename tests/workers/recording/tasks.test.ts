import { expect, test } from 'vitest';
import { hoaFamily, lodgers, resident } from '../../register/tale.ts';
import { openDesk } from './clerk.ts';

/* What a task asks can be answered, and the answer ends it. */

const commune = [...hoaFamily, ...lodgers];
const open = (desk: ReturnType<typeof openDesk>, who: string) =>
  desk.register
    .tasks('', 99)
    .tasks.filter(({ person }) => person === who)
    .map(({ definition }) => definition);

test('asked about, still away: the task goes; taken back, it stands again', async () => {
  const desk = openDesk(commune);
  await desk.record('away', 'h1', { person: 'p1', date: '2026-03-01', awayWhere: 'Bình Dương', awayWhy: null });
  expect(open(desk, 'p1')).toEqual(['away_long']);
  const { made } = await desk.record('confirm_away', 'h1', { person: 'p1', date: '2026-11-20' });
  expect(open(desk, 'p1')).toEqual([]);
  expect(desk.facts('confirmation', 'p1')).toEqual([{ person: 'p1', date: '2026-11-20', about: 'away', asked: [] }]);
  await desk.takeBack(made('confirmation')[0] ?? '');
  expect(open(desk, 'p1')).toEqual(['away_long']);
});

test('a return that was sent and is taken back: away again, since when and where as before', async () => {
  const desk = openDesk(commune);
  await desk.record('away', 'h1', {
    person: 'p1',
    date: '2026-03-01',
    awayWhere: 'Bình Dương',
    awayWhy: 'làm công nhân',
  });
  const { made } = await desk.record('back', 'h1', { person: 'p1', date: '2026-05-01' });
  expect(desk.register.person('p1')?.fields.map(({ field }) => field)).not.toContain('awayWhere');
  desk.send();
  await desk.takeBack(made('change_info')[0] ?? '');
  expect(desk.now('p1', 'residence')).toBe('usual_absent');
  expect(desk.register.person('p1')?.fields).toMatchObject(
    expect.arrayContaining(
      [
        { field: 'awaySince', value: { vi: '01/03/2026' } },
        { field: 'awayWhere', value: { vi: 'Bình Dương' } },
      ].map((line) => expect.objectContaining(line)),
    ),
  );
  expect(open(desk, 'p1')).toEqual(['away_long']);
});

test('who goes away anew is not said to be where the last absence was', async () => {
  const desk = openDesk(commune);
  await desk.record('away', 'h1', { person: 'p1', date: '2026-03-01', awayWhere: 'Bình Dương' });
  await desk.record('back', 'h1', { person: 'p1', date: '2026-05-01' });
  await desk.record('away', 'h1', { person: 'p1', date: '2026-11-01' });
  expect([desk.put('p1', 'awaySince'), desk.put('p1', 'awayWhere')]).toEqual(['2026-11-01', null]);
});

test('somebody of whom a file says only that she is away: asked since when, and that is an answer', async () => {
  const away = resident('w1', {
    fullName: 'Vi Thị Sen',
    household: 'h1',
    birthDate: '2000-01-02',
    residence: 'usual_absent',
  });
  const desk = openDesk([...commune, away]);
  expect(open(desk, 'w1')).toEqual(['away_undated']);
  await desk.record('away', 'h1', { person: 'w1', date: '2026-09-01' });
  expect([open(desk, 'w1'), desk.facts('change_info', 'w1')]).toEqual([[], []]);
});

test('a girl who turned 15 is met at a visit to the household: the visit names her, and the task goes', async () => {
  const desk = openDesk(commune);
  const { made } = await desk.record('visit', 'h1', {
    date: '2026-11-20',
    kind: 'home',
    topics: [],
    person: ['p4', 'p3'],
  });
  expect(made('visit')).toHaveLength(2);
  expect(desk.facts('visit', 'p4')).toMatchObject([{ household: 'h1', person: 'p4' }]);
});
