import { expect, test } from 'vitest';
import type { StandingState } from '../../../src/register/register.ts';
import { birth, hoaFamily, tell } from '../tale.ts';
import { keys, openOn } from './on-day.ts';

/* From a pregnancy that is known to a birth that was asked for. */

const an = birth('b1', { date: '2026-11-01', mother: 'p2', fullName: 'Trần Bảo An' });

test('a pregnancy is to be screened, then its birth asked for; the home list says a name and a household only', () => {
  const pregnant = tell('pregnancy', 'g1', { date: '2026-02-01', person: 'p2', number: 2 });
  expect(keys('2026-03-01', pregnant)).toEqual(['pregnant_unscreened p2']);
  expect(
    keys('2026-03-01', pregnant, tell('prenatal_screen', 's1', { date: '2026-02-20', person: 'p2', week: 12 })),
  ).toEqual([]);
  expect(keys('2026-11-10', pregnant)).toEqual(['birth_due_by_date p2']);
  expect(
    keys('2026-11-10', pregnant, an, tell('newborn_screen', 's1', { date: '2026-11-04', person: 'b1-child' })),
  ).toEqual([]);
  expect(keys('2026-03-01', pregnant, tell('miscarriage', 'x1', { date: '2026-02-25', person: 'p2' }))).toEqual([]);
  const [task] = openOn('2026-03-01', [...hoaFamily, pregnant])
    .tasks('', 5)
    .tasks.filter((one) => one.person === 'p2');
  expect(task).toMatchObject({
    name: 'Nguyễn Thị Hoà',
    householdNumber: '42',
    villageName: 'Thôn Đông',
    due: '2026-02-01',
  });
});

test('who lost a child without being named is called on once after the birth was due, and not again', () => {
  const pregnant = tell('pregnancy', 'g1', { date: '2026-02-01', person: 'p2', number: 2 });
  const lost = tell('miscarriage', 'x1', { date: '2026-04-01', ageGroup: '20_39' });
  const called = (date: string) => tell('visit', 'v2', { date, household: 'h1', person: 'p2', kind: 'home' });
  expect(keys('2026-11-10', pregnant, lost)).toEqual(['birth_due_by_date p2']);
  // A call of before says nothing of the birth.
  expect(keys('2026-11-10', pregnant, lost, called('2026-10-31'))).toEqual(['birth_due_by_date p2']);
  expect(keys('2026-11-10', pregnant, lost, called('2026-11-09'))).toEqual([]);
  const listed = (...told: readonly StandingState[]) =>
    openOn('2026-11-10', [...hoaFamily, pregnant, ...told])
      .privatePeople('pregnant', '', 9)
      .rows.map(({ id }) => id);
  expect([listed(), listed(called('2026-11-09'))]).toEqual([['p2'], []]);
  const byWeek = tell('pregnancy', 'g1', { date: '2026-05-01', person: 'p2', week: 8 });
  const screened = tell('prenatal_screen', 's1', { date: '2026-06-01', person: 'p2', week: 12 });
  expect(keys('2026-12-13', byWeek, screened, called('2026-12-11'))).toEqual([]);
});

test('a birth is due by the week of gestation where one is written down, and says so', () => {
  // Told on 1 May in week 8: forty weeks are over on 11 December.
  const told = tell('pregnancy', 'g1', { date: '2026-05-01', person: 'p2', week: 8 });
  const screened = tell('prenatal_screen', 's1', { date: '2026-06-01', person: 'p2', week: 12 });
  expect(keys('2026-12-11', told, screened)).toEqual([]);
  expect(keys('2026-12-12', told, screened)).toEqual(['birth_due p2']);
  const [task] = openOn('2026-12-12', [...hoaFamily, told, screened])
    .tasks('', 5)
    .tasks.filter((one) => one.person === 'p2');
  expect([task?.due, task?.reason.vi]).toEqual(['2026-12-11', expect.stringContaining('theo tuần thai')]);
  // Only the screen tells a week: 20 weeks on 1 July. One of an earlier pregnancy tells nothing.
  const late = tell('pregnancy', 'g2', { date: '2026-06-20', person: 'p2' });
  const week20 = tell('prenatal_screen', 's2', { date: '2026-07-01', person: 'p2', week: 20 });
  const before = tell('prenatal_screen', 's0', { date: '2024-07-01', person: 'p2', week: 38 });
  expect(keys('2026-11-18', late, week20, before)).toEqual([]);
  expect(keys('2026-11-19', late, week20, before)).toEqual(['birth_due p2']);
  // Nobody knows the week: nine months after it was written down, and the reason says that.
  expect(keys('2027-03-21', late)).toEqual(['birth_due_by_date p2']);
  expect(keys('2026-12-12', told)).toEqual(['birth_due p2']);
});
