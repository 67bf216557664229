import type { Sheet } from '../../sheet/sheet.ts';
import type { SheetFact } from './headings.ts';
import type { Mapping } from './mapping.ts';

/** A row of a list, by what its columns hold; a name in several columns is one. */
export interface Line {
  /** As a spreadsheet shows it. */
  readonly number: number;
  cell(fact: SheetFact): string;
}

/** The rows below the heading; blank ones and the row of column numbers that printed forms have are none. */
export function* linesOf(sheet: Sheet, { heading, columns }: Pick<Mapping, 'heading' | 'columns'>): Generator<Line> {
  const places = new Map<string, number[]>();
  for (const [index, fact] of columns.entries()) places.set(fact, [...(places.get(fact) ?? []), index]);
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= heading || cells.every((cell) => cell.trim() === '')) continue;
    const textAt = (index: number) => cells[index]?.normalize('NFC').trim().replace(/\.0$/, '') ?? '';
    const cell = (fact: SheetFact) => {
      const [first = -1, ...others] = places.get(fact) ?? [];
      if (fact !== 'full_name' || others.length === 0) return textAt(first);
      return [first, ...others]
        .map(textAt)
        .filter((text) => text !== '')
        .join(' ');
    };
    if (/^(?:\(?\d{1,2}\)?\s*)+$/.test(cell('full_name'))) continue;
    yield { number: index + 1, cell };
  }
}
