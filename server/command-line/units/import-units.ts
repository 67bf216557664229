import { randomUUID } from 'node:crypto';
import { dayAfter } from '../../../src/domain/calendar/civil-date.ts';
import { gatherRemarks } from '../../../src/formats/interchange/file/remark.ts';
import { readTable, type Table } from '../../../src/formats/interchange/file/table.ts';
import { readSheets } from '../../../src/formats/sheet/read-sheets.ts';
import { changeUnits } from '../../sync/units/change-units.ts';
import { type ReadList, readUnitList } from '../../sync/units/read-list.ts';
import type { UnitsBench } from '../../sync/units/units-bench.ts';
import type { Say } from '../control.ts';
import { readBytes } from '../named-file.ts';
import { listPlaceRows } from '../register/commune-book.ts';
import { told } from '../told.ts';

/** Rows a command of the journal. */
const rowsAtOnce = 2_000;

/**
 * Takes an official list of units: new ones, new names, days of ending, and what came of what. Households of a village
 * that went whole into another follow; the same list again changes nothing.
 */
export async function importUnits(bench: UnitsBench, file: string, say: Say): Promise<string> {
  const table = await readUnitsFile(file);
  const remarks = gatherRemarks();
  const standing = await listPlaceRows(bench.hub);
  say(`Đã đọc ${table.rows.length} dòng, đang xét…`);
  const list = readUnitList(table, standing, remarks);
  const refused = remarks.all().filter(({ strength }) => strength === 'refuse');
  if (refused.length > 0) {
    const lines = refused.map(({ row, column, words }) => `dòng ${row}, cột ${column}: ${words.vi}`);
    throw told(`${lines.join('\n')}\nChưa ghi gì.`, `${refused.length} rows refused; nothing was written.`);
  }
  const households = await write(bench, list);
  const doubts = remarks.all().map(({ row, column, words }) => `HỎI LẠI dòng ${row}, cột ${column}: ${words.vi}`);
  const parts = list.parts.map(
    ({ unit, into }) => `CHƯA CHUYỂN: một phần ${unit.name} sang ${into.name}; chuyển dãy hộ trên máy cán bộ xã.`,
  );
  const end = `${list.units.length} đơn vị mới hoặc đổi; ${list.joins.length} thôn nhập nguyên, ${households} hộ đã theo.`;
  return [...doubts, ...parts, end].join('\n');
}

async function write(bench: UnitsBench, { units, joins }: ReadList): Promise<number> {
  const { hub } = bench;
  // A village that goes whole into another is ended by its join, when its households have a place to go to.
  const joining = new Set(joins.map(({ unit }) => unit.id));
  const rows = units.map((unit) => (joining.has(unit.id) ? { ...unit, validTo: '' } : unit));
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await hub.run({ is: 'unit_list', at: hub.now(), units: rows.slice(at, at + rowsAtOnce) });
  const books = await hub.database.transaction(undefined, (tx) =>
    tx.selectFrom('book').select(['book', 'commune']).execute(),
  );
  let households = 0;
  for (const { unit, into } of joins) {
    const book = books.find(({ commune }) => commune === unit.parent)?.book;
    if (book === undefined) continue;
    const date = unit.validTo === '' ? into.validFrom : dayAfter(unit.validTo);
    const change = { is: 'join', unit: unit.id, into: into.id, date } as const;
    const changed = await changeUnits(bench, { id: `list-${randomUUID()}`, book, device: '', change });
    if (changed.ok) households += changed.value.households;
    // Ended before: the list is read again.
    else if (changed.error !== 'ended_unit')
      throw told(`Không nhập được ${unit.name} vào ${into.name}.`, `${unit.name} cannot be joined: ${changed.error}.`);
  }
  return households;
}

async function readUnitsFile(file: string): Promise<Table> {
  const bytes = await readBytes(file);
  const sheets = await readSheets(new Uint8Array(bytes), file);
  const [sheet] = sheets.ok ? sheets.value : [];
  const table = sheet === undefined ? undefined : readTable('units', sheet);
  if (table?.ok !== true)
    throw told(
      `${file} cần là CSV UTF-8 hoặc XLSX có các cột code, name, kind.`,
      `${file} must be CSV in UTF-8 or XLSX with the columns code, name, kind.`,
    );
  return table.value;
}
