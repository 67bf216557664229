import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fields } from '../../../src/domain/value.ts';
import type { StandingState } from '../../../src/register/register.ts';
import { hoaFamily, household, openRegister, resident, tell } from '../tale.ts';

/* A couple told on one line is one on both pages, whatever came first and whatever was looked at meanwhile. */

test('the husband’s page shows the wife who names him, and so does the sheet', () => {
  const book = openRegister(hoaFamily);
  expect(book.person('p1')?.spouse?.name).toBe('Nguyễn Thị Hoà');
  expect(book.household('h1')?.people.map(({ id, spouse }) => [id, spouse])).toEqual([
    ['p1', 'p2'],
    ['p2', 'p1'],
    ['p4', ''],
    ['p3', ''],
  ]);
});

test('what a wedding changed says whose it was, where the two were not the same before', () => {
  const told = (his: string, hers: string) => {
    const book = openRegister([
      household('h7', 7),
      resident('m', { fullName: 'Nguyễn Văn Toàn', sex: 'male', household: 'h7', marital: his }),
      resident('w', { fullName: 'Nguyễn Thị Quỳnh', sex: 'female', household: 'h7', marital: hers }),
      tell('marriage', 'x', { date: '2026-11-02', person: 'm', spouse: 'w' }),
    ]);
    const [line] = book.changes('h7');
    return line?.before.map(({ label, value }) => `${label.vi}: ${value.vi}`);
  };
  expect(told('single', 'single')).toEqual(['Tình trạng hôn nhân: Chưa kết hôn']);
  expect(told('single', 'divorced')).toEqual([
    'Tình trạng hôn nhân của Nguyễn Văn Toàn: Chưa kết hôn',
    'Tình trạng hôn nhân của Nguyễn Thị Quỳnh: Ly hôn',
  ]);
});

const people = ['a', 'b', 'c', 'd'] as const;
const anyone = fc.constantFrom(...people);
const maybe = fc.option(anyone, { nil: null });
const marital = fc.constantFrom('single', 'married', 'married', 'divorced', 'widowed');
const anyPut = fc
  .tuple(anyone, fc.record({ spouse: maybe, marital }))
  .map(([id, fields]) => tell('person', id, fields));
const anyFact = fc
  .tuple(
    fc.constantFrom('death', 'divorce', 'marriage', 'couple', 'review_remove'),
    fc.nat(5),
    fc.record({
      person: anyone,
      spouse: maybe,
      former: maybe,
      fromStart: fc.boolean(),
      day: fc.integer({ min: 1, max: 5 }),
    }),
    fc.boolean(),
  )
  .map(([kind, id, { day, former, fromStart, ...fields }, isVoid]) => {
    const more: Fields = kind === 'couple' ? { former, fromStart } : {};
    const named: Fields = kind === 'review_remove' ? { person: fields.person, reason: 'died' } : { ...fields, ...more };
    return tell(kind, `f${id} ${kind}`, { date: `2026-01-0${day}`, ...named }, { isVoid });
  });

test('heard piece by piece, with questions between, every page says what a book opened at once says', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyPut, anyFact), { maxLength: 14 }), (told: readonly StandingState[]) => {
      const start = people.map((id) => tell('person', id, { fullName: id, marital: 'married', status: 'active' }));
      const book = openRegister(start);
      const last = new Map(start.map((one) => [one.state.id, one]));
      const say = (register: typeof book) =>
        people.map((id) => [register.get(id)?.fields.spouse ?? null, register.get(id)?.fields.marital]);
      for (const one of told) {
        book.apply([one]);
        last.set(one.state.id, one);
        expect(say(book)).toEqual(say(openRegister([...last.values()])));
      }
    }),
    { numRuns: 400 },
  );
});
