import type { OpDraft } from '../../../sync/phone/transaction.ts';
import { type TableName, tableNames } from '../file/columns.ts';
import { gatherRemarks, type Remark, type Remarks } from '../file/remark.ts';
import type { Tables } from '../file/table.ts';
import { askOddities } from './ask-oddities.ts';
import { compareWithBook } from './compare-with-book.ts';
import { endsAsTold } from './ends-as-told.ts';
import type { ImportOrder, ImportPlan, RowCounts } from './import-plan.ts';
import { type Reading, readAll } from './reading.ts';
import { draftFact, type Wanted } from './write-drafts.ts';

/**
 * Judges every row of a register's tables and works out what is to be written (interchange.md): refused rows are never
 * written; with `doubtful: 'leave'` neither are those that are asked about, nor what rests on them.
 */
export function planImport(order: ImportOrder): ImportPlan {
  const remarks = gatherRemarks();
  const plan = planTables(order, order.tables, remarks);
  const counts = countRows(order.tables, remarks.all());
  if (order.doubtful === 'take') return { ...plan, counts };
  const rest = withoutDoubtful(order.tables, remarks.all());
  return { ...plan, counts, drafts: planTables(order, rest, gatherRemarks()).drafts };
}

function planTables(order: ImportOrder, tables: Tables, remarks: Remarks): Omit<ImportPlan, 'counts'> {
  const reading = readAll(order, tables, remarks);
  askOddities(reading, remarks);
  endsAsTold(reading, remarks);
  const drafts = draftAll(order, reading, remarks);
  const strange = tableNames.flatMap((table) => {
    const columns = tables[table]?.strange ?? [];
    return columns.length === 0 ? [] : [{ table, columns }];
  });
  return { remarks: remarks.all(), drafts, strange };
}

function draftAll(
  { book, known }: ImportOrder,
  { wanted, people, households }: Reading,
  remarks: Remarks,
): readonly OpDraft[] {
  const drafts: OpDraft[] = [];
  const rows = new Map([...households, ...people.values()].map(({ id, row }) => [id, row]));
  const about = (facts: readonly Wanted[]) =>
    new Set(facts.flatMap(({ fields }) => [fields.person, fields.child, fields.spouse]));
  const [named, told] = [about(wanted.facts), about(wanted.facts.filter(({ id }) => known.state(id) === undefined))];
  for (const record of [...wanted.households, ...wanted.people.values()]) {
    const { id } = record;
    const file = { row: rows.get(id) ?? 0, hasFacts: named.has(id), bringsFacts: told.has(id) };
    drafts.push(...compareWithBook(record, file, known, remarks));
  }
  for (const fact of wanted.facts) {
    const { drafts: written, differsIn } = draftFact(fact, book, known.state);
    if (differsIn !== undefined) remarks.ask('events', fact.row, 'event_key', 'other_values', differsIn.join(', '));
    drafts.push(...written);
  }
  return drafts;
}

function countRows(tables: Tables, remarks: readonly Remark[]): ImportPlan['counts'] {
  const counts: { [table in TableName]?: RowCounts } = {};
  for (const name of tableNames) {
    const table = tables[name];
    if (table === undefined) continue;
    const rowsOf = (strength: Remark['strength']) =>
      new Set(remarks.filter((one) => one.table === name && one.strength === strength).map(({ row }) => row));
    const refused = rowsOf('refuse');
    const doubtful = [...rowsOf('ask')].filter((row) => !refused.has(row)).length;
    const rows = table.rows.length;
    counts[name] = { rows, doubtful, refused: refused.size, fine: rows - doubtful - refused.size };
  }
  return counts;
}

function withoutDoubtful(tables: Tables, remarks: readonly Remark[]): Tables {
  const left = new Set(remarks.map(({ table, row }) => `${table} ${row}`));
  const kept = tableNames.flatMap((name) => {
    const table = tables[name];
    if (table === undefined) return [];
    return [[name, { ...table, rows: table.rows.filter(({ number }) => !left.has(`${name} ${number}`)) }] as const];
  });
  return Object.fromEntries(kept);
}
