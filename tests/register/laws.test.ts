import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { dateOfDay, dayNumber } from '../../src/domain/calendar/civil-date.ts';
import { readPeriod } from '../../src/domain/calendar/period.ts';
import { evaluate, indicatorOf } from '../../src/domain/figure/indicator.ts';
import type { Register, StandingState } from '../../src/register/register.ts';
import { bookOf, record } from '../domain/beehive.ts';
import { birth, household, openRegister, resident } from './tale.ts';

/* Laws that hold for whatever was born to whom, in whatever order it is heard of. */

const homes = [household('h1', 1), household('h2', 2), household('h3', 1, 'u-v2'), household('h4', 9, 'u-v2')];
const newYear = dayNumber('2026-01-01');

const anyPerson = fc.record({
  household: fc.constantFrom('h1', 'h2', 'h3', 'h4'),
  sex: fc.constantFrom('male', 'female'),
  residence: fc.constantFrom('usual_present', 'usual_absent', 'temporary'),
  status: fc.constantFrom('active', 'active', 'active', 'left', 'dead'),
});
const anyBirth = fc.record({
  date: fc.integer({ min: -40, max: 400 }).map((day) => dateOfDay(newYear + day)),
  household: fc.constantFrom('h1', 'h2', 'h3', 'h4'),
  sex: fc.constantFrom('male', 'female'),
  residence: fc.constantFrom('usual_present', 'temporary'),
});
const telling = fc.constantFrom({}, {}, {}, { isVoid: true }, { standing: 'waiting' as const });

const anyHistory: fc.Arbitrary<readonly StandingState[]> = fc
  .tuple(fc.array(anyPerson, { maxLength: 12 }), fc.array(fc.tuple(anyBirth, telling), { maxLength: 20 }))
  .map(([people, births]) => [
    ...homes,
    ...people.map((fields, index) => resident(`p${index}`, { fullName: `Người ${index}`, ...fields })),
    ...births.flatMap(([fields, how], index) => birth(`b${index}`, fields, how)),
  ]);

const months = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`);

/** The catalogue's indicators over the same records, straight from the engine: a second road to each number. */
function countBook(states: readonly StandingState[], key: string, text: string, places: readonly string[]) {
  const alive = states.filter(({ state }) => state.life.length === 0);
  const records = alive.map(({ state }) => {
    const fields = Object.entries(state.fields).map(([field, heads]) => [field, heads[0]?.value ?? null] as const);
    return record(state.kind, state.id, Object.fromEntries(fields), String(state.place.value));
  });
  const period = readPeriod(text);
  if (!period.ok) throw new Error(text);
  const indicator = indicatorOf(catalogue.indicators, key);
  return evaluate(indicator, bookOf(records, catalogue), period.value, new Set(places)).value ?? Number.NaN;
}

function rows(states: readonly StandingState[], period: string, place: string): { readonly [key: string]: number } {
  const table = openRegister(states).report('01-DSX', period, place);
  return Object.fromEntries([...table.above, ...table.rows].map((one) => [one.key, one.value ?? Number.NaN]));
}

test('the balance closes: residents at the end = residents at the start + births, month by month', () => {
  fc.assert(
    fc.property(anyHistory, fc.constantFrom(...months, '2026-Q1', '2026'), (states, period) => {
      const count = (key: string) => countBook(states, key, period, ['u-v1', 'u-v2']);
      expect(count('pop_end')).toBe(count('pop_start') + count('births'));
      for (const village of ['u-v1', 'u-v2']) {
        const here = (key: string) => countBook(states, key, period, [village]);
        expect(here('pop_end')).toBe(here('pop_start') + here('births'));
      }
    }),
    { numRuns: 150 },
  );
});

test("villages sum to the commune, and the register's table says what the engine says", () => {
  fc.assert(
    fc.property(anyHistory, fc.constantFrom(...months), (states, month) => {
      const [commune, one, other] = ['u-c', 'u-v1', 'u-v2'].map((place) => rows(states, month, place));
      for (const [key, value] of Object.entries(commune ?? {})) {
        expect((one?.[key] ?? 0) + (other?.[key] ?? 0)).toBe(value);
        expect(value).toBe(countBook(states, key, month, ['u-v1', 'u-v2']));
      }
      expect((commune?.births_m ?? 0) + (commune?.births_f ?? 0)).toBe(commune?.births);
    }),
    { numRuns: 100 },
  );
});

test('months sum to the quarter and to the year so far', () => {
  fc.assert(
    fc.property(anyHistory, fc.constantFrom(1, 2, 3, 4), (states, quarter) => {
      const register = openRegister(states);
      const births = (period: string) => register.report('01-DSX', period, 'u-c').rows[0];
      const inMonths = months.slice(quarter * 3 - 3, quarter * 3).map((month) => births(month)?.value ?? 0);
      expect(births(`2026-Q${quarter}`)?.value).toBe(inMonths.reduce((sum, value) => sum + value, 0));
      const soFar = months.slice(0, quarter * 3).map((month) => births(month)?.value ?? 0);
      expect(births(`2026-Q${quarter}`)?.cumulative).toBe(soFar.reduce((sum, value) => sum + value, 0));
      expect(births('2026')?.value).toBe(births('2026-12')?.cumulative);
    }),
    { numRuns: 100 },
  );
});

test('a number is as long as its list, and the list never names one record twice', () => {
  fc.assert(
    fc.property(anyHistory, fc.constantFrom(...months), (states, month) => {
      const register = openRegister(states);
      const table = register.report('01-DSX', month, 'u-c');
      for (const { row, value } of [...table.above, ...table.rows]) {
        const cases = register.cases('01-DSX', row, month, 'u-c');
        expect(cases).toHaveLength(value ?? -1);
        expect(new Set(cases.map((one) => one.record)).size).toBe(cases.length);
      }
    }),
    { numRuns: 100 },
  );
});

test('the order of arrival does not matter, nor how the records were bundled, nor when somebody looked', () => {
  const anyOrder = anyHistory.chain((states) =>
    fc.tuple(
      fc.constant(states),
      fc.shuffledSubarray([...states], { minLength: states.length, maxLength: states.length }),
      fc.integer({ min: 1, max: 7 }),
    ),
  );
  fc.assert(
    fc.property(anyOrder, fc.constantFrom(...months), ([states, shuffled, bundle], month) => {
      const atOnce = openRegister(states);
      const bitByBit = openRegister();
      for (let start = 0; start < shuffled.length; start += bundle) {
        bitByBit.apply(shuffled.slice(start, start + bundle));
        bitByBit.report('01-DSX', month, 'u-c');
      }
      for (const place of ['u-c', 'u-v1', 'u-v2']) {
        expect(bitByBit.report('01-DSX', month, place)).toEqual(atOnce.report('01-DSX', month, place));
        expect(bitByBit.cases('01-DSX', '4', month, place)).toEqual(atOnce.cases('01-DSX', '4', month, place));
        expect(bitByBit.village(place)).toEqual(atOnce.village(place));
      }
      expect(homes.map(({ state }) => bitByBit.household(state.id))).toEqual(
        homes.map(({ state }) => atOnce.household(state.id)),
      );
      expect(bitByBit.search('nguoi 1', 50)).toEqual(atOnce.search('nguoi 1', 50));
    }),
    { numRuns: 150 },
  );
});

test('what is kept of a quarter lists whom a fresh count lists, households and groups of age too', () => {
  fc.assert(
    fc.property(anyHistory, fc.array(fc.nat(), { maxLength: 6 }), (states, picks) => {
      const kept = openRegister(states);
      const rowsOf = (register: Register) => {
        const { above, rows } = register.wholeReport('02-DSX', '2026-Q2', 'u-c');
        return [...above, ...rows].map(({ row, value }) => [row, value] as const);
      };
      const lists = (register: Register) =>
        rowsOf(register).flatMap(([row]) =>
          ['u-c', 'u-v2'].map((place) => register.cases('02-DSX', row, '2026-Q2', place)),
        );
      lists(kept);
      const gone = new Set(picks.map((pick) => states[pick % states.length]));
      const left = states.filter((one) => !gone.has(one));
      kept.remove([...gone].map((one) => one?.state.id ?? ''));
      const fresh = openRegister(left);
      expect(rowsOf(kept)).toEqual(rowsOf(fresh));
      expect(lists(kept)).toEqual(lists(fresh));
    }),
    { numRuns: 60 },
  );
});

test('applying the same records again, or taking one out and putting it back, changes nothing', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), (states, pick) => {
      const register = openRegister(states);
      const before = register.report('01-DSX', '2026-06', 'u-c');
      const one = states[pick % states.length];
      if (one === undefined) return;
      register.remove([one.state.id]);
      register.report('01-DSX', '2026-06', 'u-c');
      register.apply([one, ...states]);
      expect(register.report('01-DSX', '2026-06', 'u-c')).toEqual(before);
    }),
    { numRuns: 100 },
  );
});
