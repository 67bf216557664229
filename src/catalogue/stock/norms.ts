import type { Norm } from '../../domain/stock/need.ts';
import type { StoreLevel } from '../../domain/stock/store.ts';

/*
 * Every number of the logistics that is not verified stands here and nowhere else. The text of Quyết định 199/QĐ-BYT
 * ngày 20/4/2009 was not found; whoever has it replaces these. Screens that use one of them say `unverifiedWords` (`unit.ts`).
 */

/** Average use looks back on three closed months. */
const window = 3;

/** By the level of a store. */
export const norms = {
  collaborator: { min: 1, max: 2, emergency: 0.5, window },
  // Nobody says; supplied by the station each month like a collaborator.
  point: { min: 1, max: 2, emergency: 0.5, window },
  station: { min: 1, max: 3, emergency: 0.5, window },
} as const satisfies { readonly [level in StoreLevel]: Norm };

interface ProductFacts {
  readonly product: string;
  /** Base units of a usual pack. */
  readonly pack: number;
  /** What one user needs in a month, by which need is foretold and users are compared with what was given. */
  readonly perMonth: number;
  /** Given first to somebody of whom nothing is known. */
  readonly usual: number;
}

export const productFacts: readonly ProductFacts[] = [
  { product: 'BCS', pack: 144, perMonth: 9, usual: 10 },
  { product: 'VUTT', pack: 3, perMonth: 1, usual: 1 },
  { product: 'VUCB', pack: 3, perMonth: 1, usual: 1 },
  { product: 'VKC', pack: 1, perMonth: 0, usual: 1 },
  { product: 'TTTT', pack: 1, perMonth: 1 / 3, usual: 1 },
  { product: 'TC1', pack: 1, perMonth: 0, usual: 1 },
  { product: 'TC2', pack: 1, perMonth: 0, usual: 1 },
  { product: 'DCTC', pack: 1, perMonth: 0, usual: 1 },
];

/** A change of the computed order by more than this share needs a reason. */
export const unexplainedChange = 0.2;

/** Of the retail price, at most this share stays with whoever sells: Thông tư liên tịch 25/2013/TTLT-BYT-BTC, Điều 6. */
export const mostKept = 0.7;

/** A village where what was given is outside these bounds of what its users need is looked at. */
export const comparedBounds = { least: 0.5, most: 2 } as const;

/** How many months one act of a method protects; `product` where it differs by what was used. Not verified either. */
export const methodLasts: readonly { readonly method: string; readonly product?: string; readonly months: number }[] = [
  { method: 'inject', months: 3 },
  { method: 'implant', product: 'TC2', months: 60 },
  { method: 'implant', months: 36 },
  { method: 'iud', months: 120 },
];
