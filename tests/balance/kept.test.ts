import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BookRecord } from '../../src/domain/book/book.ts';
import type { Register, StandingState } from '../../src/register/register.ts';
import type { SinceFold } from '../../src/store/confirmed/beside.ts';
import { keepCounts, takeUpCounts } from '../../src/workers/answering/foreseen/kept-counts.ts';
import { openRegister } from '../register/tale.ts';
import { anyHistory, anyStanding, figures, foreseen, state } from './any-history.ts';
import { months } from './any-village.ts';

/*
 * What reports rest on is kept from one opening to the next, as the last fold has the records. Whatever waited then, and
 * whatever came, went or was taken back since: a report says what it says to whoever counts afresh.
 */

const numRuns = Number(process.env.BALANCE_CASES ?? 1_500) / 15;

type Book = ReadonlyMap<string, StandingState>;
type KeepingStore = Parameters<typeof keepCounts>[0]['store'];

/** The store of a phone whose last fold has `folded`, and which shows `shown`. */
function storeOf(folded: Book, shown: Book, kept: { bytes?: Uint8Array<ArrayBuffer> }): KeepingStore {
  const ids = [...new Set([...folded.keys(), ...shown.keys()])].filter((id) => folded.get(id) !== shown.get(id));
  const since: SinceFold = new Map(ids.map((id) => [id, folded.get(id)?.state]));
  const store: Pick<KeepingStore, 'openBeside' | 'keepBeside' | 'lacksBeside' | 'shown' | 'standing'> = {
    openBeside: async () => kept.bytes && { bytes: kept.bytes, since: () => since },
    async keepBeside(_, make) {
      const bytes = await make(since);
      if (bytes !== undefined) kept.bytes = bytes;
    },
    lacksBeside: () => kept.bytes === undefined,
    shown: (id) => shown.get(id)?.state,
    standing: (id) => shown.get(id)?.standing ?? 'confirmed',
  };
  return store as KeepingStore;
}

const open = (book: Book): Register => openRegister([...book.values()]);

/** What figures rest on, person by person. */
function cases(register: Register) {
  return months.flatMap((month) =>
    ['births', 'move_in', 'pop_end', 'households_end'].map((row) => register.cases('01-DSX', row, month, 'u-c')),
  );
}

/** Nobody left out: as they stand after so much luck, some unheard of, some taken back. */
function bookOf(told: readonly StandingState[], draw: () => number): Book {
  const heard = told.flatMap((one) => {
    const luck = draw() % 8;
    if (luck === 0) return [];
    const { life, ...rest } = one.state;
    const isUndone = luck === 1 && 'date' in rest.fields;
    return [
      isUndone ? { ...one, state: { ...one.state, life: [{ ...rest.place, value: { reason: 'ghi nhầm' } }] } } : one,
    ];
  });
  return new Map(heard.map((one) => [one.state.id, one]));
}

/** As phones name them: by device and number, or by a hash. */
function named(some: readonly BookRecord[], ids: Map<string, string>): readonly BookRecord[] {
  const idOf = (value: unknown) => (typeof value === 'string' ? (ids.get(value) ?? value) : value);
  return some.map((one) => JSON.parse(JSON.stringify(one), (_, value) => idOf(value)));
}

test('kept and taken up again and again in a book that goes on, they say what is counted afresh there', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyHistory,
      anyHistory,
      fc.infiniteStream(anyStanding),
      fc.infiniteStream(fc.nat()),
      async (some, more, standings, luck) => {
        const draw = () => luck.next().value ?? 0;
        const all = [...new Set([...some, ...more].map(({ id }) => id)), 'h9'];
        const ids = new Map(draw() % 3 === 0 ? [] : all.map((id, at) => [id, `d${at % 3}.${at + 1}`]));
        const [records, others] = [named(some, ids), named(more, ids)];
        // A record never changes its kind.
        const kinds = new Map(records.map(({ id, kind }) => [id, kind]));
        /** The same phone with something of its own on top; what others wrote of the same people comes in between. */
        const above = (below: Book, written: readonly BookRecord[]): Book => {
          const told = written
            .filter(() => draw() % 3 === 0)
            .map((one) => ((kinds.get(one.id) ?? one.kind) === one.kind ? one : { ...one, id: `${one.id}9` }))
            .map((one) => state(one, standings.next().value ?? 'waiting'));
          const left = [...below].filter(() => draw() % 9 > 0);
          return new Map([...left, ...told.map((one) => [one.state.id, one] as const)]);
        };
        const kept = {};
        let folded = bookOf(
          records.map((one) => state(one, 'confirmed')),
          draw,
        );
        const first = above(folded, others);
        let register = open(first);
        register.foresee(foreseen).advance(Number.POSITIVE_INFINITY);
        await keepCounts({ store: storeOf(folded, first, kept), register }, 'tests', foreseen);
        expect(figures(register)).toEqual(figures(open(first)));
        for (let round = 0; round < 2; round += 1) {
          const now = above(folded, others);
          register = open(now);
          await takeUpCounts({ store: storeOf(folded, now, kept), register }, 'tests');
          // Nothing was left to count.
          expect(register.foresee(foreseen).isNew).toBe(false);
          if (draw() % 2 === 0) expect(cases(register)).toEqual(cases(open(now)));
          // It goes on while the book is open, and what is confirmed is folded.
          const then = above(now, records);
          register.remove([...now.keys()].filter((id) => !then.has(id)));
          register.apply([...then.values()].filter((one) => now.get(one.state.id) !== one));
          folded = new Map([...then].filter(([, { standing }]) => standing === 'confirmed'));
          await keepCounts({ store: storeOf(folded, then, kept), register }, 'tests', foreseen, true);
          const fresh = open(then);
          expect(figures(register)).toEqual(figures(fresh));
          expect(cases(register)).toEqual(cases(fresh));
        }
      },
    ),
    { numRuns },
  );
});
