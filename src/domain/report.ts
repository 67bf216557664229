import type { Words } from './words.ts';

/** A statutory form only arranges indicators: a row list with validity, never a formula. */
export interface ReportRow {
  readonly number: string;
  readonly indicator: string;
  readonly indent: number;
  readonly label?: Words;
  /** false: ours, behind a switch, not printed on the legal form. */
  readonly isLegal: boolean;
}

export interface ReportForm {
  readonly code: string;
  readonly formSet: string;
  readonly title: Words;
  readonly period: 'month' | 'quarter' | 'year';
  /** Figures above the form: indicators of the state at the end of the period. */
  readonly above: readonly string[];
  readonly rows: readonly ReportRow[];
  readonly from: string;
  readonly to?: string;
  readonly law: string;
}

export interface ReportFigure {
  readonly row: string;
  readonly key: string;
  readonly label: Words;
  readonly unit: Words;
  readonly indent: number;
  readonly isLegal: boolean;
  /** null where a ratio has no denominator: shown "—", never 0. */
  readonly value: number | null;
  /** Since 1 January. */
  readonly cumulative: number | null;
  /** Of `value`, how many rest on ops that still wait for a verdict. */
  readonly waiting: number;
}

export interface ReportTable {
  readonly form: string;
  readonly formSet: string;
  readonly title: Words;
  readonly period: string;
  readonly place: string;
  readonly placeName: string;
  readonly above: readonly ReportFigure[];
  readonly rows: readonly ReportFigure[];
}

/** One case behind a number. `name` is empty above the commune until a ground is stated. */
export interface ReportCase {
  readonly record: string;
  readonly person: string;
  readonly household: string;
  readonly householdNumber: string;
  readonly villageName: string;
  readonly date: string;
  readonly sex: string;
  readonly name: string;
}
