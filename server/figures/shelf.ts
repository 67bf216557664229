import { catalogue } from '../../src/catalogue/index.ts';
import { boundsOf } from '../../src/domain/book/two-books.ts';
import { readPeriod } from '../../src/domain/calendar/period.ts';
import type { FrozenMoves, FrozenReport } from '../../src/domain/figure/closing/closing.ts';
import { formInForce, indicatorsOf, type ReportCase, type ReportTable } from '../../src/domain/figure/report.ts';
import { frozenMoves } from '../../src/register/figures/closing/frozen-moves.ts';
import { frozenReport } from '../../src/register/figures/closing/frozen-report.ts';
import { unitsBeneath } from '../../src/register/places.ts';
import { createRegister, type Register } from '../../src/register/register.ts';
import { storesAbove } from '../../src/register/stock/store-page.ts';
import type { UnitRow } from '../../src/sync/activation.ts';
import type { StockAnswer } from '../../src/sync/console-api.ts';
import { isAlive } from '../../src/sync/records/merge.ts';
import { causesOf, type LateWrite } from './closing/causes.ts';
import { readState } from './state-codec.ts';
import { type Cell, createTallies, type Tallies } from './tallies.ts';

/** Who asks for a figure, of what: form, period and unit are known to be good. */
interface FigureWords {
  readonly book: string;
  readonly form: string;
  readonly period: string;
  /** Unit id. */
  readonly place: string;
  /** Behind the form's rows every other number of the programme, too. */
  readonly isWhole?: boolean;
}

/**
 * Registers of communes in memory, and what rests on them. It stands in a thread of its own and answers one question
 * after the other: nobody who asks the hub for something else waits for a count.
 */
export interface Shelf {
  /**
   * Makes ready for a book, whose units may have changed since.
   * @param today civil day, Asia/Ho_Chi_Minh
   * @param others units of other communes that share records with this one, each with its book
   * @returns number of the book's sequence at which its register stands; 0 for a new one
   */
  open(book: string, units: readonly UnitRow[], today: string, others?: Others): number;
  /** Records as they are now merged, as JSON texts, up to that number of the book's sequence. */
  apply(book: string, states: readonly string[], number: number): void;
  report(words: FigureWords): ReportTable;
  /** With names. */
  cases(words: FigureWords, row: string): readonly ReportCase[];
  /** Its stores and their orders today. */
  stock(book: string): StockAnswer;
  /**
   * A frozen report beside what this book comes to now; with names.
   * @param names of users, by id
   */
  closing(
    book: string,
    id: string,
    told: { readonly late: readonly LateWrite[]; readonly names: ReadonlyMap<string, string> },
  ): FrozenReport | undefined;
  /** What a number of a frozen report of stores was added up from, the latest of it. */
  frozenMoves(book: string, id: string, row: string, most: number): FrozenMoves | undefined;
  /** Every figure of the month's forms for each village and the commune, those that changed since it was last asked. */
  cells(book: string, month: string, places: readonly string[]): readonly Cell[];
  /** Puts a book away: what was answered last has not arrived. */
  forget(book: string): void;
}

/** [unit id, book] */
type Others = readonly (readonly [string, string])[];

interface Standing {
  readonly register: Register;
  readonly tallies: Tallies;
  readonly units: readonly UnitRow[];
  readonly others: Others;
  /** Records that were taken back. */
  readonly gone: Set<string>;
  /** Values that were answered, by month, place and indicator. */
  readonly told: Map<string, number | null>;
  today: string;
  number: number;
}

export function createShelf(): Shelf {
  const books = new Map<string, Standing>();
  const stand = (book: string): Standing => {
    const found = books.get(book);
    if (found === undefined) throw new RangeError('a book is opened before it is asked');
    return found;
  };
  return {
    open(book, units, today, others = []) {
      const known = books.get(book);
      const isSame = known !== undefined && isEqual([known.units, known.others], [units, others]);
      const standing = isSame ? known : openBook(units, today, others);
      standing.today = today;
      books.set(book, standing);
      return standing.number;
    },
    apply(book, states, number) {
      const standing = stand(book);
      const read = states.map(readState);
      for (const state of read) {
        if (isAlive(state)) standing.gone.delete(state.id);
        else standing.gone.add(state.id);
      }
      standing.register.apply(read.map((state) => ({ state, standing: 'confirmed' })));
      standing.number = number;
    },
    report({ book, form, period, place, isWhole = false }) {
      const { register } = stand(book);
      return isWhole ? register.wholeReport(form, period, place) : register.report(form, period, place);
    },
    cases: ({ book, form, period, place }, row) => stand(book).register.cases(form, row, period, place),
    stock(book) {
      const { register, today } = stand(book);
      return { today, stores: storesAbove(register.folk, today) };
    },
    closing: (book, id, { late, names }) =>
      frozenReport(stand(book).register, id, { nameOf: (user) => names.get(user), causeOf: causesOf(late, names) }),
    frozenMoves: (book, id, row, most) => frozenMoves(stand(book).register, id, row, most),
    cells: (book, month, places) => changedCells(stand(book), month, places),
    forget: (book) => void books.delete(book),
  };
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function openBook(units: readonly UnitRow[], today: string, others: Others): Standing {
  let tallies: Tallies | undefined;
  const gone = new Set<string>();
  const books = new Map(others);
  const standing = { today };
  const register = createRegister({
    catalogue,
    units,
    bounds: boundsOf({
      own: new Set(units.map(({ id }) => id)),
      bookOf: (place) => books.get(place),
      wasHere: (id) => gone.has(id),
    }),
    today: () => standing.today,
    alongside(book) {
      tallies = createTallies(book);
      return tallies;
    },
  });
  if (tallies === undefined) throw new TypeError('a register keeps what stands alongside');
  return Object.assign(standing, { register, tallies, units, others, gone, told: new Map(), number: 0 });
}

function changedCells({ units, tallies, told }: Standing, month: string, places: readonly string[]): readonly Cell[] {
  const period = readPeriod(month);
  if (!period.ok) throw new RangeError(`no month: ${month}`);
  const covered = new Map(
    places.map((place) => [place, new Set([place, ...unitsBeneath(units, place).map(({ id }) => id)])]),
  );
  const forms = catalogue.reports.filter((form) => form.period === 'month');
  const inForce = forms.filter((form) => formInForce(catalogue.reports, form.code, period.value) === form);
  const changed: Cell[] = [];
  for (const form of inForce) {
    for (const cell of tallies.cells(indicatorsOf(form), period.value, covered)) {
      const key = `${month} ${cell.place} ${cell.indicator}`;
      if (told.get(key) === cell.value) continue;
      told.set(key, cell.value);
      changed.push(cell);
    }
  }
  return changed;
}
