import type { Closing, DueReport, FrozenMoves, FrozenReport } from '../domain/figure/closing/closing.ts';
import type { ReportCase, ReportTable } from '../domain/figure/report.ts';
import type { StoreAbove } from '../domain/stock/store.ts';
import type { Role } from './activation.ts';
import type { RoadFault } from './wire/road-file.ts';

/* What the console and its hub say to each other, as JSON under /api. Every answer is `no-store`. */

/** POST /api/session {name, password} → SessionAnswer · DELETE /api/session · GET /api/session */
export type SessionAnswer =
  | {
      readonly is: 'open';
      readonly userName: string;
      readonly role: Role;
      readonly communes: readonly ConsoleCommune[];
    }
  | { readonly is: 'change_password' }
  | { readonly is: 'refused'; readonly why: 'wrong' | 'wait'; readonly notBefore?: number }
  | { readonly is: 'none' };

export interface ConsoleCommune {
  readonly book: string;
  readonly code: string;
  readonly name: string;
}

/** Characters (code points of NFC) of a password: length makes it hard to guess, not signs (NIST SP 800-63B; ASVS 5.0, 6.2). */
export const passwordCharacters = { fewest: 12, most: 256 } as const;

/** Characters of a stated ground for seeing names. */
export const groundCharacters = { fewest: 5, most: 300 } as const;

/** POST /api/password {password, next} → PasswordAnswer */
export type PasswordAnswer =
  | { readonly is: 'changed' }
  | { readonly is: 'refused'; readonly why: 'short' | 'same' | 'wrong' };

/** GET /api/report?book=&form=01-DSX&period=2026-11 */
export type ReportAnswer = ReportTable;

/** GET /api/cases?book=&form=&row=&period= → cases without names */
export interface CasesAnswer {
  readonly cases: readonly ReportCase[];
}

/** POST /api/names {book, form, row, period, ground} → the cases with names; the look is logged first. `ground` ≥ 5 characters. */
export type NamesAnswer =
  | { readonly is: 'named'; readonly cases: readonly ReportCase[] }
  | { readonly is: 'refused'; readonly why: 'ground' };

/** GET /api/stock?book= → the commune's stores and their orders. `today`: civil day of the hub. */
export interface StockAnswer {
  readonly today: string;
  readonly stores: readonly StoreAbove[];
}

/** What is answered to one line of an order. Another quantity than was asked for says why. */
export interface OrderReply {
  readonly order: string;
  readonly quantity: number;
  readonly why: string;
}

/** POST /api/stock-orders {book, lines} → how many answers were written: one that stands already is not written again. */
export type StockOrdersAnswer =
  | { readonly is: 'confirmed'; readonly lines: number }
  /** order: a line is not there any more, or its goods came · quantity: not whole · why: another quantity without a reason */
  | { readonly is: 'refused'; readonly why: 'order' | 'quantity' | 'why' };

/** POST /api/road-file {text} → what became of waiting work that came as a file, and the answers to give back. */
export type RoadFileAnswer =
  | { readonly is: 'taken'; readonly taken: number; readonly of: number; readonly answers: string }
  /** `answers`: the file holds the hub's own answers, and is for a phone. */
  | { readonly is: 'refused'; readonly why: RoadFault | 'answers' | 'foreign' };

/** A device of which work is kept aside that nobody has decided on; never what the work says. */
export interface AsideDevice {
  readonly device: string;
  readonly userName: string;
  /** frozen: it gave a number out twice · revoked: what it sent since */
  readonly status: string;
  readonly ops: number;
}

/** GET /api/aside?book=… → devices whose work waits for a word; it is spoken at the server's own command line. */
export interface AsideAnswer {
  readonly devices: readonly AsideDevice[];
}

/** A report of a commune in a period: when it is due, and its version that stands; none while nobody froze it. */
export interface CommuneReport extends Pick<DueReport, 'form' | 'period' | 'deadline' | 'isSure'> {
  readonly book: string;
  /** Of a commune that went into the book's since: it answers for a period in which it stood. */
  readonly name?: string;
  readonly closing?: Closing;
}

/** GET /api/closings?period=2026-10 → the period's reports of each commune. */
export interface ClosingsAnswer {
  readonly reports: readonly CommuneReport[];
}

/** A commune on an upper form. */
export interface UpperColumn {
  readonly book: string;
  /** Of a commune that went into the book's since. */
  readonly name?: string;
  /** Its version that stands; none while nobody froze it. A returned one is told, and not counted. */
  readonly closing?: Closing;
  /** Its numbers as it handed them in, in the order of the form; none where none counts. */
  readonly values: readonly (number | null)[];
}

/** GET /api/upper?period=2026-Q2 → the level above's own form: the communes together, and each as it handed in. */
export interface UpperAnswer {
  /** Civil day until which the level above hands in. */
  readonly deadline: string;
  /** Of those columns that have values. */
  readonly together: ReportTable;
  readonly columns: readonly UpperColumn[];
}

/** GET /api/closing?book=&id= → a frozen report, reconciled with what the hub holds; without names. */
export type ClosingAnswer = FrozenReport;

/** GET /api/closing-moves?book=&id=&row= → what a number of a frozen report of stores was added up from, the latest of it. */
export type MovesAnswer = FrozenMoves;

/** POST /api/closing {book, id, outcome, reason} → JudgedAnswer. A report that is returned needs a reason. */
export type JudgedAnswer =
  | { readonly is: 'judged' }
  /** stale: another version stands, or it was answered so already. */
  | { readonly is: 'refused'; readonly why: 'reason' | 'stale' };

/** Characters of a reason for returning a report. */
export const reasonCharacters = { fewest: 5, most: 1000 } as const;
