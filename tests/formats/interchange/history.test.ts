import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { lifeOf } from '../../../src/domain/book/life.ts';
import { dayState } from '../../../src/domain/book/timeline.ts';
import { daysInMonth } from '../../../src/domain/calendar/civil-date.ts';
import { evaluate, indicatorOf } from '../../../src/domain/figure/indicator.ts';
import type { Fields } from '../../../src/domain/value.ts';
import { exportBook } from '../../../src/formats/interchange/export/export-book.ts';
import { recordIdOf } from '../../../src/formats/interchange/record-id.ts';
import { stateBook } from '../../../src/formats/interchange/state-book.ts';
import { createRegister } from '../../../src/register/register.ts';
import { isFertile, isResident, isWife, nothing, type Somebody } from './invented-acts.ts';
import { book, bookAfter, bookOf, emptyKnown, knownOf, places, planOf, recordsIn, units } from './invented-book.ts';
import { inventCommune, seeds } from './invented-commune.ts';

const everywhere = new Set(units.map(({ id }) => id));
const stocks = ['w15_49_end', 'mwra_end', 'users_end', 'hh_total'];
const ofCouples = [
  'married_persons',
  'marriages',
  'premarital_couples',
  'divorced_persons',
  'new_users',
  'stop_users',
] as const;

function lastDay(month: string): string {
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`;
}

const idOf = (table: string, key: string) => (key === '' ? undefined : recordIdOf(book, table, key));

/** What is compared of somebody who is here; whoever married somebody outside holds nobody. */
function lived(one: Somebody) {
  if (one.status !== 'active') return { status: one.status };
  const spouse = one.marital === 'married' ? idOf('persons', one.spouse) : undefined;
  const { status, residence, marital, method } = one;
  return { status, residence, marital, method, home: idOf('households', one.home), spouse };
}

function told(one: Somebody, state: Fields) {
  const { status, residence, marital, method, household, spouse } = state;
  if (one.status !== 'active') return { status };
  const compared = one.marital === 'married' ? (spouse ?? undefined) : undefined;
  return { status, residence, marital, method: method ?? '', home: household, spouse: compared };
}

test('whatever happened in a commune: everybody stands at each month as they did', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const commune = inventCommune(seed, 9, 14);
      const plan = planOf(commune.files, emptyKnown);
      expect(plan.remarks.filter(({ strength }) => strength === 'refuse')).toEqual([]);
      const source = recordsIn(bookAfter(plan.drafts));
      for (const [month, people] of commune.snapshots) {
        for (const one of people.values()) {
          const record = source.get(idOf('persons', one.key) ?? '');
          const state = record === undefined ? {} : dayState(lifeOf(source, record), `${month}-31`);
          expect({ month, key: one.key, ...told(one, state) }).toEqual({ month, key: one.key, ...lived(one) });
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('every number of every month and village is what the plain books say', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const commune = inventCommune(seed, 12, 14);
      const states = bookAfter(planOf(commune.files, emptyKnown).drafts);
      const register = createRegister({ catalogue, units, today: () => '2026-06-30' });
      register.apply([...states.values()].map((state) => ({ state, standing: 'confirmed' as const })));
      for (const [month, people] of commune.snapshots) {
        for (const village of ['001', '002', '003']) {
          const { above, rows } = register.report('01-DSX', month, `u18073v${village}`);
          const value = (key: string) => [...above, ...rows].find((row) => row.key === key)?.value;
          const residents = [...people.values()].filter(
            ({ status, residence, home }) =>
              status === 'active' && residence !== 'temporary' && commune.villageOf(home) === village,
          );
          const { births, deaths, move_in, move_out, review_add, review_remove } =
            commune.tallies.get(`${month} ${village}`) ?? nothing;
          const tally = { births, deaths, move_in, move_out, review_add, review_remove };
          const counted = Object.fromEntries(Object.keys(tally).map((key) => [key, value(key)]));
          expect({ month, village, pop: value('pop_end'), ...counted }).toEqual({
            month,
            village,
            pop: residents.length,
            ...tally,
          });
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('marriages, methods and women of the whole commune are what the plain books say', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const commune = inventCommune(seed, 12, 14);
      const source = bookOf(bookAfter(planOf(commune.files, emptyKnown).drafts));
      for (const [month, people] of commune.snapshots) {
        const days = { first: `${month}-01`, last: lastDay(month) };
        const value = (key: string) => evaluate(indicatorOf(catalogue.indicators, key), source, days, everywhere).value;
        const all = [...people.values()];
        const flows = ['001', '002', '003'].map((village) => commune.tallies.get(`${month} ${village}`) ?? nothing);
        const sum = (key: keyof typeof nothing) => flows.reduce((total, tally) => total + tally[key], 0);
        const counted = Object.fromEntries([...stocks, ...ofCouples].map((key) => [key, value(key)]));
        expect({ month, ...counted }).toEqual({
          month,
          w15_49_end: all.filter((one) => isFertile(one, days.last)).length,
          mwra_end: all.filter((one) => isWife(one, days.last)).length,
          users_end: all.filter((one) => isWife(one, days.last) && one.method !== '').length,
          hh_total: new Set(all.filter(isResident).map(({ home }) => home)).size,
          ...Object.fromEntries(ofCouples.map((key) => [key, sum(key)])),
        });
      }
    }),
    { numRuns: 40 },
  );
});

test('the same files again, and the files that come out, add nothing', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { files } = inventCommune(seed, 8, 12);
      const states = bookAfter(planOf(files, emptyKnown).drafts);
      const known = knownOf(states);
      expect(planOf(files, known).drafts).toEqual([]);
      const out = exportBook({ units: places, states: states.values(), ...stateBook(catalogue, states.values()) });
      const home = planOf(
        Object.fromEntries(out.filter(({ name }) => name !== 'units').map(({ name, rows }) => [name, rows])),
        known,
      );
      expect(
        home.remarks.filter(({ strength, words }) => strength === 'refuse' || words.vi.startsWith('mã đã có')),
      ).toEqual([]);
      expect(home.drafts).toEqual([]);
      const events = out.find(({ name }) => name === 'events')?.rows ?? [];
      expect(planOf({ events }, known).drafts).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
