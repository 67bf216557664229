import { addDays, daysBetween } from './chance.ts';
import { closeDay } from './close.ts';
import { isComing, isResident, type Line, openLine, subjectOf, villageOf, write } from './line.ts';
import type { Fact, PaperBook } from './paper-book.ts';
import { takeBirth, takeCouple, takeMethod, takeMove, takeNameless } from './taking/take.ts';
import { type Notes, takeCare } from './taking/take-care.ts';
import type { Tally } from './tally.ts';

/*
 * Counts of indicators.md as a reader makes them who goes through the book day by day with a pencil: what happened on
 * each day, and how things stood when it closed.
 */

export interface Counted {
  /** So many of a day's flow. */
  readonly flows: ReadonlyMap<string, Tally>;
  /** How things stood at the close of a day. */
  readonly stocks: ReadonlyMap<string, Tally>;
}

/** Where everybody stands, and what is to be remembered of them. */
interface Reader extends Notes {
  readonly book: PaperBook;
  readonly lines: Map<string, Line>;
  /** Who is not born yet, the eldest first. */
  readonly unborn: Line[];
  /** Born today, and nothing was written about them yet. */
  readonly fresh: Set<string>;
  /** How they stood when the day before closed. */
  readonly yesterday: Map<string, { readonly isResident: boolean; readonly village: string }>;
}

/** @param closes days at whose close the stock is wanted */
export function readBook(book: PaperBook, from: string, to: string, closes: ReadonlySet<string>): Counted {
  const reader = openBook(book);
  const [flows, stocks] = [new Map<string, Tally>(), new Map<string, Tally>()];
  bringIn(reader, addDays(from, -1));
  reader.fresh.clear();
  for (const day of daysBetween(from, to)) {
    for (const line of reader.lines.values()) {
      reader.yesterday.set(line.id, { isResident: isResident(line), village: villageOf(line, book) });
    }
    bringIn(reader, day);
    flows.set(day, takeDay(reader, book.days.get(day) ?? []));
    reader.fresh.clear();
    if (closes.has(day)) stocks.set(day, closeDay(book, reader.lines.values(), day));
  }
  return { flows, stocks };
}

function openBook(book: PaperBook): Reader {
  const lines = [...book.people].map(([id, person]) => openLine(id, person));
  return {
    book,
    lines: new Map(),
    unborn: lines.sort((a, b) => (a.birth < b.birth ? -1 : 1)),
    fresh: new Set(),
    yesterday: new Map(),
    prenatal: new Map(),
    newborn: new Map(),
    checked: new Set(),
  };
}

/** Nobody stands in the book before the day of birth. */
function bringIn({ lines, unborn, fresh }: Reader, day: string): void {
  for (let next = unborn[0]; next !== undefined && next.birth <= day; next = unborn[0]) {
    lines.set(next.id, next);
    fresh.add(next.id);
    unborn.shift();
  }
}

function takeDay(reader: Reader, facts: readonly Fact[]): Tally {
  const tally: Tally = new Map();
  for (const fact of facts) {
    const who = reader.lines.get(subjectOf(fact));
    if (who === undefined) takeNameless(fact, tally);
    else take(reader, fact, who, facts, tally);
  }
  return tally;
}

function take(reader: Reader, fact: Fact, who: Line, ofDay: readonly Fact[], tally: Tally): void {
  const { book, lines, yesterday, fresh } = reader;
  // The first to tell of a newborn tells that she came: the day before, she was nowhere.
  const comes = fresh.delete(who.id) && isComing(fact);
  const was = { ...who, ...(comes && { status: '', residence: '' }) };
  write(fact, who, lines);
  const village = villageOf(who, book);
  takeMove(fact, was, who, [villageOf(was, book), village], tally);
  if (fact.kind === 'birth' && isResident(who)) {
    takeBirth(fact, who, lines.get(String(fact.fields.mother)), village, tally);
  }
  if (fact.kind === 'marriage' || fact.kind === 'divorce') takeCouple(fact, ofDay, lines, yesterday, tally);
  takeMethod(fact, was, who, village, tally);
  takeCare(reader, fact, who, village, tally);
}
