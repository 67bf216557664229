import { sql } from 'kysely';
import { draft } from '../../../src/catalogue/records/work/draft.ts';
import { repeatingKinds, repeatsValues } from '../../../src/catalogue/rules/repeats-values.ts';
import { shown } from '../../../src/sync/records/merge.ts';
import type { RecordState } from '../../../src/sync/records/record-state.ts';
import { eraseLine, isErased, readLine } from '../../../src/sync/wire/line.ts';
import type { Tx } from '../../db/database.ts';
import { sha256 } from '../hash.ts';
import { readOrigins } from '../waiting/aside-rows.ts';

/** Where the bodies of records lie, each with what takes its place. */
export interface Bodies {
  readonly ops: readonly { readonly device: string; readonly seq: number; readonly line: string }[];
  readonly parked: readonly KeptLines[];
  readonly quarantined: readonly KeptLines[];
}

interface KeptLines {
  readonly device: string;
  readonly envelope: string;
  readonly lines: readonly string[];
}

/** The line without its body where it writes to one of these records; `undefined` where it does not. */
export function stubOf(line: string, records: ReadonlySet<string>): string | undefined {
  const read = readLine(line);
  if (!read.ok || isErased(read.value) || !records.has(read.value.id)) return undefined;
  return eraseLine(line, sha256);
}

/** Told changes of a record, and drafts that name it, say its values once more: they are erased with it. */
export async function findTold(tx: Tx, book: string, record: string): Promise<readonly RecordState[]> {
  const { rows } = await sql<{ state: string }>`
    select state from record
    where book = ${book} and kind in (${sql.join(repeatingKinds)}) and position(${record} in state) > 0
    order by number`.execute(tx);
  const states = rows.map(({ state }) => JSON.parse(state) as RecordState);
  const named = (state: RecordState, field: string) => ({ [field]: shown(state, field) ?? null });
  return states.filter((state) => {
    // Also what a draft said before: the question above was put to all of it.
    if (state.kind === draft.kind) return true;
    return repeatsValues(state.kind, { ...named(state, 'person'), ...named(state, 'household') }, record);
  });
}

export async function readState(tx: Tx, book: string, record: string): Promise<RecordState | undefined> {
  const row = await tx
    .selectFrom('record')
    .select('state')
    .where('book', '=', book)
    .where('id', '=', record)
    .executeTakeFirst();
  return row && (JSON.parse(row.state) as RecordState);
}

/** Facts of other kinds that name the record: whoever erases may want to look at each. */
export async function countNaming(tx: Tx, book: string, records: readonly string[]): Promise<number> {
  const [record = ''] = records;
  const { rows } = await sql<{ id: string }>`
    select id from record where book = ${book} and position(${JSON.stringify(record)} in state) > 0`.execute(tx);
  return rows.filter(({ id }) => !records.includes(id)).length;
}

/** Every place of the log that holds an op of these records: applied, refused, parked, kept aside. */
export async function findBodies(tx: Tx, book: string, records: readonly string[]): Promise<Bodies> {
  const wanted = new Set(records);
  const ops: Bodies['ops'][number][] = [];
  for (const record of records) {
    const { rows } = await sql<{ device: string; seq: number; line: string }>`
      select device, seq, line from op where book = ${book} and position(${record} in line) > 0`.execute(tx);
    for (const { device, seq, line } of rows) {
      const body = bodyOf(line, wanted);
      if (body !== undefined) ops.push({ device, seq, line: body });
    }
  }
  const parked = await tx
    .selectFrom('parked')
    .select(['device', 'envelope', 'lines'])
    .where('book', '=', book)
    .execute();
  const aside = await tx
    .selectFrom('quarantine')
    .select(['device', 'envelope', 'lines'])
    .where('book', '=', book)
    .execute();
  const origins = await readOrigins(tx, book, records);
  return {
    ops,
    parked: parked.flatMap((row) => withoutBodies(row, wanted)),
    quarantined: aside.flatMap((row) => withoutBodies(row, origins.get(row.envelope) ?? wanted)),
  };
}

/** An accepted op stands as it was written, a refused one as a JSON text. */
function bodyOf(line: string, records: ReadonlySet<string>): string | undefined {
  if (!line.startsWith('"')) return stubOf(line, records);
  const stub = stubOf(JSON.parse(line) as string, records);
  return stub === undefined ? undefined : JSON.stringify(stub);
}

function withoutBodies(
  row: { readonly device: string; readonly envelope: string; readonly lines: string },
  records: ReadonlySet<string>,
): readonly KeptLines[] {
  const lines = JSON.parse(row.lines) as readonly string[];
  const erased = lines.map((line) => stubOf(line, records) ?? line);
  return erased.some((line, index) => line !== lines[index]) ? [{ ...row, lines: erased }] : [];
}
