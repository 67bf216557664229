import type { Op } from '../sync/op.ts';
import type { Author } from './book/scribe.ts';
import { makePlaces, type SamplePlaces } from './commune.ts';
import { meanHouseholdSize } from './people/village.ts';
import { writeYears } from './years.ts';

/** `today` is a civil date: the sample knows no clock. The month of `today` holds no fact yet. */
export interface SampleOptions extends Author {
  readonly seed: number;
  readonly today: string;
  readonly communeCode: string;
  /** Households of each village, e.g. [60, 40, 50]. */
  readonly households: readonly number[];
  /** So many years before this month are told as facts, e.g. 2 or 0.5; unless said 2, of a large commune 5. */
  readonly yearsOfFacts?: number;
  /** Puts the family of Nguyễn Thị Hoà into the first village, which then keeps its households. */
  readonly hasDemoHousehold?: boolean;
}

export interface Sample extends SamplePlaces {
  /** In the order of their seq, from 1 without gaps; worked out month by month as they are read. */
  readonly ops: Iterable<Op>;
}

/** The commune that `npm start` shows: three villages, some 540 people, two years of facts. */
export const demoCommune = {
  seed: 20_251_122,
  communeCode: '99001',
  households: [60, 40, 50],
  hasDemoHousehold: true,
} as const;

/** From so many households on a commune is told for five years. */
const large = 1_000;

/** An invented commune: the same options give the same ops, byte for byte. */
export function makeSample(options: SampleOptions): Sample {
  const { communeCode, households, yearsOfFacts } = options;
  const places = makePlaces(communeCode, households.length);
  const isLarge = households.reduce((sum, count) => sum + count, 0) >= large;
  const months = Math.round((yearsOfFacts ?? (isLarge ? 5 : 2)) * 12);
  return { ...places, ops: { [Symbol.iterator]: () => writeYears(options, places, months) } };
}

/** Sizes of villages for about `people` people, 150 households to a village. */
export function villageSizes(people: number): readonly number[] {
  const households = Math.max(1, Math.round(people / meanHouseholdSize));
  const villages = Math.ceil(households / 150);
  return Array.from(
    { length: villages },
    (_, index) => Math.floor((households * (index + 1)) / villages) - Math.floor((households * index) / villages),
  );
}
