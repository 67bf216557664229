import type { Outcome } from '../domain/outcome.ts';
import type {
  AsideAnswer,
  CasesAnswer,
  ClosingAnswer,
  ClosingsAnswer,
  JudgedAnswer,
  MovesAnswer,
  NamesAnswer,
  OrderReply,
  PasswordAnswer,
  ReportAnswer,
  RoadFileAnswer,
  SessionAnswer,
  StockAnswer,
  StockOrdersAnswer,
  UpperAnswer,
} from '../sync/console-api.ts';

export type {
  AsideDevice,
  CommuneReport,
  ConsoleCommune,
  OrderReply,
  UpperAnswer,
  UpperColumn,
} from '../sync/console-api.ts';

/** ended: no session any more · refused: not yours, or not there · broken: an answer that is none of the agreed ones */
export type ApiFailure = 'offline' | 'ended' | 'busy' | 'refused' | 'broken';

export type Reply<Answer> = Promise<Outcome<Answer, ApiFailure>>;

/** A report's number: form and row of a commune's book in a month ("2026-11"). */
export interface FigureAddress {
  readonly book: string;
  readonly form: string;
  readonly row: string;
  readonly period: string;
}

/** What the level above says of a frozen report; `reason` may be blank where it is received. */
interface Judged {
  readonly book: string;
  readonly id: string;
  readonly outcome: 'received' | 'returned';
  readonly reason: string;
}

/** What the console asks of its hub. */
export interface ConsoleApi {
  session(): Reply<SessionAnswer>;
  signIn(name: string, password: string): Reply<SessionAnswer>;
  signOut(): Reply<null>;
  changePassword(password: string, next: string): Reply<PasswordAnswer>;
  report(book: string, form: string, period: string): Reply<ReportAnswer>;
  cases(figure: FigureAddress): Reply<CasesAnswer>;
  /** The hub logs the look before it answers. */
  names(figure: FigureAddress, ground: string): Reply<NamesAnswer>;
  /** A period's report of each commune. */
  closings(period: string): Reply<ClosingsAnswer>;
  /** The level above's own form of a quarter or a year, from what communes handed in. */
  upper(period: string): Reply<UpperAnswer>;
  /** A frozen report, reconciled. */
  closing(book: string, id: string): Reply<ClosingAnswer>;
  /** What a number of a frozen report of stores was added up from. */
  closingMoves(book: string, id: string, row: string): Reply<MovesAnswer>;
  judge(judged: Judged): Reply<JudgedAnswer>;
  /** Waiting work that came as a file. */
  roadFile(text: string): Reply<RoadFileAnswer>;
  /** Devices whose work is kept aside. */
  aside(book: string): Reply<AsideAnswer>;
  stock(book: string): Reply<StockAnswer>;
  /** Answers lines of orders: all of them or none. */
  confirmOrders(book: string, lines: readonly OrderReply[]): Reply<StockOrdersAnswer>;
}

/** Why nobody was let in; `notBefore` in ms since 1970. */
export type SignInFault =
  | { readonly why: 'wrong' }
  | { readonly why: 'wait'; readonly notBefore: number | null }
  | { readonly why: ApiFailure };

export type PasswordFault = 'short' | 'same' | 'wrong' | ApiFailure;

/** Why the door is shut: nobody came in yet · 15 minutes without use · the hub ended it · signed out · a new password was set */
export type OutReason = 'first' | 'idle' | 'ended' | 'left' | 'changed';
