import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { TableName } from '../file/columns.ts';
import type { Remark } from '../file/remark.ts';
import type { Tables } from '../file/table.ts';
import type { Known } from '../known.ts';

/** Which doubtful rows are taken: all, none, or those whose every doubt is of these kinds. */
export type Taking = 'take' | 'leave' | { readonly kinds: readonly string[] };

/** What goes in: tables, the book, and which rows a person left out. */
export interface ImportOrder {
  readonly tables: Tables;
  readonly known: Known;
  /** Id of the commune's book: ids of records are made of it. */
  readonly book: string;
  /** Civil day of now. */
  readonly today: string;
  readonly doubtful: Taking;
}

/** Rows of one table by what becomes of them. */
export interface RowCounts {
  readonly rows: number;
  readonly fine: number;
  readonly doubtful: number;
  readonly refused: number;
}

export interface ImportPlan {
  readonly remarks: readonly Remark[];
  readonly counts: { readonly [table in TableName]?: RowCounts };
  /** What is to be written, in this order, each group all or none; empty where the book says all of it already. */
  readonly groups: readonly (readonly OpDraft[])[];
  /** The same, one by one. */
  readonly drafts: readonly OpDraft[];
  /** Columns that no table has. */
  readonly strange: readonly { readonly table: TableName; readonly columns: readonly string[] }[];
}
