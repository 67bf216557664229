import { guessColumns, guessHeading } from '../../../formats/interchange/wizard/headings.ts';
import { fromOldFont, recogniseFont } from '../../../formats/old-fonts/recognise-font.ts';
import type { Sheet } from '../../../formats/sheet/sheet.ts';
import type { NoteBox } from '../../../store/notes.ts';
import type { SheetMapping, SheetSample } from '../../api/transfer-api.ts';

const shownRows = 12;

/** Sheets of no fixed format as a person is asked about them; a reading that fitted the same headings before comes first. */
export async function offerSheets(sheets: readonly Sheet[], notes: NoteBox): Promise<readonly SheetSample[]> {
  const kept = await notes.get<{ readonly mapping: SheetMapping; readonly heading?: readonly string[] }>('mapping');
  return sheets.map(({ name, rows }) => {
    const sample = rows.slice(0, shownRows);
    const same = rows.findIndex((row) => JSON.stringify(row) === JSON.stringify(kept?.heading));
    const heading = same === -1 ? guessHeading(rows) : same;
    const columns = same === -1 ? guessColumns(rows[heading] ?? []) : (kept?.mapping.columns ?? []);
    return { sheet: name, rows: sample, heading, columns, font: recogniseFont(sample.flat().join(' ')) ?? '' };
  });
}

/** A sheet typed in an old font reads as Vietnamese from here on. */
export function readable(sheet: Sheet): Sheet {
  const font = recogniseFont(sheet.rows.slice(0, 200).flat().join(' '));
  if (font === undefined) return sheet;
  return { name: sheet.name, rows: sheet.rows.map((row) => row.map((cell) => fromOldFont(cell, font))) };
}
