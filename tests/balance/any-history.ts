import fc from 'fast-check';
import { catalogue } from '../../src/catalogue/index.ts';
import type { BookRecord } from '../../src/domain/book/book.ts';
import { reportNamed } from '../../src/domain/figure/report.ts';
import type { Register, StandingState } from '../../src/register/register.ts';
import { tell } from '../register/tale.ts';
import { anyVillage, months } from './any-village.ts';
import { flows } from './balance.ts';

/* The small communes as phone and hub hear of them, and what a register says of their months. */

export const places: { readonly [village: string]: string } = { east: 'u-v1', west: 'u-v2' };
const rows = [...flows, 'pop_start', 'pop_end'];

export function state(one: BookRecord, standing: StandingState['standing'], isVoid = false): StandingState {
  const { kind, id, fields, written } = one;
  return tell(kind, id, fields, { standing, isVoid, stamp: written, place: places[one.place] ?? '' });
}

export const foreseen = months.flatMap((month) => reportNamed(catalogue.reports, '01-DSX', month) ?? []);

/** The rows of the commune's month by their keys. */
function read(register: Register, period: string, place: string) {
  const table = register.report('01-DSX', period, place);
  return new Map([...table.above, ...table.rows].map(({ key, value }) => [key, value ?? Number.NaN]));
}

export function figures(register: Register) {
  return months.map((month) => {
    const [commune, ...villages] = ['u-c', 'u-v1', 'u-v2'].map((place) => read(register, month, place));
    return rows.map(
      (key) => [month, key, commune?.get(key), villages.map((one) => one.get(key) ?? Number.NaN)] as const,
    );
  });
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
export const anyHistory = fc.tuple(anyVillage, anyBoundaries()).map(([village, boundaries]) => {
  const records = village.map((one) => {
    const former = boundaries[one.id];
    return former === undefined ? one : { ...one, fields: { ...one.fields, formerPlaces: former } };
  });
  const hasJoin = records.some(({ kind }) => kind === 'alias');
  const isYoung = ({ kind, id, fields }: BookRecord) => kind === 'person' && id !== 'p6' && !('status' in fields);
  return records.map((one) => (hasJoin && isYoung(one) ? { ...one, fields: { ...one.fields, birthDate: '' } } : one));
});
export const anyStanding = fc.constantFrom('confirmed', 'confirmed', 'waiting', 'mending');
