import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import type { Condition } from '../../../src/domain/condition.ts';
import { villageSizes } from '../../../src/register/lives/village-sizes.ts';
import { birth, hoaFamily, household, openRegister, resident, tell } from '../tale.ts';

/* Lists of people by what matters. */

const register = openRegister([
  ...hoaFamily,
  household('h2', 7, 'u-v2'),
  household('h3', 8),
  resident('e1', { fullName: 'Bế Văn Cả', birthDate: '1950-02-02', household: 'h2' }),
  resident('t1', { fullName: 'Lò Thị Hoa', birthDate: '2001-01-15', household: 'h2', residence: 'temporary' }),
  resident('w1', {
    fullName: 'Lò Văn Xa',
    birthDate: '1999-01-15',
    household: 'h2',
    residence: 'usual_absent',
    awaySince: '2026-01-05',
  }),
  resident('w2', {
    fullName: 'Lò Văn Gần',
    birthDate: '1999',
    household: 'h2',
    residence: 'usual_absent',
    awaySince: '2026-11-05',
  }),
  resident('l1', { fullName: 'Lò Văn Đi', birthDate: '1980-02-02', household: 'h2', status: 'left' }),
  tell('death', 'd1', { date: '2026-03-03', person: 'p3' }),
  ...birth('b1', { date: '2026-11-02', mother: 'p2' }),
  ...birth('b2', { date: '2026-01-02', mother: 'p2' }),
  tell('visit', 'v1', { date: '2026-10-10', household: 'h1', kind: 'home' }),
  tell('visit', 'v2', { date: '2026-01-10', household: 'h2', kind: 'home' }),
]);
const ids = (filter: string, place = '') => register.people(filter, place, 20).rows.map(({ id }) => id);

test('each list holds whom it says, in the order of the paper', () => {
  expect(Object.fromEntries(register.filters().map(({ key }) => [key, ids(key)]))).toEqual({
    elders: ['e1'],
    newborns: ['b1-child'],
    infants: ['b1-child', 'b2-child'],
    under_6: ['b1-child', 'b2-child', 'p4'],
    temporary: ['t1'],
    away: ['w2', 'w1'],
    away_long: ['w1'],
    birth_date_incomplete: ['w2'],
    unseen: ['h2'],
    left: ['l1'],
    died_this_year: ['p3'],
  });
});

test('of one village, and no more than asked for', () => {
  expect(ids('under_6', 'u-v2')).toEqual([]);
  expect(ids('away', 'u-v2')).toEqual(['w2', 'w1']);
  expect(register.people('under_6', 'u-v1', 2)).toMatchObject({
    total: 3,
    rows: [{ id: 'b1-child' }, { id: 'b2-child' }],
  });
});

test('no list asks for anything sensitive', () => {
  const hidden = catalogue.records.flatMap(({ kind, isSensitive, fields }) => [
    ...(isSensitive ? [kind] : []),
    ...fields.filter((field) => field.isSensitive).map(({ key }) => key),
  ]);
  const paths = (condition: Condition) =>
    [...JSON.stringify(condition).matchAll(/"path":"([^"]+)"/g)].map(([, path]) => path ?? '');
  expect(hidden).toContain('pregnancy');
  for (const { where } of catalogue.filters)
    for (const path of paths(where)) expect(path.split('.').filter((name) => hidden.includes(name))).toEqual([]);
});

test('whoever lives at a place, by sex, by age, by a part of the name or the household’s number', () => {
  const book = openRegister([
    ...hoaFamily,
    household('h2', 7, 'u-v2'),
    resident('e1', { fullName: 'Bế Văn Cả', sex: 'male', birthDate: '1950-02-02', household: 'h2' }, { place: 'u-v2' }),
    resident('e2', { fullName: 'Bế Thị Hoà', sex: 'female', household: 'h2' }, { place: 'u-v2' }),
    tell('move_out', 'm1', { date: '2026-05-01', person: 'p1' }),
  ]);
  const blank = { place: '', sex: '', from: null, to: null, text: '' };
  const on = (asked: Partial<Parameters<typeof book.somePeople>[0]>) =>
    book.somePeople({ ...blank, ...asked }, 20).rows.map(({ id }) => id);
  expect(new Set(on({}))).toEqual(new Set(['p2', 'p3', 'p4', 'e1', 'e2']));
  expect(new Set(on({ place: 'u-v2' }))).toEqual(new Set(['e1', 'e2']));
  expect(on({ sex: 'female', from: 15, to: 49 })).toEqual(['p2']);
  expect(on({ from: 61 })).toEqual(['p3', 'e1']);
  expect(on({ to: 5 })).toEqual(['p4']);
  expect(on({ text: 'hoa' })).toEqual(['p2', 'e2']);
  expect(new Set(on({ text: '7' }))).toEqual(new Set(['e1', 'e2']));
});

test('lists by what is sensitive stand apart: who is pregnant, unscreened, uses which method', () => {
  const book = openRegister([
    ...hoaFamily,
    ...birth('b1', { date: '2026-10-01', mother: 'p2', fullName: 'Trần Bảo An' }),
    resident('w2', { fullName: 'Vi Thị Na', sex: 'female', birthDate: '1990-01-01', household: 'h1', method: 'pill' }),
    resident('w3', { fullName: 'Vi Thị Sáu', sex: 'female', birthDate: '1975-01-01', household: 'h1', method: 'pill' }),
    tell('pregnancy', 'g1', { date: '2026-09-01', person: 'w2' }),
  ]);
  const on = (key: string, of = book) => of.privatePeople(key, '', 9).rows.map(({ id }) => id);
  expect(on('pregnant')).toEqual(['w2']);
  expect(on('pregnant_unscreened')).toEqual(['w2']);
  expect(on('newborn_unscreened')).toEqual(['b1-child']);
  expect([on('uses_pill'), on('uses_iud')]).toEqual([['w2'], []]);
  expect(book.privatePeople('pregnant', 'u-v2', 9).total).toBe(0);
  book.apply([
    tell('prenatal_screen', 's1', { date: '2026-09-10', person: 'w2' }),
    tell('newborn_screen', 's2', { date: '2026-10-03', person: 'b1-child' }),
  ]);
  expect([on('pregnant'), on('pregnant_unscreened'), on('newborn_unscreened')]).toEqual([['w2'], [], []]);
  expect(on('stopped')).toEqual([]);
  book.apply([tell('method_stop', 's3', { date: '2026-09-20', person: 'w2', method: 'pill' })]);
  expect([on('stopped'), on('uses_pill')]).toEqual([['w2'], []]);
  book.apply([tell('method_start', 's4', { date: '2026-10-20', person: 'w2', method: 'condom' })]);
  expect(on('stopped')).toEqual([]);
  // Not to be had among the open lists, whatever is asked for.
  expect(() => book.people('pregnant', '', 9)).toThrow('no list');
  expect(book.filters().map(({ key }) => key)).not.toContain('pregnant');
});

test('a village is as large as its list says: who left or died is not counted, an empty one is told too', () => {
  for (const { place, households, people } of villageSizes(register.folk)) {
    const list = register.village(place);
    const livedIn = list.households.filter((one) => one.people > 0);
    expect([place, households, people]).toEqual([place, livedIn.length, list.people]);
  }
  const [, second] = villageSizes(register.folk);
  // Of five written down in household 7 one moved away.
  expect(second).toEqual({ place: 'u-v2', households: 1, people: 4 });
});

test('a household that all have left stays in the list, and is counted no more', () => {
  const book = openRegister([
    household('e1', 8),
    household('e2', 9),
    resident('e3', { fullName: 'Đỗ Thị Na', sex: 'female', birthDate: '1980', household: 'e1' }),
    tell('move_internal', 'em', { date: '2026-11-01', person: 'e3', toHousehold: 'e2' }),
  ]);
  const [first] = villageSizes(book.folk);
  expect(first).toEqual({ place: 'u-v1', households: 1, people: 1 });
  expect(book.village('u-v1').households.map(({ householdNumber, people }) => [householdNumber, people])).toEqual([
    ['8', 0],
    ['9', 1],
  ]);
});
