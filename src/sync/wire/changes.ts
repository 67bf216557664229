import type { Value } from '../../domain/value.ts';
import type { OpId, RecordId } from '../op.ts';
import type { SignedVerdict } from '../verdict.ts';

/** One op that heads of a row come from: its id, effective stamp and author. */
export type RowSource = readonly [op: OpId, ms: number, counter: number, user: string];

/** Heads of one field: pairs of index into the row's sources and value; nearly always one pair. */
export type RowHeads = readonly (readonly [source: number, value: Value])[];

/** A record as the hub merged it, in the compact form that travels down and that pages store. */
export interface RecordRow {
  readonly k: string;
  readonly id: RecordId;
  readonly o: readonly RowSource[];
  /** Place: source index and unit id. */
  readonly p: readonly [source: number, place: string];
  readonly f: { readonly [field: string]: RowHeads };
  readonly life?: RowHeads;
}

/** A record that left this device's places or role. */
export interface GoneRow {
  readonly k: string;
  readonly id: RecordId;
  readonly gone: true;
}

/** Answer of `GET /sync/changes?after=<cursor>`: rows of one commune's book in the order of its one sequence. */
export interface Changes {
  readonly rows: readonly (RecordRow | GoneRow)[];
  /** Asked with `&place=`: rows of that place alone, so that one village is there before the commune; the cursor is of this way only. */
  readonly of?: string;
  /**
   * Asked with `&as=page`: of each place the rows as a page of storage, with nothing in `rows`. More than one place may be
   * asked for, one behind the other with a comma: as many come as fit, each whole, and `after`, `cursor` and `more` are of the
   * first alone. A hub of before does not know that, and sends rows.
   */
  readonly pages?: readonly PlacePage[];
  /** With `pages`: how far the book is, and what of it this device may hold. */
  readonly book?: BookSummary;
  /** Last number covered; to be stored in the same transaction as the rows. */
  readonly cursor: number;
  /** More is waiting beyond this answer. */
  readonly more: boolean;
  /** Records that wait beyond `after`: exactly so many on the first page, at most so many on later ones. */
  readonly total: number;
  readonly hubTime: number;
  readonly hubEpoch: number;
  readonly epoch: number;
  /** Root digest (hex, 32 digits) of what this device may hold at `cursor`; only when `more` is false. */
  readonly digest?: string;
  /** A verdict on no envelope, with this device's lease: who has nothing to send is in contact too. With the digest. */
  readonly contact?: SignedVerdict;
}

/** `page`: base64url of its deflated bytes (deflate-raw; columns, version 2). */
export type PlacePage = readonly [place: string, page: string];

/** Of the snapshot that an answer is from. */
export interface BookSummary {
  /** The book's last number: nothing has changed since an answer with the same. */
  readonly last: number;
  readonly places: readonly (readonly [place: string, records: number])[];
}
