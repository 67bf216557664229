import { expect, test } from 'vitest';
import { birth, hoaFamily, household, lodgers, openRegister, resident, tell } from './tale.ts';

const minh = birth('b0', { date: '2026-02-10', mother: 'q2', sex: 'male', fullName: 'Minh', household: 'h3' });
const an = birth('b1', { date: '2026-11-20', mother: 'p2', fullName: 'An', multiple: true });
const binh = birth('b2', { date: '2026-11-20', mother: 'p2', sex: 'male', fullName: 'Bình' }, { standing: 'waiting' });
const lam = birth('b3', { date: '2026-11-05', mother: 'q1', residence: 'temporary', household: 'h2', fullName: 'Lam' });
const neighbours = [
  household('h3', 7, 'u-v1'),
  resident('q2', { fullName: 'Vi Thị Sen', sex: 'female', birthDate: '1999', household: 'h3', relation: 'head' }),
];
const all = [...hoaFamily, ...lodgers, ...neighbours, ...minh, ...an, ...binh, ...lam];
const register = openRegister(all);

const figures = (place: string, period = '2026-11', book = register) => {
  const table = book.report('01-DSX', period, place);
  return [...table.above, ...table.rows].slice(0, 4).map((one) => [one.key, one.value, one.cumulative, one.waiting]);
};

test('the month of the commune: births, boys and girls, since 1 January, and the population above', () => {
  expect(figures('u-c')).toEqual([
    ['pop_end', 8, 8, 1],
    ['births', 2, 3, 1],
    ['births_m', 1, 2, 1],
    ['births_f', 1, 1, 0],
  ]);
});

test('the table says what it is', () => {
  expect(register.report('01-DSX', '2026-11', 'u-c')).toMatchObject({
    form: '01-DSX',
    formSet: 'TT01-2022',
    period: '2026-11',
    place: 'u-c',
    placeName: 'Xã Hương Mẫu',
  });
});

test("a temporary mother's child is in no population figure", () => {
  expect(figures('u-v2').map(([, value]) => value)).toEqual([0, 0, 0, 0]);
  expect(register.get('b3-child')?.fields.residence).toBe('temporary');
});

test('every number opens: as many cases as it says, in the order of the paper', () => {
  const twins = register.cases('01-DSX', '4', '2026-11', 'u-c');
  expect(twins.map((one) => [one.record, one.householdNumber, one.villageName, one.date, one.sex, one.name])).toEqual([
    ['b1', '42', 'Thôn Đông', '2026-11-20', 'female', 'An'],
    ['b2', '42', 'Thôn Đông', '2026-11-20', 'male', 'Bình'],
  ]);
  const people = register.cases('01-DSX', 'pop_end', '2026-11', 'u-c');
  expect(people.map(({ householdNumber }) => Number(householdNumber))).toEqual([7, 7, 42, 42, 42, 42, 42, 42]);
  expect(register.cases('01-DSX', '99', '2026-11', 'u-c')).toEqual([]);
});

test('state is as it was: before the birth the child is not there', () => {
  expect(figures('u-v1', '2026-10').map(([, value]) => value)).toEqual([6, 0, 0, 0]);
  expect(figures('u-v1', '2026-01').map(([, value]) => value)).toEqual([5, 0, 0, 0]);
});

test('a birth that was taken back counts nowhere, one that was sent back neither until it is mended', () => {
  const book = openRegister(all);
  expect(figures('u-c', '2026-11', book)[1]).toEqual(['births', 2, 3, 1]);
  book.apply(birth('b2', { date: '2026-11-20', mother: 'p2', sex: 'male' }, { standing: 'mending' }));
  expect(figures('u-c', '2026-11', book).slice(0, 2)).toEqual([
    ['pop_end', 7, 7, 0],
    ['births', 1, 2, 0],
  ]);
  book.apply(birth('b2', { date: '2026-11-20', mother: 'p2', sex: 'male' }));
  expect(figures('u-c', '2026-11', book)[0]).toEqual(['pop_end', 8, 8, 0]);
  book.apply(birth('b2', { date: '2026-11-20', mother: 'p2' }, { isVoid: true }));
  expect(figures('u-c', '2026-11', book).slice(0, 2)).toEqual([
    ['pop_end', 7, 7, 0],
    ['births', 1, 2, 0],
  ]);
});

test('a report that was already asked for follows each later record', () => {
  const book = openRegister(hoaFamily);
  const seen = [figures('u-c', '2026-11', book).map(([, value]) => value)];
  const say = () => seen.push(figures('u-c', '2026-11', book).map(([, value]) => value));
  for (const state of [...an, ...minh, ...neighbours.toReversed()]) {
    book.apply([state]);
    say();
  }
  expect(seen.at(-1)).toEqual(
    figures('u-c', '2026-11', openRegister([...hoaFamily, ...an, ...minh, ...neighbours])).map(([, value]) => value),
  );
  // The sex is mended on the child, not on the birth.
  book.apply([tell('person', 'b1-child', { fullName: 'An', sex: 'male', birthDate: '2026-11-20' })]);
  say();
  expect(seen.at(-1)).toEqual([7, 1, 1, 0]);
  book.remove(['b1']);
  say();
  expect(seen.at(-1)).toEqual([6, 0, 0, 0]);
});

test('when a household turns out to stand in another village, its people count there', () => {
  const book = openRegister(all);
  expect(figures('u-v2', '2026-11', book)[0]?.[1]).toBe(0);
  book.apply([household('h1', 42, 'u-v2')]);
  expect(figures('u-v2', '2026-11', book).map(([, value]) => value)).toEqual([6, 2, 1, 1]);
  expect(figures('u-c', '2026-11', book)).toEqual(figures('u-c'));
});

test('an unknown form or period is a bug of the caller', () => {
  expect(() => register.report('99-DSX', '2026-11', 'u-c')).toThrow('99-DSX');
  expect(() => register.report('01-DSX', 'November', 'u-c')).toThrow('November');
});

test('when a household leaves the book, its people count at their own place: nothing is lost', () => {
  const book = openRegister([household('h1', 42, 'u-v2'), ...hoaFamily.filter(({ state }) => state.id !== 'h1')]);
  const people = () => ['u-v1', 'u-v2'].map((village) => figures(village, '2026-11', book)[0]?.[1]);
  expect(people()).toEqual([0, 4]);
  book.remove(['h1']);
  expect(people()).toEqual([4, 0]);
});

test('a birth that was sent back is not counted even for a child who lives here otherwise', () => {
  const baby = resident('p9', { fullName: 'Trần Thị Bé', household: 'h1', birthDate: '2026-11-01' });
  const book = openRegister([...hoaFamily, baby]);
  const fact = { date: '2026-11-01', child: 'p9', household: 'h1', residence: 'usual_present' };
  book.apply([tell('birth', 'b9', fact, { standing: 'waiting' })]);
  expect(figures('u-c', '2026-11', book)[1]).toEqual(['births', 1, 1, 1]);
  book.apply([tell('birth', 'b9', fact, { standing: 'mending' })]);
  expect(figures('u-c', '2026-11', book)[1]).toEqual(['births', 0, 0, 0]);
});

test('a number waits while the child behind it waits, though the birth is confirmed', () => {
  const book = openRegister([...hoaFamily, ...an]);
  expect(figures('u-c', '2026-11', book)[1]).toEqual(['births', 1, 1, 0]);
  book.apply([tell('person', 'b1-child', { fullName: 'An', sex: 'female' }, { standing: 'waiting' })]);
  expect(figures('u-c', '2026-11', book)[1]).toEqual(['births', 1, 1, 1]);
});

test('of every number so many wait as its list shows', () => {
  const waits = { standing: 'waiting' } as const;
  const book = openRegister([
    ...hoaFamily,
    ...lodgers,
    resident('w1', { fullName: 'Lê Thị Na', sex: 'female', birthDate: '1990-05', household: 'h1' }, waits),
    ...birth('b2', { date: '2026-11-20', mother: 'p2', sex: 'male', fullName: 'Bình' }, waits),
    tell('method_start', 'm1', { date: '2026-10-03', person: 'p2', method: 'pill' }, waits),
  ]);
  const { above, rows } = book.wholeReport('02-DSX', '2026-Q4', 'u-c');
  const told = [...above, ...rows].filter(({ waiting }) => waiting > 0);
  expect(told.length).toBeGreaterThan(20);
  const isWaiting = (id: string) => book.folk.book.waiting.has(id);
  for (const { key, waiting } of [...above, ...rows]) {
    const list = book.cases('02-DSX', key, '2026-Q4', 'u-c');
    expect([key, list.filter(({ record, person }) => isWaiting(record) || isWaiting(person)).length]).toEqual([
      key,
      waiting,
    ]);
  }
});
