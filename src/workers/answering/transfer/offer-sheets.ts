import { guessColumns, guessHeading, headingRows, titlesOf } from '../../../formats/interchange/wizard/headings.ts';
import { readOldFonts } from '../../../formats/old-fonts/recognise-font.ts';
import type { Sheet } from '../../../formats/sheet/sheet.ts';
import type { NoteBox } from '../../../store/notes.ts';
import type { SheetMapping, SheetSample } from '../../api/transfer-api.ts';

/** A list as it reads once its old cells are Unicode. */
export interface ReadableSheet extends Sheet {
  readonly font: SheetSample['font'];
}

export function readable(sheet: Sheet): ReadableSheet {
  const { rows, font } = readOldFonts(sheet.rows);
  return { name: sheet.name, rows, font: font ?? '' };
}

/** A reading that a person chose, with the titles that it was chosen for. */
interface Kept {
  readonly mapping: SheetMapping;
  readonly titles: readonly string[];
}

const mappingNote = 'mapping';

export async function keepMapping(notes: NoteBox, sheet: Sheet, mapping: SheetMapping): Promise<void> {
  const kept: Kept = { mapping, titles: titlesOf(sheet.rows, mapping.heading) };
  await notes.put(mappingNote, kept);
}

/** Sheets of no fixed format as a person is asked about them; a reading that fitted the same headings before comes first. */
export async function offerSheets(sheets: readonly ReadableSheet[], notes: NoteBox): Promise<readonly SheetSample[]> {
  const kept = await notes.get<Kept>(mappingNote);
  return sheets.map(({ name, rows, font }) => {
    const sample = rows.slice(0, headingRows);
    const titles = sample.map((_, index) => titlesOf(rows, index));
    const same = kept === undefined ? -1 : titles.findIndex((one) => isSame(one, kept.titles));
    const readings = titles.map((one, index) => ({
      titles: one,
      columns:
        index === same
          ? (kept?.mapping.columns ?? [])
          : guessColumns(one, rows.slice(index + 1, index + 1 + headingRows)),
    }));
    const words = same === -1 ? {} : (kept?.mapping.words ?? {});
    return { sheet: name, rows: sample, heading: same === -1 ? guessHeading(rows) : same, readings, words, font };
  });
}

function isSame(one: readonly string[], other: readonly string[] | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
