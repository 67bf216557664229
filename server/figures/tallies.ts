import { candidateKinds, casesOf, countKey } from '../../src/domain/book/count.ts';
import { type Look, lookAt } from '../../src/domain/book/look.ts';
import type { Days } from '../../src/domain/calendar/period.ts';
import {
  type Case,
  type CountSource,
  countsBehind,
  evaluateBy,
  indicatorOf,
  indicatorsOn,
  type Wanted,
} from '../../src/domain/figure/indicator.ts';
import type { Counts } from '../../src/register/figures/counts.ts';
import type { HeldBook } from '../../src/register/held.ts';

/** One figure of a month. */
export interface Cell {
  readonly place: string;
  readonly indicator: string;
  /** null: a ratio without a denominator. */
  readonly value: number | null;
}

/**
 * What counts come to, place by place, for many months at once and without their cases: of each record is kept what it
 * adds, so that a change takes that away and adds what it comes to now. Equal to counting the whole book anew.
 */
export interface Tallies extends Pick<Counts, 'isKept' | 'touch'> {
  /** @param places by unit id, the units whose cases count there */
  cells(keys: readonly string[], days: Days, places: ReadonlyMap<string, ReadonlySet<string>>): readonly Cell[];
}

/** One case of one count, as it adds up. */
interface Part {
  /** Names what it is: equal names are the same part. */
  readonly name: string;
  /** Which of a tally's counts. */
  readonly index: number;
  readonly place: string;
  /** The holder that it names counts once, however many hold it. */
  readonly isOfHolder?: true;
}

/** What one record adds. */
type Addition = readonly Part[];

interface Tally {
  readonly counts: readonly (Wanted & { readonly kinds: ReadonlySet<string>; readonly isOfHolders: boolean })[];
  /** Where each count stands in `counts`. */
  readonly order: ReadonlyMap<string, number>;
  /** Every addition that was ever seen: most of 60,000 people add what thousands of others do, one list for all. */
  readonly seen: Map<string, Addition>;
  readonly additions: Map<string, Addition>;
  /** For each count, cases by place. */
  readonly amounts: readonly Map<string, number>[];
  /** How many hold each holder, by the name of its part. */
  readonly holding: Map<string, number>;
}

const nothing: Addition = [];

export function createTallies(book: HeldBook): Tallies {
  const tallies = new Map<string, Tally>();
  const inForce = ({ last }: Days) => indicatorsOn(book.catalogue.indicators, last);
  const shareSeen = createSharing();
  const tallyOf = (keys: readonly string[], days: Days): Tally => {
    const key = `${days.first} ${days.last} ${keys.join(' ')}`;
    const tally =
      tallies.get(key) ?? countBook(book, openTally(countsBehind(keys, inForce(days), days), days, shareSeen));
    tallies.set(key, tally);
    return tally;
  };
  return {
    cells(keys, days, places) {
      const [tally, indicators] = [tallyOf(keys, days), inForce(days)];
      return [...places].flatMap(([place, covered]) => {
        const source = sourceOf(tally, covered);
        return keys.map((key): Cell => {
          const { value } = evaluateBy(indicatorOf(indicators, key), indicators, days, source);
          return { place, indicator: key, value };
        });
      });
    },
    isKept: () => tallies.size > 0,
    touch(ids) {
      for (const id of ids) {
        const record = book.get(id);
        const look = record !== undefined && book.isCounted(record) ? lookAt(book, record) : undefined;
        for (const tally of tallies.values())
          replace(tally, id, look === undefined ? nothing : additionOf(tally, look));
      }
    },
  };
}

/** Tallies of the same counts over other days write their additions alike, and share them. */
function createSharing(): (counts: readonly Wanted[], period: Days) => Tally['seen'] {
  const shared = new Map<string, Tally['seen']>();
  return (counts, period) => {
    const shape = JSON.stringify(counts.map(({ rule, days }) => [rule, days.first === period.first]));
    const seen = shared.get(shape) ?? new Map<string, Addition>();
    shared.set(shape, seen);
    return seen;
  };
}

function openTally(wanted: readonly Wanted[], period: Days, shareSeen: ReturnType<typeof createSharing>): Tally {
  const distinct = new Map(wanted.map((one) => [countKey(one), one]));
  const counts = [...distinct.values()].map(({ rule, days }) => ({
    rule,
    days,
    kinds: new Set(candidateKinds(rule)),
    isOfHolders: rule.is === 'stock' && rule.isOfHolders === true,
  }));
  return {
    counts,
    order: new Map([...distinct.keys()].map((key, index) => [key, index])),
    seen: shareSeen(counts, period),
    additions: new Map(),
    amounts: counts.map(() => new Map()),
    holding: new Map(),
  };
}

function countBook(book: HeldBook, tally: Tally): Tally {
  for (const kind of new Set(tally.counts.flatMap(({ kinds }) => [...kinds]))) {
    for (const record of book.all(kind)) replace(tally, record.id, additionOf(tally, lookAt(book, record)));
  }
  return tally;
}

function additionOf({ counts, seen }: Tally, look: Look): Addition {
  const parts: Part[] = [];
  for (const [index, count] of counts.entries()) {
    if (!count.kinds.has(look.record.kind)) continue;
    for (const one of casesOf(count.rule, look, count.days)) {
      const part = count.isOfHolders
        ? holderPart(index, one)
        : { name: `${index} ${one.place}`, index, place: one.place };
      if (part !== undefined) parts.push(part);
    }
  }
  if (parts.length === 0) return nothing;
  const text = parts.map(({ name }) => name).join();
  const addition = seen.get(text) ?? parts;
  seen.set(text, addition);
  return addition;
}

/** Who lives with nobody known is of no holder. */
function holderPart(index: number, { place, holder }: Case): Part | undefined {
  return holder === undefined ? undefined : { name: `${index} ${place} ${holder}`, index, place, isOfHolder: true };
}

function replace(tally: Tally, id: string, addition: Addition): void {
  const before = tally.additions.get(id) ?? nothing;
  if (before === addition) return;
  for (const part of before) add(tally, part, -1);
  for (const part of addition) add(tally, part, 1);
  if (addition.length === 0) tally.additions.delete(id);
  else tally.additions.set(id, addition);
}

function add({ amounts, holding }: Tally, { name, index, place, isOfHolder }: Part, change: 1 | -1): void {
  if (isOfHolder) {
    const holders = (holding.get(name) ?? 0) + change;
    if (holders === 0) holding.delete(name);
    else holding.set(name, holders);
    // Only the first to hold it makes it count, only the last to leave it takes it away.
    if (holders !== (change === 1 ? 1 : 0)) return;
  }
  const amount = amounts[index];
  amount?.set(place, (amount.get(place) ?? 0) + change);
}

function sourceOf({ order, amounts }: Tally, places: ReadonlySet<string>): CountSource {
  return (rule, days) => {
    const amount = amounts[order.get(countKey({ rule, days })) ?? -1];
    if (amount === undefined) throw new TypeError('a tally is asked for what it counts');
    let size = 0;
    for (const place of places) size += amount.get(place) ?? 0;
    return { size, cases: () => [] };
  };
}
