import type { Register } from '../../../src/register/register.ts';
import type { OpDraft } from '../../../src/sync/phone/transaction.ts';
import { isErased, readLine } from '../../../src/sync/wire/line.ts';
import { civilDay } from '../../figures/months.ts';
import { type KnownUnit, readUnitsOf } from './unit-rows.ts';
import { inTurn, type UnitsBench, writeUnits } from './units-bench.ts';

/*
 * What a phone wrote before it knew of new boundaries is accepted where it was written and follows to where it belongs
 * now (a phone is weeks without a network; nothing it wrote is lost, nothing stays in a village that is no more).
 */

/** Ops of one device that were just accepted. */
interface Late {
  readonly book: string;
  readonly device: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

export function followUnits(bench: UnitsBench, late: Late): Promise<void> {
  return inTurn(late.book, () => follow(bench, late));
}

async function follow(bench: UnitsBench, late: Late): Promise<void> {
  const ids = await idsOf(bench, late);
  await sweepEnded(bench, late.book);
  const register = await bench.register(late.book);
  if (register === undefined) return;
  await writeUnits(bench, late.book, recalled(register, ids));
  const again = await bench.register(late.book);
  await writeUnits(
    bench,
    late.book,
    (again ?? register).carried(ids).map(({ kind, id, place }) => ({ kind, id, place, put: {} })),
  );
  bench.onWritten(late.book);
}

/** Records that these ops wrote, and those that they name. */
async function idsOf({ hub }: UnitsBench, { book, device, firstSeq, lastSeq }: Late): Promise<readonly string[]> {
  const rows = await hub.database.transaction(await hub.wholeBook(book), (tx) =>
    tx
      .selectFrom('op')
      .select('line')
      .where('book', '=', book)
      .where('device', '=', device)
      .where('seq', '>=', firstSeq)
      .where('seq', '<=', lastSeq)
      .execute(),
  );
  const ids = rows.flatMap(({ line }): readonly unknown[] => {
    const read = readLine(line);
    if (!read.ok || isErased(read.value)) return [];
    const op = read.value;
    return [op.id, ...Object.values('put' in op ? op.put : 'add' in op ? op.add : {})];
  });
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

/** Sheets that a late op drew back to where they stood before. */
function recalled(register: Register, ids: readonly string[]): readonly OpDraft[] {
  return ids.flatMap((id): readonly OpDraft[] => {
    const record = register.get(id);
    const village = record?.kind === 'household' ? record.fields.village : undefined;
    if (record === undefined || typeof village !== 'string' || village === record.place) return [];
    return [{ kind: record.kind, id, place: village, put: {} }];
  });
}

/** Sheets that stand in a village which was joined into another: they belong there. */
export async function sweepEnded(bench: UnitsBench, book: string): Promise<void> {
  const units = await bench.hub.database.transaction(undefined, (tx) => readUnitsOf(tx, book));
  const today = civilDay(bench.hub.now());
  for (const unit of units.filter(({ level, validTo }) => level === 'village' && validTo !== '')) {
    const into = successorOf(units, unit);
    const register = into === undefined ? undefined : await bench.register(book);
    const sheets = register?.village(unit.id).households ?? [];
    if (register === undefined || into === undefined || sheets.length === 0) continue;
    const households = sheets.map(({ household }) => household);
    await writeUnits(bench, book, register.plan({ is: 'rezone', households, village: into.id, date: today }).drafts);
  }
}

/** The village that stands today where this one stood; `undefined` where none came of it. */
function successorOf(units: readonly KnownUnit[], ended: KnownUnit): KnownUnit | undefined {
  const seen = new Set<string>();
  let at: KnownUnit | undefined = ended;
  while (at !== undefined && at.validTo !== '' && !seen.has(at.id)) {
    const id: string = at.id;
    seen.add(id);
    at = units.find(({ predecessors }) => predecessors.includes(id));
  }
  return at?.validTo === '' ? at : undefined;
}
