import { candidateKinds, casesOf, countedCases, countKey } from '../../domain/book/count.ts';
import { lookAt } from '../../domain/book/look.ts';
import type { Days } from '../../domain/calendar/period.ts';
import type { Case, Counted, CountRule, Wanted } from '../../domain/figure/indicator.ts';
import type { Held, HeldBook } from '../held.ts';

/**
 * The cases of counts over some days, kept and mended record by record: after one more birth a report looks at one
 * birth and one child again, not at 60,000 people.
 */
export interface Counts {
  /** Works out what is not kept of these, all of them in one walk through the book. */
  prepare(wanted: Iterable<Wanted>): void;
  counted(rule: CountRule, days: Days, places: ReadonlySet<string>): Counted;
  /** Whether there is anything that a change could touch. */
  isKept(): boolean;
  /** These records, or what they rest on, may have changed. */
  touch(ids: Iterable<string>): void;
  /** Whole pages came: count anew when asked. */
  forget(): void;
}

interface Count extends Wanted {
  readonly kinds: ReadonlySet<string>;
  readonly cases: Map<string, readonly Case[]>;
  /** How many cases each place has. */
  readonly sizes: Map<string, number>;
}

/** Kept cases in all: some four whole communes' populations, or any number of months of events. */
const mostKept = 240_000;

export function createCounts(book: HeldBook): Counts {
  // In the order last asked for: the oldest go first.
  const counts = new Map<string, Count>();

  /** @returns how many counts were asked for, each once */
  const prepare = (wanted: Iterable<Wanted>): number => {
    const missing: Count[] = [];
    const keys = new Set<string>();
    for (const { rule, days } of wanted) {
      const key = countKey({ rule, days });
      keys.add(key);
      const known = counts.get(key);
      const count = known ?? { rule, days, kinds: new Set(candidateKinds(rule)), cases: new Map(), sizes: new Map() };
      counts.delete(key);
      counts.set(key, count);
      if (known === undefined) missing.push(count);
    }
    countAll(book, missing);
    return keys.size;
  };
  /** Nothing that the last report asked for. */
  const dropOldest = (kept: number) => {
    let size = [...counts.values()].reduce((sum, { cases }) => sum + cases.size, 0);
    for (const [key, { cases }] of counts) {
      if (size <= mostKept || counts.size <= kept) return;
      counts.delete(key);
      size -= cases.size;
    }
  };

  return {
    prepare: (wanted) => dropOldest(prepare(wanted)),
    counted(rule, days, places) {
      const key = countKey({ rule, days });
      if (!counts.has(key)) prepare([{ rule, days }]);
      const count = counts.get(key);
      if (count === undefined) throw new TypeError('a count that was prepared is kept');
      const cases = () => countedCases(rule, casesAt(count, places));
      const isOfHolders = rule.is === 'stock' && rule.isOfHolders === true;
      return { size: isOfHolders ? cases().length : sizeAt(count, places), cases };
    },
    isKept: () => counts.size > 0,
    touch(ids) {
      for (const id of ids) touchOne(book, counts.values(), id);
    },
    forget: () => counts.clear(),
  };
}

function countAll(book: HeldBook, counts: readonly Count[]): void {
  for (const kind of new Set(counts.flatMap(({ kinds }) => [...kinds]))) {
    const asked = counts.filter(({ kinds }) => kinds.has(kind));
    for (const record of book.all(kind)) countRecord(book, asked, record);
  }
}

function countRecord(book: HeldBook, counts: Iterable<Count>, record: Held): void {
  const look = lookAt(book, record);
  for (const { rule, days, cases, sizes } of counts) {
    const found = casesOf(rule, look, days);
    if (found.length === 0) continue;
    cases.set(record.id, found);
    for (const { place } of found) sizes.set(place, (sizes.get(place) ?? 0) + 1);
  }
}

function touchOne(book: HeldBook, counts: Iterable<Count>, id: string): void {
  const record = book.get(id);
  const asked: Count[] = [];
  for (const count of counts) {
    for (const { place } of count.cases.get(id) ?? []) count.sizes.set(place, (count.sizes.get(place) ?? 0) - 1);
    count.cases.delete(id);
    if (record !== undefined && count.kinds.has(record.kind)) asked.push(count);
  }
  if (record !== undefined && book.isCounted(record)) countRecord(book, asked, record);
}

function sizeAt({ sizes }: Count, places: ReadonlySet<string>): number {
  let size = 0;
  for (const place of places) size += sizes.get(place) ?? 0;
  return size;
}

function casesAt({ cases }: Count, places: ReadonlySet<string>): readonly Case[] {
  const here: Case[] = [];
  for (const found of cases.values()) for (const one of found) if (places.has(one.place)) here.push(one);
  return here;
}
