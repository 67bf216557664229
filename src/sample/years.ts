import type { Op } from '../sync/op.ts';
import { firstEntry } from './book/records.ts';
import { makeScribe } from './book/scribe.ts';
import { tellAsked } from './care/asked.ts';
import { planElderChecks } from './care/elder-checks.ts';
import { planMendings } from './care/mendings.ts';
import { openMethods, planMethods } from './care/methods.ts';
import { planVisits } from './care/visits.ts';
import { dayNumber, monthStart, msOfDay } from './chance/calendar.ts';
import { makeQueue } from './chance/queue.ts';
import { makeRandom } from './chance/random.ts';
import type { SamplePlaces } from './commune.ts';
import { planConceptions } from './life/conceptions.ts';
import { planDeaths } from './life/deaths.ts';
import { planDivorces } from './life/divorces.ts';
import { planWeddings } from './life/weddings.ts';
import { planAdoptions } from './moves/adoptions.ts';
import { planComings } from './moves/comings.ts';
import { planGoings } from './moves/goings.ts';
import { fillHouses, planHomes } from './moves/homes.ts';
import { planResidence } from './moves/residence.ts';
import { planReviews } from './moves/reviews.ts';
import type { SampleOptions } from './sample.ts';
import { houseEntry } from './town/houses.ts';
import { settleVillage } from './town/settle.ts';
import { closeRoll, type Month, type Plan, type Town, type Village } from './town/town.ts';

/** What happens in a month, drawn at its beginning. */
const plans: readonly Plan[] = [
  planDeaths,
  planConceptions,
  planWeddings,
  planDivorces,
  planMethods,
  planGoings,
  planComings,
  planHomes,
  planAdoptions,
  planResidence,
  planReviews,
  planElderChecks,
  planVisits,
  planMendings,
];

/** Months of a pregnancy: who bears a child in the first months is pregnant when the book opens. */
const pregnancyMonths = 9;

/** The book as it opens, then every fact up to the end of last month, in the order written. */
export function* writeYears(options: SampleOptions, places: SamplePlaces, months: number): Generator<Op> {
  const town = openTown(options, places, months);
  act(town, town.opens);
  openMethods(town);
  yield* writeOpening(town);
  for (let back = months; back > 0; back--) {
    const month = monthOf(options.today, back);
    for (const plan of plans) plan(town, month);
    act(town, month.end);
    yield* town.scribe.writtenBefore(month.end * msOfDay);
  }
  const last = dayNumber(monthStart(options.today, 0)) - 1;
  fillHouses(town, last);
  tellAsked(town, last);
  yield* town.scribe.writtenBefore(Number.POSITIVE_INFINITY);
}

/** All that is on the agenda before that day. */
function act(town: Town, limit: number): void {
  closeRoll(town);
  for (let next = town.agenda.take(limit); next !== undefined; next = town.agenda.take(limit)) {
    next();
    closeRoll(town);
  }
}

function monthOf(today: string, back: number): Month {
  const first = monthStart(today, back);
  return { first: dayNumber(first), end: dayNumber(monthStart(today, back - 1)), number: Number(first.slice(5, 7)) };
}

function openTown(options: SampleOptions, { villages }: SamplePlaces, months: number): Town {
  const opens = monthStart(options.today, months);
  const first = dayNumber(opens);
  const random = makeRandom(options.seed);
  const rows = villages.map((unit, index) => newVillage(unit.id, index, options));
  const town: Town = {
    random,
    scribe: makeScribe(random, options, first),
    agenda: makeQueue(),
    villages: rows,
    opens: first,
  };
  for (const village of rows) {
    const households = options.households[village.index] ?? 0;
    const seed = options.seed * 1009 + village.index;
    const hasCollective = !village.isFixed && households >= 40 && village.index % 3 === 2;
    const settling = { seed, households, hasStory: village.isFixed, hasCollective };
    settleVillage(town, village, settling, { opens, today: options.today, years: months / 12 });
  }
  for (let back = months + pregnancyMonths; back > months; back--) planConceptions(town, monthOf(options.today, back));
  return town;
}

function newVillage(place: string, index: number, { hasDemoHousehold }: SampleOptions): Village {
  const isFixed = index === 0 && hasDemoHousehold === true;
  return { place, index, houses: [], isFixed, nextNumber: 1, vacant: 0, lacking: 0 };
}

/** A household and its people in one transaction, as they were copied from paper on the day before. */
function* writeOpening(town: Town): Generator<Op> {
  let time = (town.opens - 1) * msOfDay;
  for (const house of town.villages.flatMap(({ houses }) => houses)) {
    const people = house.members.map((person) => firstEntry(town.random, person, house, town.opens));
    yield* town.scribe.write(time, [houseEntry(town, house), ...people]);
    time += 1_000;
  }
}
