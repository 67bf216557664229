import type { Days } from '../domain/calendar/period.ts';
import { type Case, type CountRule, candidateKinds, casesOf } from '../domain/indicator.ts';
import { onBoundaries } from './acts/boundaries.ts';
import type { HeldBook } from './held.ts';

/**
 * The cases of counts over some days, kept and mended record by record: after one more birth a report looks at one
 * birth and one child again, not at 60,000 people.
 */
export interface Counts {
  cases(rule: CountRule, days: Days, places: ReadonlySet<string>): readonly Case[];
  /** Whether there is anything that a change could touch. */
  isKept(): boolean;
  /** These records, or what they rest on, may have changed. */
  touch(ids: Iterable<string>): void;
  /** Whole places changed: count anew when asked. */
  forget(): void;
}

interface Count {
  readonly rule: CountRule;
  readonly days: Days;
  readonly cases: Map<string, readonly Case[]>;
}

/** Kept cases in all: some four whole communes' populations, or any number of months of events. */
const mostKept = 240_000;

export function createCounts(book: HeldBook): Counts {
  // In the order last asked for: the oldest go first.
  const counts = new Map<string, Count>();

  const countAll = (rule: CountRule, days: Days): Count => {
    const cases = new Map<string, readonly Case[]>();
    const seen = onBoundaries(book, days.last);
    for (const kind of candidateKinds(rule)) {
      for (const candidate of book.all(kind)) {
        const found = casesOf(rule, seen, days, candidate);
        if (found.length > 0) cases.set(candidate.id, found);
      }
    }
    return { rule, days, cases };
  };
  const dropOldest = () => {
    let kept = [...counts.values()].reduce((sum, { cases }) => sum + cases.size, 0);
    for (const [key, { cases }] of counts) {
      if (kept <= mostKept || counts.size === 1) return;
      counts.delete(key);
      kept -= cases.size;
    }
  };

  return {
    cases: (rule, days, places) => {
      const key = keyOf(rule, days);
      const count = counts.get(key) ?? countAll(rule, days);
      counts.delete(key);
      counts.set(key, count);
      dropOldest();
      const here: Case[] = [];
      for (const found of count.cases.values()) for (const one of found) if (places.has(one.place)) here.push(one);
      return here;
    },
    isKept: () => counts.size > 0,
    touch: (ids) => {
      for (const id of ids) for (const count of counts.values()) recount(book, count, id);
    },
    forget: () => counts.clear(),
  };
}

function recount(book: HeldBook, { rule, days, cases }: Count, id: string): void {
  cases.delete(id);
  const candidate = book.get(id);
  if (candidate === undefined || !candidateKinds(rule).includes(candidate.kind) || !book.isCounted(candidate)) return;
  const found = casesOf(rule, onBoundaries(book, days.last), days, candidate);
  if (found.length > 0) cases.set(id, found);
}

/** A stock at the end of a month and of the year so far is one and the same count; where it stood, its last day says. */
function keyOf(rule: CountRule, days: Days): string {
  const isEnd = rule.is === 'stock' && rule.at !== 'start';
  return `${JSON.stringify(rule)} ${isEnd ? '' : days.first} ${days.last}`;
}
