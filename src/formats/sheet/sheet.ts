/** A table as a file holds it: text cells. Rows are numbered from 1, the way a spreadsheet shows them. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Why a file is no table; `row` counts from 1. */
export interface SheetProblem {
  readonly is: 'not_utf8' | 'open_quote' | 'too_many_rows' | 'not_xlsx';
  readonly row: number;
}

/** Rows below the heading. A commune of 60,000 people with its events of five years stays below; more is a wrong file, said before memory runs out. */
export const mostRows = 200_000;

/** Cells beginning with these could be taken for a formula by a spreadsheet programme. */
export function looksLikeFormula(cell: string): boolean {
  return /^[=+\-@\t\r]/.test(cell);
}
