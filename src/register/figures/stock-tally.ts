import { groupInStock, type Stock } from '../../domain/book/count.ts';
import { stockDay } from '../../domain/book/look.ts';
import type { Days } from '../../domain/calendar/period.ts';
import type { Case } from '../../domain/figure/indicator.ts';
import { createTable, type Table } from '../../sync/records/columns/table.ts';
import { greatestNarrow, longer, wider } from '../shelf/number-list.ts';
import type { RecordNumbers } from './record-numbers.ts';
import type { Groups, KeptStock, Places, Tally } from './tally.ts';

/** A narrow number a record for how it counts. */
const slotBytes = 2;

/**
 * Records that stand so when a day closes: most of a commune, in each of a report's stocks. A record counts once at most,
 * so a list of numbers holds them; a case becomes an object when a list of cases is asked for.
 * @param numbers those that it was kept with, where it was
 */
export function createStockTally(rule: Stock, days: Days, numbers: RecordNumbers, known: KeptStock = nobody): Tally {
  const day = stockDay(days, rule.at);
  const groups = tableOf(known.groups);
  const places = tableOf(known.places);
  const standings = tableOf(known.standings);
  /** By the record's number: 1 + the number of its standing; 0 where it does not count. */
  let { counting } = known;
  /** Of those who do not live with whom they usually do: 1 + the number of whom, 0 for nobody. */
  const unusual = new Map(known.unusual);
  /** By a holder's number how many hold it, where holders count. */
  let { held } = known;
  /** How many count by where and in which group. */
  const sizes = new Map(known.sizes);

  const standingAt = (record: number): number => {
    const number = counting[record] ?? 0;
    return number === 0 ? 0 : (standings.things[number - 1] ?? 0);
  };
  const holderAt = (record: number): number => unusual.get(record) ?? numbers.usualHolder(record) ?? 0;
  const keep = (record: number, standing: number, holder: number): void => {
    if (record >= counting.length) counting = longer(counting, numbers.size());
    const number = 1 + standings.numberOf(standing);
    if (number > greatestNarrow) counting = wider(counting);
    counting[record] = number;
    if (!numbers.isUsualHolder(record, holder)) unusual.set(record, holder);
  };
  /** One more holds it, or one less: whether it counts otherwise than before. It does as long as anybody in it does. */
  const hold = (holder: number, step: 1 | -1): boolean => {
    if (holder > held.length) held = longer(held, numbers.size());
    const before = held[holder - 1] ?? 0;
    if (before === greatestNarrow) held = wider(held);
    held[holder - 1] = before + step;
    return before === 0 || before + step === 0;
  };
  const add = (standing: number, holder: number, step: 1 | -1): void => {
    if (rule.isOfHolders && (holder === 0 || !hold(holder, step))) return;
    sizes.set(standing, (sizes.get(standing) ?? 0) + step);
  };
  const placeOf = (standing: number): string => places.things[placeIn(standing)] ?? '';
  const ownCase = (record: number, standing: number, holder: number): Case => {
    const id = numbers.idOf(record);
    const found = { record: id, date: day, subject: id, place: placeOf(standing) };
    const housed = holder === 0 ? found : { ...found, holder: numbers.idOf(holder - 1) };
    return rule.by === undefined ? housed : { ...housed, group: groups.things[groupIn(standing)] ?? '' };
  };
  const holderCase = (holder: number, standing: number): Case => {
    const id = numbers.idOf(holder - 1);
    return { record: id, date: day, subject: id, place: placeOf(standing), holder: id };
  };
  /** Calls with each record that is asked for. */
  const visit = (asked: Groups, where: Places, see: (record: number, standing: number, holder: number) => void) => {
    const isAsked = isAskedAmong(among(groups, asked), among(places, where));
    for (let record = 0; record < counting.length; record += 1) {
      const standing = standingAt(record);
      if (standing !== 0 && isAsked(standing)) see(record, standing, holderAt(record));
    }
  };

  return {
    put(look) {
      const closing = look.closing(day, days.last);
      const group = groupInStock(rule, closing);
      if (group === undefined) return;
      const { place, holder } = closing.asCase();
      const number = numbers.of(look.record.id);
      const holderNumber = holder === undefined ? 0 : 1 + numbers.of(holder);
      const standing = standingOf(groups.numberOf(group), places.numberOf(place));
      keep(number, standing, holderNumber);
      add(standing, holderNumber, 1);
    },
    take(id) {
      const number = numbers.known(id);
      const standing = number === undefined ? 0 : standingAt(number);
      if (number === undefined || standing === 0) return;
      add(standing, holderAt(number), -1);
      counting[number] = 0;
      unusual.delete(number);
    },
    sizeAt(asked, where) {
      let size = 0;
      for (const group of among(groups, asked))
        for (const place of among(places, where)) size += sizes.get(standingOf(group, place)) ?? 0;
      return size;
    },
    casesAt(asked, where) {
      const found: Case[] = [];
      const seen = new Set<number>();
      visit(asked, where, (record, standing, holder) => {
        if (!rule.isOfHolders) found.push(ownCase(record, standing, holder));
        else if (holder > 0 && !seen.has(holder)) {
          seen.add(holder);
          found.push(holderCase(holder, standing));
        }
      });
      return found;
    },
    // A person counts by a record of her own: those of a few are found without looking at everybody's.
    ...(!rule.isOfHolders && {
      restingAt(asked: Groups, where: Places, ids: Iterable<string>) {
        const isAsked = isAskedAmong(among(groups, asked), among(places, where));
        let resting = 0;
        for (const id of ids) {
          const standing = standingAt(numbers.known(id) ?? -1);
          if (standing !== 0 && isAsked(standing)) resting += 1;
        }
        return resting;
      },
    }),
    weight: () => counting.length * slotBytes,
    kept: () => ({
      is: 'stock',
      groups: [...groups.things],
      places: [...places.things],
      standings: [...standings.things],
      counting: counting.slice(),
      unusual: [...unusual],
      held: held.slice(),
      sizes: [...sizes],
    }),
  };
}

const nobody: KeptStock = {
  is: 'stock',
  groups: [],
  places: [],
  standings: [],
  counting: new Uint16Array(0),
  unusual: [],
  held: new Uint16Array(0),
  sizes: [],
};

function tableOf<Thing>(things: readonly Thing[]): Table<Thing> {
  const table = createTable<Thing>();
  for (const thing of things) table.numberOf(thing);
  return table;
}

/* A standing is one number: the upper half the group, the lower 1 + the place. A commune has some hundred of either. */

const standingOf = (group: number, place: number): number => ((group << 16) | (place + 1)) >>> 0;
const groupIn = (standing: number): number => standing >>> 16;
const placeIn = (standing: number): number => (standing & 0xffff) - 1;

function isAskedAmong(groups: readonly number[], places: readonly number[]): (standing: number) => boolean {
  const [ofGroup, ofPlace] = [new Set(groups), new Set(places)];
  return (standing) => ofPlace.has(placeIn(standing)) && ofGroup.has(groupIn(standing));
}

/** Numbers of those among these, each once; `undefined`: of all. */
function among<Thing>(table: Table<Thing>, wanted: Iterable<Thing> | undefined): readonly number[] {
  if (wanted === undefined) return [...table.things.keys()];
  return [...new Set(wanted)].flatMap((thing) => table.known(thing) ?? []);
}
