import type { ParkedEnvelope } from '../../../src/sync/hub-ports.ts';
import type { Tx } from '../../db/database.ts';

export async function readParked(tx: Tx, book: string, device: string): Promise<readonly ParkedEnvelope[]> {
  const rows = await tx
    .selectFrom('parked')
    .selectAll()
    .where('book', '=', book)
    .where('device', '=', device)
    .orderBy('first_seq')
    .execute();
  return rows.map((row) => ({
    id: row.envelope,
    firstSeq: row.first_seq,
    lastSeq: row.last_seq,
    chain: row.chain,
    receivedAt: row.received_at,
    lines: JSON.parse(row.lines) as readonly string[],
    hashes: JSON.parse(row.hashes) as readonly string[],
  }));
}

export async function park(tx: Tx, book: string, device: string, parked: ParkedEnvelope): Promise<void> {
  const row = {
    book,
    device,
    envelope: parked.id,
    first_seq: parked.firstSeq,
    last_seq: parked.lastSeq,
    chain: parked.chain,
    received_at: parked.receivedAt,
    lines: JSON.stringify(parked.lines),
    hashes: JSON.stringify(parked.hashes),
  };
  await tx
    .insertInto('parked')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function unpark(tx: Tx, book: string, device: string, envelopes: readonly string[]): Promise<void> {
  if (envelopes.length === 0) return;
  await tx
    .deleteFrom('parked')
    .where('book', '=', book)
    .where('device', '=', device)
    .where('envelope', 'in', [...envelopes])
    .execute();
}
