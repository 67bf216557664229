import { type TableName, tableNames } from '../file/columns.ts';
import { gatherRemarks, type Remark, type Remarks } from '../file/remark.ts';
import type { Tables } from '../file/table.ts';
import { askOddities } from './ask-oddities.ts';
import { draftAll } from './draft-all.ts';
import type { ImportOrder, ImportPlan, RowCounts, Taking } from './import-plan.ts';
import { readAll } from './reading.ts';
import { settleOpenings } from './settle-openings.ts';

/**
 * Judges every row of a register's tables and works out what is to be written (interchange.md): refused rows are never
 * written; of those that are asked about the ones that are taken, and what does not rest on the others.
 */
export function planImport(order: ImportOrder): ImportPlan {
  const work = planInSteps(order);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The same, pausing between two people, so that whoever works it out can answer others meanwhile. */
export function* planInSteps(order: ImportOrder): Generator<undefined, ImportPlan> {
  const remarks = gatherRemarks();
  const plan = yield* planTables(order, order.tables, remarks);
  const counts = countRows(order.tables, remarks.all());
  if (order.doubtful === 'take') return { ...plan, counts };
  const { groups, drafts } = yield* planRest(order, order.tables, remarks.all());
  return { ...plan, counts, groups, drafts };
}

/** What is left once rows are left out may be doubtful anew: nobody said yes to that either. */
function* planRest(
  order: ImportOrder,
  tables: Tables,
  remarks: readonly Remark[],
): Generator<undefined, Pick<ImportPlan, 'groups' | 'drafts'>> {
  const rest = withoutLeft(tables, remarks, order.doubtful);
  const again = gatherRemarks();
  const plan = yield* planTables(order, rest, again);
  const isLeft = again.all().some((one) => one.strength === 'ask' && !isTaken(one, order.doubtful));
  return isLeft ? yield* planRest(order, rest, again.all()) : plan;
}

function isTaken({ strength, why }: Remark, taking: Taking): boolean {
  return strength === 'ask' && typeof taking === 'object' && taking.kinds.includes(why);
}

function* planTables(
  order: ImportOrder,
  tables: Tables,
  remarks: Remarks,
): Generator<undefined, Omit<ImportPlan, 'counts'>> {
  const reading = yield* readAll(order, tables, remarks);
  yield;
  askOddities(reading, order.known, remarks);
  yield;
  const settled = yield* settleOpenings(reading, order.known, remarks);
  const groups = yield* draftAll(reading, settled, order.known, remarks);
  const strange = tableNames.flatMap((table) => {
    const columns = tables[table]?.strange ?? [];
    return columns.length === 0 ? [] : [{ table, columns }];
  });
  return { remarks: remarks.all(), groups, drafts: groups.flat(), strange };
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

/** Without the rows that a person leaves: one doubt that is not taken is enough. */
function withoutLeft(tables: Tables, remarks: readonly Remark[], taking: Taking): Tables {
  const left = new Set(remarks.filter((one) => !isTaken(one, taking)).map(({ table, row }) => `${table} ${row}`));
  const kept = tableNames.flatMap((name) => {
    const table = tables[name];
    if (table === undefined) return [];
    return [[name, { ...table, rows: table.rows.filter(({ number }) => !left.has(`${name} ${number}`)) }] as const];
  });
  return Object.fromEntries(kept);
}
