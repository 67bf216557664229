import type { ReportTable } from '../../domain/figure/report.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Words } from '../../domain/words.ts';
import type {
  Doubt,
  MeetingNotes,
  SlipKeeper,
  SlipSize,
  TargetValue,
  TypedBeside,
  TypedFigure,
} from '../../register/figures/meeting/answers.ts';
import type { SlipTable } from '../../register/lives/answers.ts';
import type { Saved } from './phone-api.ts';
import type { FileBytes } from './transfer-api.ts';

export type MeetingSave = Promise<Outcome<Saved, Words>>;

/** What the officer says of a slip. */
interface SlipJudgement {
  readonly verdict: 'accepted' | 'returned';
  /** Why it is returned. */
  readonly reason: string;
  /** Ids of the doubts that were looked at one by one. */
  readonly confirmed: readonly string[];
}

/** A report as a file: its form, period, place, and whether each village has a column. */
export interface ReportOrder {
  readonly form: string;
  readonly period: string;
  readonly place: string;
  readonly format: 'xlsx' | 'csv' | 'dhis2';
  readonly hasVillages: boolean;
  /** Rows that stand on no form of the law. */
  readonly hasOwn: boolean;
}

/** The bytes, and of DHIS2 what its own rules would refuse: nothing is sent from here. */
export interface ReportFile {
  readonly file: FileBytes;
  readonly faults: readonly string[];
  /** Of a report that is frozen, the version that stands; what is written is of now where columns were asked for. */
  readonly frozen?: { readonly version: number; readonly isWritten: boolean };
}

/** What screens of a month's slips, of the meeting and of figures over time ask of the worker. */
export interface MeetingApi {
  /** Who hands in a slip for this month ("2026-10"): a collaborator herself, or everybody where an officer asks. */
  slipKeepers(month: string): Promise<readonly SlipKeeper[]>;
  /** How long each of the eleven lists is. `keeper`: her id, see `SlipKeeper`. */
  slipSizes(month: string, keeper: string): Promise<readonly SlipSize[]>;
  /** One of them, opened; of a private one the looks are logged first. Nothing for who may not see it. */
  slipList(month: string, keeper: string, list: number): Promise<SlipTable | undefined>;
  /** All of them, for paper; looks are logged first. */
  slipPaper(month: string, keeper: string): Promise<readonly SlipTable[]>;
  /** What is doubtful in her month, of one keeper, or of everybody (`''`). */
  slipDoubts(month: string, keeper: string): Promise<readonly Doubt[]>;
  /** Her month is handed in, by herself or on paper at the office. */
  handInSlip(month: string, keeper: string): MeetingSave;
  judgeSlip(month: string, keeper: string, judgement: SlipJudgement): MeetingSave;
  meetingNotes(month: string): Promise<MeetingNotes>;
  saveMeeting(month: string, notes: MeetingNotes): MeetingSave;
  targets(year: number): Promise<readonly TargetValue[]>;
  saveTargets(year: number, values: readonly TargetValue[]): MeetingSave;
  /** What was typed from the paper report of a form and period, for each of its printed rows. */
  typedFigures(form: string, period: string): Promise<readonly TypedFigure[]>;
  saveTyped(form: string, period: string, values: readonly TypedFigure[]): MeetingSave;
  /** Where typed numbers stand for a time before the book: beside last year's, since January. */
  typedBeside(form: string, period: string): Promise<readonly TypedBeside[]>;
  /** Numbers of a workbook or CSV file laid out like the form; nothing is saved. */
  typedInFile(form: string, period: string, file: FileBytes): Promise<readonly TypedFigure[]>;
  /** Numbers of these indicators, period by period, at a place. */
  figureSeries(
    keys: readonly string[],
    periods: readonly string[],
    place: string,
  ): Promise<readonly (readonly (number | null)[])[]>;
  /** A form of the commune, then of each place beneath it that has a column. */
  reportColumns(form: string, period: string): Promise<readonly ReportTable[]>;
  reportFile(order: ReportOrder): Promise<ReportFile>;
}
