import type { ReportForm } from '../../domain/figure/report.ts';
import type { Words } from '../../domain/words.ts';
import { method } from '../codes/care/method.ts';

export type Row = ReportForm['rows'][number];
export type Rows = ReportForm['rows'];

/* How rows are written down: printed ones by their numbers, ours by their keys. */

export function printed(number: string, indicator: string, indent = 0): Row {
  return { number, indicator, indent, isLegal: true };
}

/** What the law's form has no row for: behind a switch, not printed. */
export function own(indicator: string, indent = 0): Row {
  return { number: indicator, indicator, indent, isLegal: false };
}

/** One row for all methods, and one for each: `users_end`, `users_end[iud]` … */
export function byMethod(number: string, key: string): Rows {
  const each = method.codes.map(({ key: one, label }, index) => ({
    ...printed(`${number}.${index + 1}`, `${key}[${one}]`, 1),
    short: label,
  }));
  return [printed(number, key), ...each];
}

/** The same of ours; what has no row for all methods keeps its whole words. */
export function ownByMethod(key: string): Rows {
  return [own(key), ...method.codes.map(({ key: one, label }) => ({ ...own(`${key}[${one}]`, 1), short: label }))];
}

export function ownForEachMethod(key: string): Rows {
  return method.codes.map(({ key: one }) => own(`${key}[${one}]`));
}

export function inPart(part: Words, rows: Rows): Rows {
  return rows.map((row) => ({ ...row, part }));
}
