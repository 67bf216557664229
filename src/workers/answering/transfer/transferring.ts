import { catalogue } from '../../../catalogue/index.ts';
import { good } from '../../../domain/outcome.ts';
import { tableNames } from '../../../formats/interchange/file/columns.ts';
import { readTable, type Table, type Tables } from '../../../formats/interchange/file/table.ts';
import type { ImportPlan } from '../../../formats/interchange/plan/import-plan.ts';
import { planImport } from '../../../formats/interchange/plan/plan-import.ts';
import { mapSheet } from '../../../formats/interchange/wizard/map-sheet.ts';
import { recogniseFont } from '../../../formats/old-fonts/recognise-font.ts';
import { readCsvText } from '../../../formats/sheet/read-csv.ts';
import { readSheets } from '../../../formats/sheet/read-sheets.ts';
import type { Sheet } from '../../../formats/sheet/sheet.ts';
import type { NoteBox } from '../../../store/notes.ts';
import type { FileBytes, ImportPreview, OpenedFiles, SheetMapping, TransferApi } from '../../api/transfer-api.ts';
import { civilDay } from '../../phone-ports.ts';
import type { Saving } from '../../recording/saving.ts';
import type { Session } from '../../session.ts';
import { createComparing } from './comparing.ts';
import { exportFiles } from './export-files.ts';
import { createExtracting } from './extracting.ts';
import { createImporting } from './importing.ts';
import { knownHere } from './known-here.ts';
import { offerSheets, readable } from './offer-sheets.ts';

/** What work on files rests on: an open book, its one way to save, a shelf of sealed notes. */
export interface TransferBench {
  readonly session: Session;
  readonly saving: Saving;
  readonly notes: NoteBox;
  readonly now: () => number;
}

export type Transferring = TransferApi;

/** Remarks that a screen gets; the counts know all. */
const shownRemarks = 500;

export function createTransferring(bench: TransferBench): Transferring {
  let sheets: readonly Sheet[] = [];
  let tables: Tables | undefined;
  const importing = createImporting(bench);
  const comparing = createComparing(bench);
  const planNow = async (doubtful: 'take' | 'leave'): Promise<ImportPlan> => {
    const { session, now } = bench;
    const book = session.activation.book;
    const known = await knownHere(session);
    return planImport({ tables: tables ?? {}, known, book, today: civilDay(now()), doubtful });
  };
  const preview = async (): Promise<ImportPreview> => previewOf(await planNow('take'));
  const mapped = (mapping: SheetMapping): Tables | undefined => {
    const sheet = sheets.find(({ name }) => name === mapping.sheet);
    return sheet === undefined ? undefined : mapSheet(sheet, mapping, villagesOf(bench.session));
  };

  return {
    async openFiles(files) {
      const opened = await openAll(files);
      if ('is' in opened) return opened;
      sheets = opened.sheets;
      tables = opened.tables;
      if (tables !== undefined) return preview();
      return sheets.length === 0
        ? { is: 'no_table' }
        : { is: 'sheets', sheets: await offerSheets(sheets, bench.notes) };
    },
    async mapSheet(mapping) {
      tables = mapped(mapping);
      if (tables === undefined) return { is: 'no_table' };
      await bench.notes.put('mapping', {
        mapping,
        heading: sheets.find(({ name }) => name === mapping.sheet)?.rows[mapping.heading],
      });
      return preview();
    },
    takeFiles: async (doubtful) => importing.take((await planNow(doubtful)).drafts),
    transferProgress: async () => importing.progress(),
    lastImport: importing.last,
    undoImport: importing.undo,
    exportFiles: (format) => exportFiles(catalogue, bench.session, format),
    async compareSheet(mapping) {
      const read = mapped(mapping);
      return comparing(read?.persons);
    },
    ...createExtracting(bench),
  };
}

function villagesOf({ who }: Session): ReadonlyMap<string, string> {
  return new Map(who.places.filter(({ level }) => level === 'village').map(({ id, code }) => [id, code]));
}

function previewOf({ counts, remarks, drafts, strange }: ImportPlan): ImportPreview {
  const tables = tableNames.flatMap((table) => {
    const count = counts[table];
    return count === undefined ? [] : [{ table, ...count }];
  });
  // Refused rows first: they are what a person must know.
  const ordered = [...remarks].sort((a, b) => rank(a.strength) - rank(b.strength));
  return {
    is: 'preview',
    tables,
    remarks: ordered.slice(0, shownRemarks),
    writes: drafts.length,
    strange: strange.flatMap(({ columns }) => columns),
  };
}

function rank(strength: 'refuse' | 'ask'): number {
  return strength === 'refuse' ? 0 : 1;
}

/** A file that is no UTF-8 may be a list typed in an old font: then its bytes read as such. */
async function readAnySheets(bytes: FileBytes['bytes'], name: string): ReturnType<typeof readSheets> {
  const read = await readSheets(bytes, name);
  if (read.ok || read.error.is !== 'not_utf8') return read;
  const text = new TextDecoder('windows-1252').decode(bytes);
  if (recogniseFont(text) === undefined) return read;
  const sheet = readCsvText(text, name);
  return sheet.ok ? good([sheet.value]) : sheet;
}

type Opened = { readonly sheets: readonly Sheet[]; readonly tables: Tables | undefined };

/** The tables of the fixed format where the sheets are called so; else sheets for a person to read. */
async function openAll(files: readonly FileBytes[]): Promise<Opened | Exclude<OpenedFiles, ImportPreview>> {
  const sheets: Sheet[] = [];
  for (const { name, bytes } of files) {
    const read = await readAnySheets(bytes, name);
    if (!read.ok) return { is: 'unreadable', file: name, why: read.error.is, row: read.error.row };
    sheets.push(...read.value.map(readable));
  }
  const tables: { [name in (typeof tableNames)[number]]?: Table } = {};
  for (const sheet of sheets) {
    const name = tableNames.find((one) => one === sheet.name.toLowerCase());
    if (name === undefined) continue;
    const table = readTable(name, sheet);
    if (!table.ok) return { is: 'columns', file: name, missing: table.error.missing };
    tables[name] = table.value;
  }
  return { sheets, tables: Object.keys(tables).length === 0 ? undefined : tables };
}
