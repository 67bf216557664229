import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';
import type { AuditEntry } from './command.ts';

/** Chain of the hub itself: console users, passwords. Each commune has its own. */
export const hubChain = 'hub';

const firstHash = '0'.repeat(64);

type Row = Tables['audit'];

/** Adds a link, one writer a chain at a time, so that two cannot give the same number. */
export async function appendAudit(tx: Tx, entry: AuditEntry, at: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`audit ${entry.book}`}))`.execute(tx);
  const last = await tx
    .selectFrom('audit')
    .select(['n', 'hash'])
    .where('book', '=', entry.book)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { book, actor, device, action, object, ground } = entry;
  const row = { book, n: (last?.n ?? 0) + 1, at, actor, device, action, object, ground };
  const previous = last?.hash ?? firstHash;
  await tx
    .insertInto('audit')
    .values({ ...row, previous, hash: hashOf({ ...row, previous }) })
    .execute();
}

export type ChainFinding =
  | { readonly is: 'whole'; readonly rows: number; readonly head: string }
  | { readonly is: 'broken'; readonly n: number; readonly why: 'missing' | 'altered' };

export async function verifyAudit(tx: Tx, book: string): Promise<ChainFinding> {
  return verifyRows(await tx.selectFrom('audit').selectAll().where('book', '=', book).orderBy('n').execute());
}

/** Walks one chain from its first link; a cut-off end shows only against a head that was printed or sent up. */
export function verifyRows(rows: readonly Row[]): ChainFinding {
  let previous = firstHash;
  let n = 0;
  for (const row of rows) {
    n += 1;
    if (row.n !== n) return { is: 'broken', n, why: 'missing' };
    if (row.previous !== previous || row.hash !== hashOf(row)) return { is: 'broken', n, why: 'altered' };
    previous = row.hash;
  }
  return { is: 'whole', rows: rows.length, head: previous };
}

export async function listChains(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.selectFrom('audit').select('book').distinct().orderBy('book').execute();
  return rows.map((row) => row.book);
}

function hashOf(row: Omit<Row, 'hash'>): string {
  const { book, n, at, actor, device, action, object, ground, previous } = row;
  const text = JSON.stringify([book, n, at, actor, device, action, object, ground, previous]);
  return createHash('sha256').update(text).digest('hex');
}
