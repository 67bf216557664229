import type { Sheet } from '../../sheet/sheet.ts';
import type { SheetFact } from './headings.ts';
import type { Mapping } from './mapping.ts';

/** A row of a list, by what its columns hold. */
export interface Line {
  /** As a spreadsheet shows it. */
  readonly number: number;
  cell(fact: SheetFact): string;
}

/** The rows below the heading; blank ones and the row of column numbers that printed forms have are none. */
export function* linesOf(sheet: Sheet, { heading, columns }: Pick<Mapping, 'heading' | 'columns'>): Generator<Line> {
  const places = new Map(columns.map((fact, index) => [fact, index]));
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= heading || cells.every((cell) => cell.trim() === '')) continue;
    const cell = (fact: SheetFact) => cells[places.get(fact) ?? -1]?.normalize('NFC').trim().replace(/\.0$/, '') ?? '';
    if (/^\(?\d{1,2}\)?$/.test(cell('full_name'))) continue;
    yield { number: index + 1, cell };
  }
}
