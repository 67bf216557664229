import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptSince } from '../../../src/formats/interchange/plan/kept-since.ts';
import { traceOf, undoDrafts } from '../../../src/formats/interchange/plan/undo.ts';
import { recordIdOf } from '../../../src/formats/interchange/record-id.ts';
import { isAlive, seenOf, shown } from '../../../src/sync/records/merge.ts';
import { book, bookAfter, emptyKnown, knownOf, planOf } from './invented-book.ts';
import { inventCommune, seeds } from './invented-commune.ts';
import { people, rows, takenOneByOne, twoHouses } from './told-files.ts';

/* An undo brings back exactly what was, whatever the import wrote over it. */

type States = ReturnType<typeof bookAfter>;
type Files = Parameters<typeof planOf>[0];

/** What a reader of the book sees: living records, their places, their values. */
function seen(states: States): readonly unknown[] {
  const living = [...states.values()].filter(isAlive);
  const lines = living.map((state) => {
    const values = Object.keys(state.fields).flatMap((field) => {
      const value = shown(state, field);
      return value === null || value === undefined ? [] : [[field, value] as const];
    });
    return [state.id, state.kind, state.place.value, Object.fromEntries(values)] as const;
  });
  return lines.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The book after an import, and after its undo. */
function takenAndBack(files: Files, before: States) {
  const { drafts } = planOf(files, before.size === 0 ? emptyKnown : knownOf(before));
  const trace = traceOf(drafts, (id) => before.get(id));
  const after = bookAfter(drafts, before);
  const undo = undoDrafts(trace, (id) => after.get(id)).flat();
  return { drafts, after, back: bookAfter(undo, after) };
}

const two = people(`A,H1,Đinh Thị Thơm,head,female,1990-05-03,single,usual_present,active,,
  B,H2,Đinh Văn Thảo,head,male,1960,single,usual_present,active,,`);
const movedIn = (date: string, houses = twoHouses) => ({
  households: houses,
  persons: two,
  events: rows(`event_key,kind,date,person_key,household_key\nE1,move_in,${date},B,H2`),
});

/** The first import of the two houses, and the id of one of its people. */
function firstOf(key: string) {
  const { drafts } = planOf(movedIn('2026-02-12'), emptyKnown);
  return { id: recordIdOf(book, 'persons', key), drafts, trace: traceOf(drafts, () => undefined) };
}

/** Living people. */
function names(states: States): readonly unknown[] {
  const living = [...states.values()].filter((state) => state.kind === 'person' && isAlive(state));
  return living.map((state) => shown(state, 'fullName')).sort();
}

describe('an undo', () => {
  test('of a file that mended the date of an event: the old fact stands again', () => {
    const { states } = takenOneByOne(movedIn('2026-02-12'));
    const { drafts, back } = takenAndBack(movedIn('2026-02-14'), states);
    expect(drafts.length).toBeGreaterThan(0);
    expect(seen(back)).toEqual(seen(states));
    expect(planOf(movedIn('2026-02-12'), knownOf(back)).drafts).toEqual([]);
  });

  test('of a file that moved a household to another village: the household, its people and their facts stand as before', () => {
    const { states } = takenOneByOne(movedIn('2026-02-12'));
    const elsewhere = rows('household_key,village_code,household_no,kind\nH2,003,77,family');
    const { after, back } = takenAndBack({ households: elsewhere }, states);
    const places = [...after.values()].map(({ kind, place }) => `${kind} ${place.value}`);
    expect(places).toEqual(expect.arrayContaining(['household u18073v003', 'person u18073v003', 'move_in u18073v003']));
    expect(seen(back)).toEqual(seen(states));
  });

  test('of a first file: nobody is left, and the same file comes again whole', () => {
    const { back } = takenAndBack(movedIn('2026-02-12'), new Map());
    expect(seen(back)).toEqual([]);
    expect(planOf(movedIn('2026-02-12'), knownOf(back)).remarks.map(({ why }) => why)).toEqual([]);
  });

  test('leaves alone what somebody mended after the import', () => {
    const { states } = takenOneByOne({ households: twoHouses, persons: two });
    const phone = rows('household_key,village_code,household_no,kind,phone\nH1,001,1,family,0912345678');
    const drafts = planOf({ households: phone }, knownOf(states)).drafts;
    const trace = traceOf(drafts, (id) => states.get(id));
    const [first] = trace;
    const mended = bookAfter(
      [
        {
          kind: 'household',
          id: first?.id ?? '',
          place: 'u18073v001',
          put: { phone: '0987654321' },
          seen: {
            phone: [...(bookAfter(drafts, states).get(first?.id ?? '')?.fields.phone ?? [])].map(({ op }) => op),
          },
        },
      ],
      bookAfter(drafts, states),
    );
    expect(undoDrafts(trace, (id) => mended.get(id))).toEqual([]);
  });

  test('keeps who was mended by hand since, with the household; the rest goes', () => {
    const { id, drafts, trace } = firstOf('A');
    const before = bookAfter(drafts);
    const seen = seenOf(before.get(id), ['fullName']);
    const mended = { kind: 'person', id, place: 'u18073v001', put: { fullName: 'Đinh Thị Thơm Hương' }, seen };
    const after = bookAfter([mended], before);
    const kept = keptSince(trace, [...after.values()]);
    const back = bookAfter(undoDrafts(trace, (one) => after.get(one), kept).flat(), after);
    expect(names(back)).toEqual(['Đinh Thị Thơm Hương']);
    expect([...back.values()].filter((state) => state.kind === 'household' && isAlive(state))).toHaveLength(1);
  });

  test('keeps nobody because a village was joined to another meanwhile', () => {
    const { drafts, trace } = firstOf('A');
    const before = bookAfter(drafts);
    const sheets = [...before.values()].filter(({ kind }) => kind === 'household');
    const joined = sheets.map(({ id }) => {
      const put = { village: 'u18073v003', formerPlaces: ['u18073v001 2026-06-01'] };
      return { kind: 'household', id, place: 'u18073v003', put };
    });
    const after = bookAfter(joined, before);
    expect([...keptSince(trace, [...after.values()])]).toEqual([]);
  });

  test('of a file taken in again after an undo keeps what was written since as well', () => {
    const { id, drafts, trace } = firstOf('A');
    const taken = bookAfter(drafts);
    const gone = bookAfter(undoDrafts(trace, (one) => taken.get(one)).flat(), taken);
    const again = planOf(movedIn('2026-02-12'), knownOf(gone)).drafts;
    const secondTrace = traceOf(again, (one) => gone.get(one));
    const child = { fullName: 'Đinh Bảo', sex: 'male', birthDate: '2026-05-01', mother: id };
    const after = bookAfter(
      [{ kind: 'person', id: 'child1', place: 'u18073v001', put: child }],
      bookAfter(again, gone),
    );
    const kept = keptSince(secondTrace, [...after.values()]);
    const back = bookAfter(undoDrafts(secondTrace, (one) => after.get(one), kept).flat(), after);
    expect(names(back)).toEqual(['Đinh Bảo', 'Đinh Thị Thơm']);
  });

  test('of cards that opened a point of the station; taken in again it is the same point', () => {
    const heading = 'movement_key,date,store,product,channel,lot,expiry,type,quantity,person_key,unit_price,reason';
    const line = 'M1,2026-05-02,point:Trạm cũ,BCS,free,B1,2028-06,opening,30,,,';
    const files = { stock: [heading.split(','), line.split(',')] };
    const before: States = new Map();
    const { after, back } = takenAndBack(files, before);
    expect([...after.values()].filter(isAlive).map(({ kind }) => kind)).toEqual(['stock_point', 'stock_movement']);
    expect(seen(back)).toEqual([]);
    const again = bookAfter(planOf(files, knownOf(back)).drafts, back);
    expect(seen(again)).toEqual(seen(after));
  });

  test('of any later file of any commune', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [first, whole] = [inventCommune(seed, 6, 5), inventCommune(seed, 6, 9)];
        const before = bookAfter(planOf(first.files, emptyKnown).drafts);
        const { back } = takenAndBack(whole.files, before);
        expect(seen(back)).toEqual(seen(before));
      }),
      { numRuns: 20 },
    );
  });
});
