import { sql } from 'kysely';
import type { FrozenBasis } from '../../../src/register/figures/closing/frozen-report.ts';
import { headsOf } from '../../../src/register/figures/closing/latest-head.ts';
import type { Head } from '../../../src/sync/records/record-state.ts';
import { compareStamps } from '../../../src/sync/stamp.ts';
import { readRecords } from '../../db/book-records.ts';
import { jsonBytes } from '../../db/database.ts';
import type { Hub } from '../../hub.ts';
import { readState } from '../state-codec.ts';
import type { LateWrite } from './causes.ts';

/**
 * What the phone that froze a report cannot have known: ops of others that the hub applied beyond its cursor, its own
 * beyond those it had written (indicators.md: only what is not late alarms).
 */
export async function lateWrites(hub: Hub, book: string, basis: FrozenBasis): Promise<readonly LateWrite[]> {
  const scope = await hub.wholeBook(book);
  const found: LateWrite[] = [];
  for await (const page of readRecords(hub.database, scope, basis.cursor)) {
    const states = page.states.map(readState);
    const foreign = states.flatMap((state) => headsOf(state).filter(({ op }) => !isOwn(op, basis)));
    const applied = await appliedAt(hub, book, [...new Set(foreign.map(({ op }) => op))]);
    const isLate = ({ op }: Head) => !isOwn(op, basis) && (applied.get(op) ?? 0) > basis.cursor;
    for (const state of states) {
      const late = headsOf(state).filter(isLate);
      const [head] = [...late].sort((a, b) => compareStamps(b.stamp, a.stamp));
      if (head !== undefined) found.push({ state, head });
    }
  }
  return found;
}

function isOwn(op: string, { device, ownSeq }: FrozenBasis): boolean {
  const at = op.lastIndexOf('.');
  return op.slice(0, at) === device && Number(op.slice(at + 1)) <= ownSeq;
}

/** At which number of the book's sequence each op was applied, where its verdict says. */
async function appliedAt(hub: Hub, book: string, ops: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const asked = ops.map((op) => {
    const at = op.lastIndexOf('.');
    return { device: op.slice(0, at), seq: Number(op.slice(at + 1)) };
  });
  const rows = await hub.database.transaction(await hub.wholeBook(book), async (tx) => {
    const found = await sql<{ device: string; seq: number; number: number | null }>`
      select verdict.device, verdict.seq, (verdict.verdict::json ->> 'n')::bigint as number
      from verdict join json_to_recordset(${jsonBytes(asked)}::json) as o (device text, seq bigint)
        on verdict.device = o.device and verdict.seq = o.seq
      where verdict.book = ${book}`.execute(tx);
    return found.rows;
  });
  return new Map(rows.map(({ device, seq, number }) => [`${device}.${seq}`, number ?? 0]));
}
