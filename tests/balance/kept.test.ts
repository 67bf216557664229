import fc from 'fast-check';
import { expect, test } from 'vitest';
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

const numRuns = Number(process.env.BALANCE_CASES ?? 1_500) / 10;

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

test('taken up in a book that has gone on, they say what is counted afresh there', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyHistory,
      anyHistory,
      fc.infiniteStream(anyStanding),
      fc.infiniteStream(fc.nat()),
      async (records, others, standings, luck) => {
        const draw = () => luck.next().value ?? 0;
        const told = (some: typeof records) => some.map((one) => state(one, 'confirmed'));
        // A record never changes its kind.
        const kinds = new Map(records.map(({ id, kind }) => [id, kind]));
        const folded = bookOf(told(records), draw);
        /** The same phone with something of its own on top; what others wrote of the same people comes in between. */
        const above = (below: Book, some: typeof records): Book => {
          const written = some
            .filter(() => draw() % 3 === 0)
            .map((one) => ((kinds.get(one.id) ?? one.kind) === one.kind ? one : { ...one, id: `${one.id} anew` }))
            .map((one) => state(one, standings.next().value ?? 'waiting'));
          const left = [...below].filter(() => draw() % 9 > 0);
          return new Map([...left, ...written.map((one) => [one.state.id, one] as const)]);
        };
        const kept = {};
        const before = above(folded, others);
        const first = open(before);
        first.foresee(foreseen).advance(Number.POSITIVE_INFINITY);
        await keepCounts({ store: storeOf(folded, before, kept), register: first }, 'tests');
        expect(figures(first)).toEqual(figures(open(before)));
        const now = above(folded, others);
        const again = open(now);
        await takeUpCounts({ store: storeOf(folded, now, kept), register: again }, 'tests');
        // Nothing was left to count.
        expect(again.foresee(foreseen).isNew).toBe(false);
        const fresh = open(now);
        expect(figures(again)).toEqual(figures(fresh));
        expect(cases(again)).toEqual(cases(fresh));
      },
    ),
    { numRuns },
  );
});
