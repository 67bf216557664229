import { groupInStock, type Stock } from '../../domain/book/count.ts';
import { stockDay } from '../../domain/book/look.ts';
import type { Days } from '../../domain/calendar/period.ts';
import type { Case } from '../../domain/figure/indicator.ts';
import type { RecordNumbers } from './record-numbers.ts';
import type { Groups, Places, Tally } from './tally.ts';

/** A number a record for how it counts, and one for whom it lives with. */
const slotBytes = 8;

/**
 * Records that stand so when a day closes: most of a commune, in each of a report's stocks. A record counts once at most,
 * so two lists of numbers hold them; a case becomes an object when a list of cases is asked for.
 */
export function createStockTally(rule: Stock, days: Days, numbers: RecordNumbers): Tally {
  const day = stockDay(days, rule.at);
  const groups = createTexts();
  const places = createTexts();
  /** By the record's number: where and in which group it counts; 0 where it does not. */
  let standings = new Uint32Array(0);
  /** By the record's number: 1 + the number of whom it lives with; 0 where nobody is known. */
  let holders = new Uint32Array(0);
  /** By a holder's number how many hold it, where holders count. */
  let held = new Uint32Array(0);
  /** How many count by where and in which group. */
  const sizes = new Map<number, number>();

  const add = (standing: number, holder: number, step: 1 | -1): void => {
    if (rule.isOfHolders) {
      // A household counts as long as anybody in it does.
      if (holder === 0) return;
      if (holder > held.length) held = longer(held, numbers.size());
      const before = held[holder - 1] ?? 0;
      held[holder - 1] = before + step;
      if (before !== 0 && before + step !== 0) return;
    }
    sizes.set(standing, (sizes.get(standing) ?? 0) + step);
  };
  const ownCase = (record: number, standing: number, holder: number): Case => {
    const id = numbers.idOf(record);
    const found = { record: id, date: day, subject: id, place: places.at(placeIn(standing)) };
    const housed = holder === 0 ? found : { ...found, holder: numbers.idOf(holder - 1) };
    return rule.by === undefined ? housed : { ...housed, group: groups.at(groupIn(standing)) };
  };
  const holderCase = (holder: number, standing: number): Case => {
    const id = numbers.idOf(holder - 1);
    return { record: id, date: day, subject: id, place: places.at(placeIn(standing)), holder: id };
  };
  /** Calls with each record that is asked for. */
  const visit = (asked: Groups, where: Places, see: (record: number, standing: number, holder: number) => void) => {
    const isAsked = isAskedAmong(groups.among(asked), places.among(where));
    for (let record = 0; record < standings.length; record += 1) {
      const standing = standings[record] ?? 0;
      if (standing !== 0 && isAsked(standing)) see(record, standing, holders[record] ?? 0);
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
      if (number >= standings.length) {
        standings = longer(standings, numbers.size());
        holders = longer(holders, numbers.size());
      }
      const standing = standingOf(groups.of(group), places.of(place));
      standings[number] = standing;
      holders[number] = holderNumber;
      add(standing, holderNumber, 1);
    },
    take(id) {
      const number = numbers.known(id);
      const standing = number === undefined ? 0 : (standings[number] ?? 0);
      if (number === undefined || standing === 0) return;
      standings[number] = 0;
      add(standing, holders[number] ?? 0, -1);
    },
    sizeAt(asked, where) {
      let size = 0;
      for (const group of groups.among(asked))
        for (const place of places.among(where)) size += sizes.get(standingOf(group, place)) ?? 0;
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
        const isAsked = isAskedAmong(groups.among(asked), places.among(where));
        let resting = 0;
        for (const id of ids) {
          const standing = standings[numbers.known(id) ?? -1] ?? 0;
          if (standing !== 0 && isAsked(standing)) resting += 1;
        }
        return resting;
      },
    }),
    weight: () => standings.length * slotBytes,
  };
}

/* A standing is one number: the upper half the group, the lower 1 + the place. A commune has some hundred of either. */

const standingOf = (group: number, place: number): number => ((group << 16) | (place + 1)) >>> 0;
const groupIn = (standing: number): number => standing >>> 16;
const placeIn = (standing: number): number => (standing & 0xffff) - 1;

function isAskedAmong(groups: readonly number[], places: readonly number[]): (standing: number) => boolean {
  const [ofGroup, ofPlace] = [new Set(groups), new Set(places)];
  return (standing) => ofPlace.has(placeIn(standing)) && ofGroup.has(groupIn(standing));
}

function longer(list: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(Math.max(length, Math.ceil(list.length * 1.25)));
  made.set(list);
  return made;
}

/** Few texts that repeat, each with a number. */
interface Texts {
  of(text: string): number;
  at(number: number): string;
  /** Numbers of those among these, each once; `undefined`: of all. */
  among(wanted: Iterable<string> | undefined): readonly number[];
}

function createTexts(): Texts {
  const all: string[] = [];
  const numbers = new Map<string, number>();
  return {
    of(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, all.length);
      return all.push(text) - 1;
    },
    at: (number) => all[number] ?? '',
    among(wanted) {
      if (wanted === undefined) return [...all.keys()];
      return [...new Set(wanted)].flatMap((text) => numbers.get(text) ?? []);
    },
  };
}
