import type { Words } from '../../words.ts';
import type { ReportCase, ReportTable } from '../report.ts';

/* A report in its life: frozen and sent, returned and frozen anew, received. What screens and console are told of it. */

/** submitted: the level above has not answered · returned: to be mended · received: for good, unless it is returned again */
export type ClosingState = 'submitted' | 'returned' | 'received';

/** What was still doubtful when the figures were frozen. */
export interface FrozenDoubts {
  /** Slips of the period's months that are not in, or went back. */
  readonly slips: number;
  readonly waiting: number;
  readonly drafts: number;
  readonly disagreements: number;
  readonly incomplete: number;
  readonly failed: number;
  /** Villages beside their own history, number by number. */
  readonly odd: number;
  /** Villages and goods: users beside what was given. */
  readonly goods: number;
}

/** One version of a report, as it was frozen. */
export interface Closing {
  /** Id of the fact. */
  readonly id: string;
  readonly form: string;
  readonly period: string;
  /** Unit id. */
  readonly place: string;
  /** 1, 2, 3 … of this form, period and place. */
  readonly version: number;
  readonly isLatest: boolean;
  /** Civil day, and who froze it: a name where one is known, else a user id. */
  readonly date: string;
  readonly author: string;
  /** confirmed: the hub has it · waiting: on this phone only, so far · mending: sent back */
  readonly standing: 'confirmed' | 'waiting' | 'mending';
  readonly state: ClosingState;
  readonly hash: string;
  readonly doubts: FrozenDoubts;
  /** The last answer of the level above. */
  readonly answer?: { readonly date: string; readonly by: string; readonly reason: string };
}

/** What moved in a store, and how much of it. */
export interface MovedGoods {
  readonly what: Words;
  readonly quantity: number;
  readonly unit: Words;
}

/** Who is counted otherwise than when the report was frozen, and by what. */
export interface ChangedCase {
  /** came: counted now and not then · went: counted then and not now */
  readonly is: 'came' | 'went';
  /** In the period, or only in the column since New Year. */
  readonly span: 'period' | 'year';
  /** Of a number that says what is private: the village alone. Of goods: the store, as its village. */
  readonly who: ReportCase;
  readonly goods?: MovedGoods;
  /** The fact that made the difference, who wrote it and on which civil day; blank where nobody knows. */
  readonly what: Words;
  readonly by: string;
  readonly on: string;
  readonly isTakenBack: boolean;
  /** Written or received after the report was frozen; what is not is a true difference. */
  readonly isLate: boolean;
}

interface Pair {
  readonly value: number | null;
  readonly cumulative: number | null;
  /** An expiry, of a row that is no number. */
  readonly text?: string;
}

/** A row that comes to something else than when it was frozen, or counts others. */
export interface ChangedRow {
  readonly row: string;
  readonly key: string;
  readonly label: Words;
  readonly decimals: number;
  readonly frozen: Pair;
  readonly now: Pair;
  readonly cases: readonly ChangedCase[];
  /** false: more differ than can be told one by one. */
  readonly isWhole: boolean;
  /** Names of villages whose lists differ while the commune's is the same. */
  readonly villages: readonly string[];
  /** Whether anything in it is more than late. */
  readonly isTrue: boolean;
}

/** A late fact changed the period before, which was frozen: "điều chỉnh kỳ trước". */
export interface CarriedRow {
  readonly key: string;
  readonly label: Words;
  readonly decimals: number;
  readonly frozen: number | null;
  readonly now: number | null;
  /** Since New Year, where that is another number than the period's. */
  readonly cumulative?: { readonly frozen: number | null; readonly now: number | null };
}

/** A frozen report as it is looked at. */
export interface FrozenReport {
  readonly closing: Closing;
  /** All versions of it, the oldest first. */
  readonly versions: readonly Closing[];
  readonly table: ReportTable;
  readonly carried: readonly CarriedRow[];
  /** What this book counts otherwise now. */
  readonly changes: readonly ChangedRow[];
  /** What the version before it said otherwise. */
  readonly before: readonly ChangedRow[];
}

/** A movement or a count behind a frozen number. */
export interface FrozenMove extends MovedGoods {
  readonly record: string;
  readonly store: string;
  readonly date: string;
  /** Counted then and not now: taken back since. */
  readonly isGone: boolean;
}

/** What a frozen number of the month's report of stores was added up from. */
export interface FrozenMoves {
  readonly label: Words;
  /** The latest last; `earlier` ones stand before them. */
  readonly moves: readonly FrozenMove[];
  readonly earlier: number;
  /** false: so many changed since that they cannot be told apart; these are those of now. */
  readonly isWhole: boolean;
}

/** A report that is to be handed in, from the day after its period until it is sent. */
export interface DueReport {
  readonly form: string;
  readonly period: string;
  /** The last day for it; `isSure` false: that year's holidays are not in the table yet. */
  readonly deadline: string;
  readonly isSure: boolean;
  /** open: nobody froze it yet · waiting: frozen, and not at the hub yet · returned: to be mended */
  readonly is: 'open' | 'waiting' | 'returned';
}
