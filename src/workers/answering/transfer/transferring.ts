import { civilDay } from '../../../domain/calendar/civil-date.ts';
import { foldText } from '../../../domain/search-key.ts';
import type { Remark } from '../../../formats/interchange/file/remark.ts';
import type { Tables } from '../../../formats/interchange/file/table.ts';
import type { ImportPlan } from '../../../formats/interchange/plan/import-plan.ts';
import { planInSteps } from '../../../formats/interchange/plan/plan-import.ts';
import { recordIdOf } from '../../../formats/interchange/record-id.ts';
import type { ListedVillage } from '../../../formats/interchange/wizard/find-village.ts';
import { titlesOf } from '../../../formats/interchange/wizard/headings.ts';
import { choicesOf, mapSheet, unknownWords } from '../../../formats/interchange/wizard/map-sheet.ts';
import { columnsBy, readProfile, writeProfile } from '../../../formats/interchange/wizard/profile.ts';
import { wordKey } from '../../../formats/interchange/wizard/read-words.ts';
import type { NoteBox } from '../../../store/notes.ts';
import type { ImportPreview, OpenedFiles, SheetMapping, TakenDoubts, TransferApi } from '../../api/transfer-api.ts';
import type { Saving } from '../../recording/saving.ts';
import type { Session } from '../../session.ts';
import { createComparing } from './comparing.ts';
import { createExporting } from './export-files.ts';
import { createExtracting } from './extracting.ts';
import { createImporting } from './importing.ts';
import { knownHere } from './known-here.ts';
import { keepMapping, offerSheets, type ReadableSheet, readable } from './offer-sheets.ts';
import { openAll } from './open-files.ts';
import { type NameRow, nameRows, previewOf, refusedFirst, remarkPage } from './preview.ts';
import { createWork, stepping, type Tell } from './work.ts';

/** What work on files rests on: an open book, its one way to save, a shelf of sealed notes. */
export interface TransferBench {
  readonly session: Session;
  readonly saving: Saving;
  readonly notes: NoteBox;
  readonly now: () => number;
}

/** Words that a person is asked about at most: whatever is left is refused row by row. */
const mostWords = 200;

export function createTransferring(bench: TransferBench): TransferApi {
  const { session, notes, now } = bench;
  const work = createWork();
  const importing = createImporting(bench, work);
  const comparing = createComparing(bench);
  let sheets: readonly ReadableSheet[] = [];
  let tables: Tables = {};
  let read: Pick<ImportPreview, 'unread' | 'font'> = { unread: [], font: '' };
  let remarks: readonly Remark[] = [];
  let about: NameRow = () => undefined;

  const planNow = async (doubtful: TakenDoubts, tell: Tell): Promise<ImportPlan> => {
    const known = await knownHere(session);
    const order = { tables, known, book: session.activation.book, today: civilDay(now()), doubtful };
    // About so many pauses: each row is read, lived through, played forward and drafted.
    const rows = 6 * (tables.persons?.rows.length ?? 0) + 3 * (tables.events?.rows.length ?? 0);
    return stepping(planInSteps(order), tell, rows);
  };
  const preview = () =>
    work.inTurn('judging', async (tell): Promise<OpenedFiles> => {
      const plan = await planNow('take', tell);
      remarks = refusedFirst(plan.remarks);
      about = nameRows(tables, nameHere(session));
      return previewOf(plan, tables, read, {
        units: session.activation.units,
        goesOn: await importing.goesOn(tables),
        about,
      });
    });
  const sheetOf = (mapping: Pick<SheetMapping, 'sheet'>) => sheets.find(({ name }) => name === mapping.sheet);
  const mapped = (mapping: SheetMapping): Tables | undefined => {
    const sheet = sheetOf(mapping);
    return sheet === undefined ? undefined : mapSheet(sheet, mapping, villagesOf(session));
  };

  return {
    async openFiles(files) {
      const opened = await work.inTurn('reading', (tell) => openAll(files, tell));
      if (!opened.ok) return opened.error;
      const { unread, font } = opened.value;
      read = { unread, font };
      if (opened.value.tables !== undefined) {
        tables = opened.value.tables;
        return preview();
      }
      sheets = opened.value.sheets.map(readable);
      return sheets.length === 0
        ? { is: 'no_table' }
        : { is: 'sheets', sheets: await offerSheets(sheets, notes), unread };
    },
    async sheetWords(mapping) {
      const [sheet, villages] = [sheetOf(mapping), villagesOf(session)];
      const words = sheet === undefined ? [] : unknownWords(sheet, mapping, villages);
      return words
        .slice(0, mostWords)
        .map((one) => ({ ...one, key: wordKey(one.word), choices: choicesOf(one.column, villages) }));
    },
    async mapSheet(mapping) {
      const [found, sheet] = [mapped(mapping), sheetOf(mapping)];
      if (found === undefined || sheet === undefined) return { is: 'no_table' };
      tables = found;
      await keepMapping(notes, sheet, mapping);
      return preview();
    },
    async saveProfile(mapping) {
      const text = writeProfile(titlesOf(sheetOf(mapping)?.rows ?? [], mapping.heading), mapping);
      const name = foldText(mapping.sheet).replace(/[^a-z0-9]+/g, '-');
      return { name: `cach-doc-${name}.json`, bytes: new TextEncoder().encode(text) };
    },
    async openProfile({ bytes }, titles) {
      const profile = readProfile(new TextDecoder().decode(bytes));
      if (!profile.ok) return { is: 'no_profile' };
      const columns = columnsBy(profile.value, titles);
      if (columns.every((fact) => fact === '')) return { is: 'other_list' };
      return { is: 'profile', columns, words: profile.value.words };
    },
    importRemarks: async (from, why) => remarkPage(remarks, from, why, about),
    async takeFiles(doubtful) {
      const plan = await work.inTurn('judging', (tell) => planNow(doubtful, tell));
      return work.inTurn('writing', (tell) => importing.take(plan, tables, tell));
    },
    transferProgress: async () => work.progress(),
    lastImport: importing.last,
    importsElsewhere: importing.elsewhere,
    undoImport: importing.undo,
    compareSheet: async (mapping) =>
      work.inTurn('judging', () => comparing(mapped(mapping) ?? {}, mapping.village || session.who.commune)),
    ...createExporting(bench),
    ...createExtracting(bench),
  };
}

/** A key of a file is the id of a record here, or what its id was made of. */
function nameHere({ register, activation: { book } }: Session): (key: string) => string {
  return (key) => {
    const held = register.get(key) ?? register.get(recordIdOf(book, 'persons', key));
    return typeof held?.fields.fullName === 'string' ? held.fields.fullName : '';
  };
}

function villagesOf({ who }: Session): readonly ListedVillage[] {
  return who.places.filter(({ level }) => level === 'village');
}
