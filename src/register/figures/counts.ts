import { candidateKinds, countKey } from '../../domain/book/count.ts';
import { lookAt } from '../../domain/book/look.ts';
import type { Days } from '../../domain/calendar/period.ts';
import type { Counted, CountRule, Wanted } from '../../domain/figure/indicator.ts';
import type { Held, HeldBook } from '../held.ts';
import { createFlowTally } from './flow-tally.ts';
import { createRecordNumbers, type KeptNumbers, type RecordNumbers } from './record-numbers.ts';
import { createStockTally } from './stock-tally.ts';
import type { KeptTally, Tally } from './tally.ts';

/**
 * The cases of counts over some days, kept and mended record by record: after one more birth a report looks at one
 * birth and one child again, not at 60,000 people.
 */
export interface Counts {
  /** Works out what is not kept of these, all of them in one walk through the book. */
  prepare(wanted: Iterable<Wanted>): void;
  /**
   * The same, little by little, before anybody asks. Changes in between are followed; who asks for one of these meanwhile
   * has the rest of the walk done at once. A walk that is begun ends the one before it.
   */
  foresee(wanted: Iterable<Wanted>): Foreseeing;
  counted(rule: CountRule, days: Days, places: ReadonlySet<string>): Counted;
  /** Whether there is anything that a change could touch. */
  isKept(): boolean;
  /** These records, or what they rest on, may have changed: they are looked at again before anybody reads a count. */
  touch(ids: Iterable<string>): void;
  /** Whole pages came: count anew when asked. */
  forget(): void;
  /** What is kept of these as it stands now, once no walk is under way. */
  kept(wanted: Iterable<Wanted>): KeptCounts;
  /** What was kept of the very same records: worth nothing where something is kept already. */
  takeUp(kept: KeptCounts): void;
}

/** Counts as data, for another opening of the book. */
export interface KeptCounts {
  readonly numbers: KeptNumbers;
  readonly counts: readonly (Wanted & { readonly tally: KeptTally })[];
}

/** What a count comes to with all its groups: those that take some of them (users by method) are parts of one walk. */
interface WholeCount extends Wanted {
  readonly kinds: ReadonlySet<string>;
  readonly tally: Tally;
}

/** A walk that is paused between two stretches. */
export interface Foreseeing {
  /** Looks at so many records more, first at those that changed. @returns whether there is nothing left to look at */
  advance(records: number): boolean;
  /** Whether anything of it was not kept. */
  readonly isNew: boolean;
}

/** The counts that are being worked out, and the records that they have still to look at. */
interface Walk {
  readonly counts: ReadonlySet<WholeCount>;
  readonly steps: Iterator<undefined>;
  /** Records that were counted anew since it began. */
  readonly touched: Set<string>;
}

/** Bytes kept in all, about: what an officer's phone foresees of 60,000 people, or any number of months of 12,000. */
const mostKept = 9_000_000;

export function createCounts(book: HeldBook): Counts {
  // In the order last asked for: the oldest go first.
  const counts = new Map<string, WholeCount>();
  let numbers = createRecordNumbers();
  let walk: Walk | undefined;
  /** Records that may have changed since they were looked at: whoever saves or syncs does not wait for it. */
  const late = new Set<string>();

  /** @returns how many more than these may be looked at */
  const catchUp = (records: number): number => {
    let left = records;
    for (const id of late) {
      if (left <= 0) break;
      left -= 1;
      late.delete(id);
      walk?.touched.add(id);
      touchOne(book, counts.values(), id);
    }
    return left;
  };
  const advance = (of: Walk, records: number): boolean => {
    for (let left = catchUp(records); walk === of && left > 0; left -= 1) {
      if (of.steps.next().done) walk = undefined;
    }
    return walk !== of;
  };
  const all = Number.POSITIVE_INFINITY;
  /** What is being walked through is whole, for whoever reads it now. */
  const finish = (): void => void (walk && advance(walk, all));

  /** Those that are asked for are kept from here on. @returns how many, and which of them have not looked at any record */
  const keep = (wanted: Iterable<Wanted>) => {
    const missing: WholeCount[] = [];
    const keys = new Set<string>();
    for (const { rule, days } of wanted) {
      const whole = wholeRule(rule);
      const key = countKey({ rule: whole, days });
      if (keys.has(key)) continue;
      keys.add(key);
      const known = counts.get(key);
      const count = known ?? startCount(whole, days, numbers);
      counts.delete(key);
      counts.set(key, count);
      if (known === undefined) missing.push(count);
      else if (walk?.counts.has(known)) finish();
    }
    return { size: keys.size, missing };
  };
  const count = (missing: readonly WholeCount[]): void => {
    const steps = walkThrough(book, missing, new Set());
    while (!steps.next().done);
  };
  const prepare = (wanted: Iterable<Wanted>): void => {
    catchUp(all);
    const { size, missing } = keep(wanted);
    count(missing);
    dropOldest(size);
  };
  /** Nothing that the last report asked for. */
  const dropOldest = (kept: number) => {
    let weight = [...counts.values()].reduce((sum, { tally }) => sum + tally.weight(), 0);
    for (const [key, { tally }] of counts) {
      if (weight <= mostKept || counts.size <= kept) return;
      counts.delete(key);
      weight -= tally.weight();
    }
  };

  return {
    prepare,
    foresee(wanted) {
      finish();
      const { size, missing } = keep(wanted);
      const touched = new Set<string>();
      const begun: Walk = { counts: new Set(missing), steps: walkThrough(book, missing, touched), touched };
      walk = begun;
      dropOldest(size);
      return { advance: (records) => advance(begun, records), isNew: missing.length > 0 };
    },
    counted(rule, days, places) {
      catchUp(all);
      const key = countKey({ rule: wholeRule(rule), days });
      if (!counts.has(key)) count(keep([{ rule, days }]).missing);
      const whole = counts.get(key);
      if (whole === undefined) throw new TypeError('a count that was prepared is kept');
      if (walk?.counts.has(whole)) finish();
      const { tally } = whole;
      const { restingAt } = tally;
      const { groups } = rule;
      return {
        size: tally.sizeAt(groups, places),
        cases: () => tally.casesAt(groups, places),
        ...(restingAt && { restingOn: (ids) => restingAt(groups, places, ids) }),
      };
    },
    isKept: () => counts.size > 0,
    touch(ids) {
      if (counts.size > 0) for (const id of ids) late.add(id);
    },
    forget() {
      counts.clear();
      late.clear();
      numbers = createRecordNumbers();
      walk = undefined;
    },
    kept(wanted) {
      catchUp(all);
      finish();
      const keys = new Set([...wanted].map(({ rule, days }) => countKey({ rule: wholeRule(rule), days })));
      const asked = [...counts].flatMap(([key, count]) => (keys.has(key) ? [count] : []));
      const kept = asked.map(({ rule, days, tally }) => ({ rule, days, tally: tally.kept() }));
      return { numbers: numbers.kept(), counts: kept };
    },
    takeUp(kept) {
      if (counts.size > 0) return;
      numbers = createRecordNumbers(kept.numbers);
      for (const one of kept.counts) counts.set(countKey(one), startCount(one.rule, one.days, numbers, one.tally));
    },
  };
}

const wholeRules = new WeakMap<CountRule, CountRule>();

/** The count of which this one takes some groups. */
function wholeRule(rule: CountRule): CountRule {
  const known = rule.groups === undefined ? rule : wholeRules.get(rule);
  if (known !== undefined) return known;
  const { groups: _, ...whole } = rule;
  wholeRules.set(rule, whole);
  return whole;
}

function startCount(rule: CountRule, days: Days, numbers: RecordNumbers, known?: KeptTally): WholeCount {
  return { rule, days, kinds: new Set(candidateKinds(rule)), tally: startTally(rule, days, numbers, known) };
}

function startTally(rule: CountRule, days: Days, numbers: RecordNumbers, known: KeptTally | undefined): Tally {
  if (rule.is === 'flow') return createFlowTally(rule, days, known?.is === 'flow' ? known : undefined);
  return createStockTally(rule, days, numbers, known?.is === 'stock' ? known : undefined);
}

/** Stops behind each record that some of these counts look at; one that changed since the walk began is counted as it is. */
function* walkThrough(
  book: HeldBook,
  counts: readonly WholeCount[],
  touched: ReadonlySet<string>,
): Generator<undefined> {
  for (const kind of new Set(counts.flatMap(({ kinds }) => [...kinds]))) {
    const asked = counts.filter(({ kinds }) => kinds.has(kind));
    for (const record of candidates(book, kind, asked)) {
      if (touched.has(record.id)) for (const { tally } of asked) tally.take(record.id);
      countRecord(book, asked, record);
      yield;
    }
  }
}

/** Of facts only those of the days that are asked for. */
function candidates(book: HeldBook, kind: string, asked: readonly WholeCount[]): Iterable<Held> {
  const days = asked.flatMap((count) => (count.rule.is === 'flow' ? [count.days] : []));
  const [first] = days.map((one) => one.first).sort();
  const last = days
    .map((one) => one.last)
    .sort()
    .at(-1);
  // Some count takes them all.
  if (first === undefined || last === undefined || days.length < asked.length) return book.all(kind);
  return book.within(kind, { first, last });
}

function countRecord(book: HeldBook, counts: Iterable<WholeCount>, record: Held): void {
  const look = lookAt(book, record);
  for (const { tally } of counts) tally.put(look);
}

function touchOne(book: HeldBook, counts: Iterable<WholeCount>, id: string): void {
  const record = book.get(id);
  const asked: WholeCount[] = [];
  for (const count of counts) {
    count.tally.take(id);
    if (record !== undefined && count.kinds.has(record.kind)) asked.push(count);
  }
  if (record !== undefined && book.isCounted(record)) countRecord(book, asked, record);
}
