import { bad, good, type Outcome } from '../../../domain/outcome.ts';
import { neededColumns } from '../../../formats/interchange/file/columns.ts';
import { findTables, isFilled, type OpenedFile } from '../../../formats/interchange/file/find-tables.ts';
import type { Tables } from '../../../formats/interchange/file/table.ts';
import { inStretches } from '../../../formats/interchange/in-stretches.ts';
import { readOldFonts } from '../../../formats/old-fonts/recognise-font.ts';
import { decodeText, hasUtf8Lines, notUtf8, readCsvInSteps } from '../../../formats/sheet/read-csv.ts';
import { isWorkbook, readXlsx } from '../../../formats/sheet/read-xlsx.ts';
import type { Sheet, SheetProblem } from '../../../formats/sheet/sheet.ts';
import type { FileBytes, ImportPreview, OpenedFiles } from '../../api/transfer-api.ts';
import type { Tell } from './work.ts';
import { workerPace } from './worker-pace.ts';

/** Files as they were read: tables of the fixed format, or sheets for a person to read. */
export interface Opened {
  readonly sheets: readonly Sheet[];
  readonly tables: Tables | undefined;
  readonly unread: readonly string[];
  /** The old font that some text of the tables was typed in. */
  readonly font: ImportPreview['font'];
}

type Trouble = Extract<OpenedFiles, { is: 'unreadable' | 'columns' }>;

/** Reads all files, answering screens meanwhile. A list whose sheet is only called like a table stays a list. */
export async function openAll(files: readonly FileBytes[], tell: Tell): Promise<Outcome<Opened, Trouble>> {
  const opened: OpenedFile[] = [];
  for (const [index, { name, bytes }] of files.entries()) {
    tell(index * 100, files.length * 100);
    const read = await readAny(bytes, name, (part) => tell((index + part) * 100, files.length * 100));
    if (!read.ok) return bad({ is: 'unreadable', file: name, why: read.error.is, row: read.error.row });
    opened.push({ name, sheets: read.value });
  }
  const sheets = opened.flatMap((file) => file.sheets).filter(isFilled);
  const found = findTables(opened);
  if (!found.ok) {
    const { table, missing } = found.error.problem;
    const isList = missing.length === neededColumns[table].length;
    return isList
      ? good({ sheets, tables: undefined, unread: [], font: '' })
      : bad({ is: 'columns', file: found.error.file, missing });
  }
  const { tables, unread, font } = found.value;
  const isRegister = Object.keys(tables).length > 0;
  return good({ sheets, tables: isRegister ? tables : undefined, unread: isRegister ? unread : [], font: font ?? '' });
}

async function readAny(
  bytes: FileBytes['bytes'],
  name: string,
  onPart: (part: number) => void,
): Promise<Outcome<readonly Sheet[], SheetProblem>> {
  if (isWorkbook(bytes)) return readXlsx(bytes);
  const sheetName = name.replace(/^.*[\\/]|\.[^.]*$/g, '');
  const text = decodeText(bytes);
  const sheet = await readText(text ?? new TextDecoder('windows-1252').decode(bytes), sheetName, onPart);
  if (!sheet.ok) return text === undefined ? bad(notUtf8(bytes)) : sheet;
  // No UTF-8: a list typed in an old font, or a file that is broken, e.g. pasted together of both.
  if (text === undefined && hasUtf8Lines(bytes)) return bad(notUtf8(bytes));
  if (text === undefined && readOldFonts(sheet.value.rows).font === undefined) return bad(notUtf8(bytes));
  return good([sheet.value]);
}

function readText(text: string, name: string, onPart: (part: number) => void): Promise<Outcome<Sheet, SheetProblem>> {
  const work = readCsvInSteps(text, name);
  const heard = (function* () {
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
      onPart(step.value);
      yield;
    }
  })();
  return inStretches(heard, workerPace);
}
