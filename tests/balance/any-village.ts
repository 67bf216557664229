import fc from 'fast-check';
import { catalogue } from '../../src/catalogue/index.ts';
import type { BookRecord } from '../../src/domain/book/book.ts';
import { dateOfDay, dayNumber } from '../../src/domain/calendar/civil-date.ts';
import type { Fields, Value } from '../../src/domain/value.ts';

/*
 * Small communes in which anything at all is written down about a few people, possible or not: somebody who left dies,
 * a resident moves in, a child is born twice, a grown man is adopted, everything on one day.
 */

export const villages = ['east', 'west'] as const;
const first = dayNumber('2026-01-01');
/** Four months and a day on either side. */
export const days: readonly string[] = Array.from({ length: 122 }, (_, day) => dateOfDay(first - 1 + day));
export const months = ['2026-01', '2026-02', '2026-03', '2026-04'] as const;

const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'] as const;
const homes: readonly BookRecord[] = [home('h1', 'east'), home('h2', 'east'), home('h3', 'west')];

function home(id: string, place: string): BookRecord {
  return { kind: 'household', id, place, fields: { number: 1, kind: 'family' }, written: [0, 0] };
}

/** Days that meet often, so that much falls on one. */
const anyDay = fc
  .oneof(fc.constantFrom(5, 6, 31, 32, 60), fc.integer({ min: 0, max: 119 }))
  .map((day) => dateOfDay(first + day));
const anyone = fc.constantFrom(...people);
const maybe = <Some extends Value>(some: fc.Arbitrary<Some>) => fc.option(some, { nil: null, freq: 4 });
/** h9 is in no book; whoever lives there counts where they were written. */
const anyHome = fc.constantFrom('h1', 'h1', 'h2', 'h3', 'h3', 'h9');
const anyResidence = fc.constantFrom('usual_present', 'usual_absent', 'temporary');
const anyMarital = fc.constantFrom('single', 'married', 'widowed');
const anyMethod = fc.constantFrom('iud', 'pill');

const anyFields: fc.Arbitrary<Fields> = fc.record({
  person: anyone,
  child: anyone,
  mother: maybe(anyone),
  spouse: maybe(anyone),
  former: maybe(anyone),
  spouseFormer: maybe(anyone),
  fromStart: fc.boolean(),
  other: anyone,
  household: maybe(anyHome),
  toHousehold: anyHome,
  residence: maybe(anyResidence),
  marital: maybe(anyMarital),
  method: anyMethod,
  field: fc.constantFrom('residence', 'residence', 'marital', 'phone'),
  new: fc.oneof(anyResidence, anyResidence, anyMarital, fc.constant('')),
  order: fc.integer({ min: 1, max: 4 }),
  reason: fc.constantFrom('died', 'gone', 'twice'),
  premaritalCheck: fc.boolean(),
  closeKin: maybe(fc.boolean()),
});

const factKinds = catalogue.records.filter(({ nature }) => nature === 'fact');
const effective = factKinds.filter(({ effects = [] }) => effects.length > 0);

const anyFact: fc.Arbitrary<Omit<BookRecord, 'id'>> = fc
  .tuple(fc.constantFrom(...effective, ...effective, ...factKinds), anyDay, anyFields, fc.integer({ min: 0, max: 9 }))
  .map(([{ kind, fields: known }, date, given, counter]) => {
    const kept = Object.entries(given).filter(([key]) => known.some((field) => field.key === key));
    return { kind, place: 'east', fields: { ...Object.fromEntries(kept), date }, written: [0, counter] };
  });

/** Who stands in the book from the start, was born long before or nobody knows when; a newborn has no such values. */
const anyOpening: fc.Arbitrary<Fields> = fc.record({
  sex: fc.constantFrom('male', 'female'),
  birthDate: fc.constantFrom('1960', '1996-02-29', '2008-03', '2025-12-31', ''),
  household: maybe(anyHome),
  residence: anyResidence,
  marital: anyMarital,
  spouse: maybe(anyone),
  method: maybe(anyMethod),
  status: fc.constantFrom('active', 'active', 'active', 'left', 'dead'),
});
const anyNewcomer: fc.Arbitrary<Fields> = fc.record({
  sex: fc.constantFrom('male', 'female'),
  birthDate: fc.oneof(anyDay, fc.constantFrom('1990-05', '')),
});

const anyPerson = fc.tuple(fc.oneof(anyOpening, anyOpening, anyNewcomer), fc.constantFrom(...villages));

/** Somebody has values from the start and, on the same day, a birth fact too: both tell of one beginning. */
const anyNewborn = anyOpening.map((fields) => [{ ...fields, birthDate: dateOfDay(first) }, 'east'] as const);
const bornOnFirstDay: BookRecord = {
  kind: 'birth',
  id: 'born',
  place: 'east',
  fields: { date: dateOfDay(first), child: 'p6', household: 'h3', residence: 'usual_present' },
  written: [0, 5],
};

/** Homes, people, and facts in the order given; some were taken back, and are not there. */
export const anyVillage: fc.Arbitrary<readonly BookRecord[]> = fc
  .tuple(
    fc.tuple(...people.slice(1).map(() => anyPerson), anyNewborn),
    fc.array(fc.tuple(anyFact, fc.nat(9)), { maxLength: 14 }),
  )
  .map(([persons, facts]) => [
    ...homes,
    bornOnFirstDay,
    ...persons.map(([fields, place], index) => ({
      kind: 'person',
      id: people[index] ?? '',
      place,
      fields,
      written: [0, 0] as const,
    })),
    ...facts.flatMap(([fact, luck], index) => (luck === 0 ? [] : [{ ...fact, id: `f${index}` }])),
  ]);
