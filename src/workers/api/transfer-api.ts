import type { Words } from '../../domain/words.ts';

/* Registers that come in and go out. Bytes of files go to the worker and are read there; a screen sees counts and rows. */

export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A row that cannot be taken, or that a person must look at. `row` as a spreadsheet shows it. */
interface RowRemark {
  readonly table: string;
  readonly row: number;
  readonly column: string;
  readonly strength: 'refuse' | 'ask';
  readonly words: Words;
}

export interface TableCounts {
  readonly table: string;
  readonly rows: number;
  readonly fine: number;
  readonly doubtful: number;
  readonly refused: number;
}

/** What would be written if a person says so; nothing is yet. */
export interface ImportPreview {
  readonly is: 'preview';
  readonly tables: readonly TableCounts[];
  /** The first of them; the counts know all. */
  readonly remarks: readonly RowRemark[];
  /** Entries of the book that would be written, doubtful rows taken. */
  readonly writes: number;
  readonly strange: readonly string[];
}

/** A sheet of no fixed format: its first rows, and what each column seems to hold. */
export interface SheetSample {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
  /** Index of the row that names the columns, as it seems. */
  readonly heading: number;
  /** Of each column, the fact it seems to hold; empty where unknown. */
  readonly columns: readonly string[];
  /** The old font that its text was typed in. */
  readonly font: 'tcvn3' | 'vni' | '';
}

/** How a person reads a sheet: remembered, and offered for the next file with the same headings. */
export interface SheetMapping {
  readonly sheet: string;
  readonly heading: number;
  readonly columns: readonly string[];
  /** Unit id of the village, where no column says it. */
  readonly village: string;
}

export type OpenedFiles =
  | ImportPreview
  | { readonly is: 'sheets'; readonly sheets: readonly SheetSample[] }
  | { readonly is: 'no_table' }
  | { readonly is: 'columns'; readonly file: string; readonly missing: readonly string[] }
  | {
      readonly is: 'unreadable';
      readonly file: string;
      readonly why: 'not_utf8' | 'open_quote' | 'too_many_rows' | 'not_xlsx';
      readonly row: number;
    };

export interface LastImport {
  /** ms since 1970. */
  readonly at: number;
  readonly written: number;
  readonly isUndone: boolean;
}

/** One line of a comparison. */
export interface ComparedLine {
  readonly is: 'missing' | 'extra' | 'different';
  /** Row of the list; 0 for somebody who is in the register only. */
  readonly row: number;
  readonly name: string;
  readonly birthDate: string;
  /** Household of the register; empty for who is not in it. */
  readonly household: string;
  readonly householdNumber: string;
  /** Of a difference: list and register. */
  readonly differs: readonly { readonly field: string; readonly list: string; readonly register: string }[];
}

export interface Comparison {
  readonly listed: number;
  readonly same: number;
  readonly lines: readonly ComparedLine[];
}

/** A list for another office: which, for whom, on which ground. */
export interface ExtractOrder {
  readonly purpose: string;
  /** Unit id of a village, or of the commune. */
  readonly place: string;
  readonly recipient: string;
  readonly ground: string;
}

export interface ExtractPurpose {
  readonly key: string;
  readonly words: Words;
  readonly columns: readonly Words[];
  /** People whom it would name, in the whole commune. */
  readonly people: number;
}

export interface ExtractEntry extends ExtractOrder {
  readonly number: string;
  /** ms since 1970. */
  readonly at: number;
  readonly people: number;
  readonly user: string;
}

export interface TransferApi {
  /** Reads and judges files; nothing is written. */
  openFiles(files: readonly FileBytes[]): Promise<OpenedFiles>;
  /** Reads an opened sheet the way a person says. */
  mapSheet(mapping: SheetMapping): Promise<OpenedFiles>;
  /** Writes what was opened last, as one undoable act. */
  takeFiles(
    doubtful: 'take' | 'leave',
  ): Promise<{ readonly is: 'done'; readonly written: number } | { readonly is: 'full' }>;
  /** Entries written so far of the act under way. */
  transferProgress(): Promise<{ readonly done: number; readonly of: number }>;
  lastImport(): Promise<LastImport | undefined>;
  /** Takes the last import back: voids all that it made. */
  undoImport(): Promise<void>;
  /** The four files of what this device holds. */
  exportFiles(format: 'csv' | 'xlsx'): Promise<readonly FileBytes[]>;
  /** A list against the register: who is missing, who is extra, what differs. Nothing is written. */
  compareSheet(mapping: SheetMapping): Promise<Comparison>;
  extractPurposes(): Promise<readonly ExtractPurpose[]>;
  /** The list as a file; logged with its number. */
  extractList(order: ExtractOrder): Promise<FileBytes>;
  extractLog(): Promise<readonly ExtractEntry[]>;
}
