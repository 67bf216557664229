import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import type { BookRecord } from '../../src/domain/book/book.ts';
import { reportNamed } from '../../src/domain/figure/report.ts';
import type { Register, StandingState } from '../../src/register/register.ts';
import { openRegister, tell } from '../register/tale.ts';
import { anyVillage, months } from './any-village.ts';

/*
 * The same laws through the register that phone and hub hold: facts that wait or were sent back, facts taken back after
 * they were counted, records of one person joined and parted again, all heard of in any order.
 */

const numRuns = Number(process.env.BALANCE_CASES ?? 1_500) / 10;

const places: { readonly [village: string]: string } = { east: 'u-v1', west: 'u-v2' };
const rows = ['births', 'deaths', 'move_in', 'move_out', 'review_add', 'review_remove', 'pop_end'];

function state(one: BookRecord, standing: StandingState['standing'], isVoid = false): StandingState {
  const { kind, id, fields, written } = one;
  return tell(kind, id, fields, { standing, isVoid, stamp: written, place: places[one.place] ?? '' });
}

const foreseen = months.flatMap((month) => reportNamed(catalogue.reports, '01-DSX', month) ?? []);

/** The rows of the commune's month by their keys. */
function read(register: Register, period: string, place: string) {
  const table = register.report('01-DSX', period, place);
  return new Map([...table.above, ...table.rows].map(({ key, value }) => [key, value ?? Number.NaN]));
}

function figures(register: Register) {
  return months.map((month) => {
    const [commune, ...villages] = ['u-c', 'u-v1', 'u-v2'].map((place) => read(register, month, place));
    return rows.map(
      (key) => [month, key, commune?.get(key), villages.map((one) => one.get(key) ?? Number.NaN)] as const,
    );
  });
}

/** One by one; reports are read, or begun to be worked out before anybody asks and broken off, between any two of them. */
function hear(register: Register, states: readonly StandingState[], draw: () => number): void {
  let walk: ReturnType<Register['foresee']> | undefined;
  for (const one of states) {
    register.apply([one]);
    if (draw() % 4 === 0) figures(register);
    if (draw() % 2 === 0) walk = register.foresee(foreseen.slice(draw() % foreseen.length));
    walk?.advance(draw() % 3);
  }
}

/** Sheets that stood in the other village, or in this one and that, until a day of these months. */
function anyBoundaries() {
  const marks = [['u-v2 2026-02-01'], ['u-v1 2026-02-16'], ['u-v1 2026-02-01', 'u-v2 2026-03-31'], undefined];
  const any = fc.constantFrom(...marks, undefined);
  return fc
    .record({ h1: any, h2: any, h3: any })
    .map((told): { readonly [household: string]: readonly string[] | undefined } => told);
}

/**
 * A newborn joined with somebody who has stood in the book for years would be both at once: which birth date is right is
 * for a person to say, and until then no book can close over it.
 */
const anyHistory = fc.tuple(anyVillage, anyBoundaries()).map(([village, boundaries]) => {
  const records = village.map((one) => {
    const former = boundaries[one.id];
    return former === undefined ? one : { ...one, fields: { ...one.fields, formerPlaces: former } };
  });
  const hasJoin = records.some(({ kind }) => kind === 'alias');
  const isYoung = ({ kind, id, fields }: BookRecord) => kind === 'person' && id !== 'p6' && !('status' in fields);
  return records.map((one) => (hasJoin && isYoung(one) ? { ...one, fields: { ...one.fields, birthDate: '' } } : one));
});
const anyStanding = fc.constantFrom('confirmed', 'confirmed', 'waiting', 'mending');

test('however it was heard of, joined, sent back or taken back, the commune closes and its villages sum to it', () => {
  fc.assert(
    fc.property(anyHistory, fc.infiniteStream(anyStanding), fc.infiniteStream(fc.nat()), (records, standings, luck) => {
      const draw = () => luck.next().value ?? 0;
      const told = records.map((one) =>
        state(one, 'date' in one.fields ? (standings.next().value ?? 'waiting') : 'confirmed'),
      );
      const shuffled = told.map((one) => [draw(), one] as const).sort(([a], [b]) => a - b);
      const register = openRegister();
      hear(
        register,
        shuffled.map(([, one]) => one),
        draw,
      );
      const undone = records.filter(({ fields }) => 'date' in fields && draw() % 6 === 0);
      register.apply(undone.map((one) => state(one, 'confirmed', true)));
      const now = figures(register);
      const gone = new Set(undone.map(({ id }) => id));
      expect(now).toEqual(figures(openRegister(told.filter((one) => !gone.has(one.state.id)))));
      let before: number | undefined;
      for (const month of now) {
        const value = new Map(month.map(([, key, commune]) => [key, commune ?? Number.NaN]));
        const of = (key: string) => value.get(key) ?? Number.NaN;
        for (const [, key, commune, villages] of month) {
          expect([key, villages.reduce((sum, one) => sum + one, 0)]).toEqual([key, commune]);
        }
        const change =
          of('births') + of('move_in') + of('review_add') - of('deaths') - of('move_out') - of('review_remove');
        if (before !== undefined) expect(of('pop_end')).toBe(before + change);
        before = of('pop_end');
      }
    }),
    { numRuns },
  );
});
