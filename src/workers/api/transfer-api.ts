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
  /** Whom or which household the row is about, as far as the file or the book names it. */
  readonly about: { readonly is: 'person' | 'household'; readonly name: string } | undefined;
  readonly column: string;
  readonly strength: 'refuse' | 'ask';
  /** Key of the reason. */
  readonly why: string;
  readonly words: Words;
}

export interface TableCounts {
  readonly table: string;
  readonly rows: number;
  readonly fine: number;
  readonly doubtful: number;
  readonly refused: number;
}

/** A kind of doubt, with the number of rows that have it. */
export interface DoubtKind {
  readonly why: string;
  readonly words: Words;
  readonly rows: number;
}

/** Remarks are drawn so many at a time: thousands of rows would hold a page up. */
export interface RemarkPage {
  readonly remarks: readonly RowRemark[];
  /** All that there are. */
  readonly of: number;
}

/** What would be written if a person says so; nothing is yet. */
export interface ImportPreview {
  readonly is: 'preview';
  readonly tables: readonly TableCounts[];
  /** The first of them, refused rows before doubtful ones. */
  readonly remarks: RemarkPage;
  readonly doubts: readonly DoubtKind[];
  /** Entries of the book that would be written, doubtful rows taken. */
  readonly writes: number;
  /** These files are those of the import that was cut off: the rest of it comes in. */
  readonly goesOn: boolean;
  /** Columns that no table has. */
  readonly strange: readonly string[];
  /** Files and sheets that hold no table of a register. */
  readonly unread: readonly string[];
  /** The old font that some of the text was typed in. */
  readonly font: SheetSample['font'];
  /** Rows of units.csv, and those that this device does not know: only the hub makes places. */
  readonly units?: { readonly rows: number; readonly unknown: readonly string[] };
}

/** Which doubtful rows are taken: all, none, or those whose every doubt is of these kinds. */
export type TakenDoubts = 'take' | 'leave' | { readonly kinds: readonly string[] };

/** A sheet of no fixed format: its first rows, and what each column seems to hold. */
export interface SheetSample {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
  /** Index of the row that names the columns, the lower one where two do, as it seems. */
  readonly heading: number;
  /** For each of the rows: what the columns are called and seem to hold when the heading ends there; empty where unknown. */
  readonly readings: readonly { readonly titles: readonly string[]; readonly columns: readonly string[] }[];
  /** What a person said of words in a list with the same heading. */
  readonly words: SheetWords;
  /** The old font that some of its text was typed in. */
  readonly font: 'tcvn3' | 'vni' | '';
}

/** What words mean, by column and word. */
export type SheetWords = { readonly [column: string]: { readonly [word: string]: string } };

/** How a person reads a sheet: remembered, and offered for the next file with the same headings. */
export interface SheetMapping {
  readonly sheet: string;
  readonly heading: number;
  readonly columns: readonly string[];
  /** Unit id of the village, where no column says it. */
  readonly village: string;
  readonly words: SheetWords;
}

/** A word of a list that nobody knows: where it stands, how often, and what it may be said to mean. */
export interface AskedWord {
  readonly column: string;
  readonly word: string;
  /** Key of the word in `SheetWords`. */
  readonly key: string;
  readonly rows: number;
  readonly choices: readonly { readonly key: string; readonly words: Words }[];
}

/** A profile laid over a sheet; `no_profile`: the file is none · `other_list`: no column of the sheet is called so. */
export type OpenedProfile =
  | { readonly is: 'profile'; readonly columns: readonly string[]; readonly words: SheetWords }
  | { readonly is: 'no_profile' }
  | { readonly is: 'other_list' };

export type OpenedFiles =
  | ImportPreview
  | { readonly is: 'sheets'; readonly sheets: readonly SheetSample[]; readonly unread: readonly string[] }
  | { readonly is: 'no_table' }
  | { readonly is: 'columns'; readonly file: string; readonly missing: readonly string[] }
  | {
      readonly is: 'unreadable';
      readonly file: string;
      readonly why: 'not_utf8' | 'open_quote' | 'too_many_rows' | 'not_xlsx';
      readonly row: number;
    };

/** How far an import has come: whole only when the last of it is in. */
export interface ImportStanding {
  readonly written: number;
  readonly of: number;
  readonly isWhole: boolean;
  readonly isUndone: boolean;
  /** An undo that was cut off. */
  readonly back?: { readonly written: number; readonly of: number };
}

export interface LastImport extends ImportStanding {
  /** ms since 1970. */
  readonly at: number;
  /** Entries that its undo left: something was written on them since. */
  readonly kept: number;
}

/** An import that another device wrote. */
export interface ImportElsewhere extends ImportStanding {
  /** Civil day. */
  readonly day: string;
}

/** What the worker is at; `of` is 0 where nobody knows how much there is. */
export interface TransferProgress {
  readonly is: 'idle' | 'reading' | 'judging' | 'writing' | 'undoing';
  readonly done: number;
  readonly of: number;
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
  /** Name of the village where that household stands: each has its own number 1. */
  readonly village: string;
  /** Of a difference: list and register, in words; no word of the register where the field is sensitive. */
  readonly differs: readonly {
    readonly field: ComparedField;
    readonly list: string;
    readonly register: string | undefined;
  }[];
}

export type ComparedField =
  | 'fullName'
  | 'birthDate'
  | 'sex'
  | 'relation'
  | 'ethnicity'
  | 'education'
  | 'marital'
  | 'residence'
  | 'insuranceNo'
  | 'nationalId'
  | 'householdNumber'
  | 'village'
  | 'address'
  | 'phone';

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
  /** Of a purpose that is not in the list: what it is, whom it names, and who said yes to it. */
  readonly other?: OtherPurpose;
}

export interface OtherPurpose {
  readonly words: string;
  /** Completed years; empty: any. */
  readonly fromAge: string;
  readonly toAge: string;
  readonly sex: 'male' | 'female' | '';
  /** The head who approved it, the day (yyyy-mm-dd) and the number of the document. */
  readonly approvedBy: string;
  readonly approvedOn: string;
  readonly document: string;
}

export interface ExtractPurpose {
  readonly key: string;
  readonly words: Words;
  readonly columns: readonly Words[];
  /** People whom it would name, in the place asked for; absent where the order says whom. */
  readonly people?: number;
}

export interface ExtractEntry extends ExtractOrder {
  readonly number: string;
  /** ms since 1970. */
  readonly at: number;
  readonly people: number;
  readonly user: string;
}

/** The register as it went out once. */
export interface ExportEntry {
  /** ms since 1970. */
  readonly at: number;
  readonly user: string;
  readonly format: 'csv' | 'xlsx';
}

export interface TransferApi {
  /** Reads and judges files; nothing is written. */
  openFiles(files: readonly FileBytes[]): Promise<OpenedFiles>;
  /** Words of an opened sheet that nobody knows, the most frequent first. */
  sheetWords(mapping: SheetMapping): Promise<readonly AskedWord[]>;
  /** Reads an opened sheet the way a person says. */
  mapSheet(mapping: SheetMapping): Promise<OpenedFiles>;
  /** A way of reading as a file for another office. */
  saveProfile(mapping: SheetMapping): Promise<FileBytes>;
  /** A way of reading out of a file, laid over a heading. */
  openProfile(file: FileBytes, titles: readonly string[]): Promise<OpenedProfile>;
  /** Remarks of what was opened last, from one on; only of one kind where `why` names it. */
  importRemarks(from: number, why: string): Promise<RemarkPage>;
  /** Writes what was opened last, as one undoable act. `unfinished`: other files come before these, or their undo. */
  takeFiles(
    doubtful: TakenDoubts,
  ): Promise<
    { readonly is: 'done'; readonly written: number } | { readonly is: 'full' } | { readonly is: 'unfinished' }
  >;
  /** What is under way, also when the page that began it is gone. */
  transferProgress(): Promise<TransferProgress>;
  lastImport(): Promise<LastImport | undefined>;
  /** Those that are not whole here, and the latest others. */
  importsElsewhere(): Promise<readonly ImportElsewhere[]>;
  /** Brings back what was before the last import, as soon as it has ended; leaves what somebody worked on with since. */
  undoImport(): Promise<void>;
  /** The four files of what this device holds, logged; of an officer only. */
  exportFiles(format: 'csv' | 'xlsx'): Promise<readonly FileBytes[] | 'no_officer'>;
  exportLog(): Promise<readonly ExportEntry[]>;
  /** A list against the register: who is missing, who is extra, what differs. Nothing is written. */
  compareSheet(mapping: SheetMapping): Promise<Comparison>;
  extractPurposes(place: string): Promise<readonly ExtractPurpose[]>;
  /** How many a list would name. */
  countExtract(order: ExtractOrder): Promise<number>;
  /** The list as a file; logged with its number. */
  extractList(order: ExtractOrder): Promise<FileBytes>;
  extractLog(): Promise<readonly ExtractEntry[]>;
}
