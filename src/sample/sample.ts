import type { Op } from '../sync/op.ts';
import { dateOfDay, dayNumber, monthStart } from './calendar.ts';
import { makePlaces, type SamplePlaces } from './commune.ts';
import { makeDemoHousehold } from './demo-household.ts';
import { type Author, type BirthWindow, writeHousehold } from './household-ops.ts';
import { makeRandom } from './random.ts';
import { drawVillage, meanHouseholdSize } from './village.ts';

/** `today` is a civil date: the sample knows no clock. The month of `today` holds no birth. */
export interface SampleOptions extends Author {
  readonly seed: number;
  readonly today: string;
  readonly communeCode: string;
  /** Households of each village, e.g. [60, 40, 50]. */
  readonly households: readonly number[];
  /** Births of so many whole months before this one are facts. */
  readonly monthsOfBirths: number;
  /** Puts the family of Nguyễn Thị Hoà into the first village. */
  readonly hasDemoHousehold?: boolean;
}

export interface Sample extends SamplePlaces {
  /** In the order of their seq, from 1 without gaps; worked out village by village as they are read. */
  readonly ops: Iterable<Op>;
}

/** The commune that `npm start` shows: three villages, some 540 people, two years of births. */
export const demoCommune = {
  seed: 20_251_122,
  communeCode: '99001',
  households: [60, 40, 50],
  monthsOfBirths: 24,
  hasDemoHousehold: true,
} as const;

/** An invented commune: the same options give the same ops, byte for byte. */
export function makeSample(options: SampleOptions): Sample {
  const places = makePlaces(options.communeCode, options.households.length);
  return { ...places, ops: { [Symbol.iterator]: () => writeVillages(options, places) } };
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

function* writeVillages(options: SampleOptions, places: SamplePlaces): Generator<Op> {
  const births: BirthWindow = {
    from: monthStart(options.today, options.monthsOfBirths),
    to: dateOfDay(dayNumber(monthStart(options.today, 0)) - 1),
  };
  let firstSeq = 1;
  for (const [index, village] of places.villages.entries()) {
    const random = makeRandom(options.seed * 1009 + index);
    const isStory = index === 0 && options.hasDemoHousehold === true;
    const size = (options.households[index] ?? 0) - (isStory ? 1 : 0);
    const plans = drawVillage(random, size, options.today, births.to);
    if (isStory) plans.splice(Math.min(plans.length, 11), 0, makeDemoHousehold(random, options.today));
    for (const [position, plan] of plans.entries()) {
      const where = { place: village.id, number: position + 1, firstSeq, births };
      const ops = writeHousehold(random, plan, where, options);
      firstSeq += ops.length;
      yield* ops;
    }
  }
}
