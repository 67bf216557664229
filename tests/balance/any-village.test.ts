import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { dayState } from '../../src/domain/book/timeline.ts';
import { anyHistory, places } from './any-history.ts';
import { anyVillage, days, months, villages } from './any-village.ts';
import { count, endOf, flows, rowOf } from './balance.ts';
import { liveThrough, lookBack } from './by-hand.ts';
import { shelve } from './shelf.ts';

/* Laws that hold whatever is written: indicators.md, "The balance closes", "Time and place". */

const numRuns = Number(process.env.BALANCE_CASES ?? 3_000);

test('residents at the end = residents at the start + who came − who went, in every village and month', () => {
  fc.assert(
    fc.property(anyVillage, (records) => {
      const book = shelve(records);
      for (const village of villages) {
        let before: number | undefined;
        for (const month of months) {
          const row = rowOf(book, month, [village]);
          expect(row.pop_end).toBe(endOf(row));
          expect(before ?? row.pop_start).toBe(row.pop_start);
          before = row.pop_end;
        }
      }
    }),
    { numRuns },
  );
});

test('where sheets stood in another village before, every month closes within its own boundaries', () => {
  fc.assert(
    fc.property(anyHistory, (records) => {
      const book = shelve(records.map((one) => ({ ...one, place: places[one.place] ?? '' })));
      for (const month of months) {
        for (const village of Object.values(places)) {
          const row = rowOf(book, month, [village]);
          expect(row.pop_end).toBe(endOf(row));
        }
      }
    }),
    { numRuns: Math.ceil(numRuns / 3) },
  );
});

test('villages sum to the commune, months to quarters, and nobody leaves the commune by moving within it', () => {
  fc.assert(
    fc.property(anyVillage, (records) => {
      const book = shelve(records);
      const commune = rowOf(book, '2026-Q1', villages);
      expect(commune.internal_in).toBe(commune.internal_out);
      const parts = villages.map((village) => rowOf(book, '2026-Q1', [village]));
      const byMonth = months.slice(0, 3).map((month) => rowOf(book, month, villages));
      for (const key of [...flows, 'pop_start', 'pop_end'] as const) {
        expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(commune[key]);
      }
      for (const key of flows) expect(byMonth.reduce((sum, part) => sum + part[key], 0)).toBe(commune[key]);
    }),
    { numRuns: Math.ceil(numRuns / 3) },
  );
});

test('every flow of the programme adds up over months and villages; no household stands in two of them', () => {
  fc.assert(
    fc.property(anyVillage, (records) => {
      const book = shelve(records);
      const total = (key: string, periods: readonly string[], places: readonly string[]) =>
        periods.reduce((sum, period) => sum + count(book, key, period, places), 0);
      for (const { key, rule } of catalogue.indicators.filter((one) => ['flow', 'stock'].includes(one.rule.is))) {
        const commune = total(key, ['2026-Q1'], villages);
        const parts = villages.map((village) => total(key, ['2026-Q1'], [village]));
        expect([key, parts.reduce((sum, part) => sum + part, 0)]).toEqual([key, commune]);
        if (rule.is === 'flow') expect([key, total(key, months.slice(0, 3), villages)]).toEqual([key, commune]);
      }
    }),
    { numRuns: Math.ceil(numRuns / 10) },
  );
});

test('the state of every person at every day is what a reader works out by hand, forwards and backwards', () => {
  fc.assert(
    fc.property(anyVillage, (records) => {
      const book = shelve(records);
      const [forwards, backwards] = [liveThrough(records, days), lookBack(records, days)];
      for (const day of days.filter((_, index) => index % 5 === 0 || index > 115)) {
        const lines = forwards.close(day);
        expect(backwards.close(day)).toEqual(lines);
        for (const person of book.all('person')) {
          const { sex, birthDate, ...state } = dayState(book.timeline(person), day);
          expect(state).toEqual(lines.get(person.id));
        }
      }
    }),
    { numRuns: Math.ceil(numRuns / 10) },
  );
});
