import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTallies, type Tallies } from '../../../server/figures/tallies.ts';
import { catalogue } from '../../../src/catalogue/index.ts';
import type { BookRecord } from '../../../src/domain/book/book.ts';
import { type Period, readPeriod } from '../../../src/domain/calendar/period.ts';
import { evaluate } from '../../../src/domain/figure/indicator.ts';
import type { HeldBook } from '../../../src/register/held.ts';
import { createRegister, type Register, type StandingState } from '../../../src/register/register.ts';
import { anyVillage, months } from '../../balance/any-village.ts';
import { tell, units } from '../../register/tale.ts';

/*
 * A hub keeps what every month comes to, and mends it record by record. However the book was heard of, and whatever was
 * mended, moved or taken back in it meanwhile, that is what counting all of it anew comes to.
 */

const numRuns = Number(process.env.BALANCE_CASES ?? 1_500) / 20;

const villages: { readonly [name: string]: string } = { east: 'u-v1', west: 'u-v2' };
const places = new Map([
  ['u-c', new Set(['u-c', 'u-v1', 'u-v2'])],
  ['u-v1', new Set(['u-v1'])],
  ['u-v2', new Set(['u-v2'])],
]);
const keys = catalogue.indicators.map(({ key }) => key);

function periodOf(text: string): Period {
  const period = readPeriod(text);
  if (!period.ok) throw new Error(period.error);
  return period.value;
}

interface Kept {
  readonly register: Register;
  readonly book: HeldBook;
  readonly tallies: Tallies;
}

function openKept(): Kept {
  let found: Omit<Kept, 'register'> | undefined;
  const alongside = (book: HeldBook) => {
    found = { book, tallies: createTallies(book) };
    return found.tallies;
  };
  const register = createRegister({ catalogue, units, today: () => '2026-05-01', alongside });
  if (found === undefined) throw new Error('nothing stands alongside');
  return { register, ...found };
}

const asTold = (one: BookRecord, isVoid = false): StandingState =>
  tell(one.kind, one.id, one.fields, { stamp: one.written, place: villages[one.place] ?? '', isVoid });

/** A household stands in the other village, by mistake before or since a day, is no family, or is taken back; a person or a fact is taken back, or stands again. */
interface Mending {
  readonly at: number;
  readonly is: 'moved' | 'rezoned' | 'collective' | 'void' | 'again';
}
const anyMending: fc.Arbitrary<Mending> = fc.record({
  at: fc.nat(),
  is: fc.constantFrom('moved', 'rezoned', 'collective', 'void', 'again'),
});

function mended(one: BookRecord, { is }: Mending): StandingState {
  if (is === 'void' || is === 'again') return asTold(one, is === 'void');
  if (one.kind !== 'household') return asTold({ ...one, fields: { ...one.fields, sex: 'female' } });
  const other = one.place === 'east' ? 'west' : 'east';
  if (is === 'moved') return asTold({ ...one, place: other });
  const formerPlaces = [`${villages[one.place]} 2026-02-16`];
  if (is === 'rezoned') return asTold({ ...one, place: other, fields: { ...one.fields, formerPlaces } });
  return asTold({ ...one, fields: { ...one.fields, kind: 'collective' } });
}

test('what is kept and mended of a month is what a full recount comes to', () => {
  const order = fc.infiniteStream(fc.nat());
  fc.assert(
    fc.property(anyVillage, fc.array(anyMending, { maxLength: 12 }), order, (records, mendings, luck) => {
      const draw = () => luck.next().value ?? 0;
      const told = records.map((one) => [draw(), asTold(one)] as const).sort(([a], [b]) => a - b);
      const changes = mendings.flatMap((mending) => {
        const one = records[mending.at % records.length];
        return one === undefined ? [] : mended(one, mending);
      });
      const states = [...told.map(([, state]) => state), ...changes];
      const { register, tallies } = openKept();
      for (const state of states) {
        register.apply([state]);
        if (draw() % 5 === 0) tallies.cells(keys, periodOf(months[draw() % months.length] ?? ''), places);
      }
      const anew = openKept();
      anew.register.apply([...new Map(states.map((state) => [state.state.id, state])).values()]);
      for (const month of months) {
        const period = periodOf(month);
        const recount = [...places].flatMap(([place, covered]) =>
          catalogue.indicators.map((indicator) => {
            const { value } = evaluate(indicator, anew.book, period, covered);
            return { place, indicator: indicator.key, value };
          }),
        );
        expect(tallies.cells(keys, period, places)).toEqual(recount);
        expect(register.report('01-DSX', month, 'u-c')).toEqual(anew.register.report('01-DSX', month, 'u-c'));
      }
    }),
    { numRuns },
  );
});
