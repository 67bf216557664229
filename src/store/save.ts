import { readStoredHead } from '../sync/phone/mending/stored-head.ts';
import type { Append, PulledRows, Settlement } from '../sync/ports.ts';
import { laterStamp } from '../sync/records/clock.ts';
import type { Stamp } from '../sync/stamp.ts';
import { type Cursor, isSameHead, readHeadRow, readMeta, writeHead, writeMeta } from './codec/meta-codec.ts';
import { deleteMany } from './database.ts';
import { type JournalEntry, sealEntry } from './journal.ts';
import { recordOf, refusedIn, sealMending, sealPending } from './pending.ts';
import { type StoreState, tell } from './state.ts';

/*
 * The one writer. Everything is sealed first (WebCrypto cannot run inside an IndexedDB transaction), then one strict
 * transaction writes it, then memory and the screens follow.
 */

/** A save: pending row, envelope, seq, chain and clock, or nothing. */
export async function append(
  state: StoreState,
  { expects, head, pending, envelope }: Append,
): Promise<'done' | 'stale'> {
  const { database } = state;
  const row = await sealPending(state.sealer, pending);
  const isDone = await database.write([database.meta, database.pending, database.outbox], async () => {
    const stored = readStoredHead(await readHeadRow(database));
    if (stored === undefined || !isSameHead(stored, expects)) return false;
    // Asked for at once: each that is waited for alone is one more way to the browser's own process and back.
    await Promise.all([
      writeHead(database, head),
      database.outbox.add(envelope),
      row !== undefined && database.pending.add(row),
    ]);
    return true;
  });
  state.head = isDone ? head : undefined;
  if (!isDone) return 'stale';
  state.pending.add(pending);
  tell(
    state,
    pending.flatMap(({ line }) => recordOf(line)),
  );
  return 'done';
}

/** Judged ops leave what waits; applied ones stand in the confirmed records from now on, refused ones wait for mending. */
export async function settle(state: StoreState, settlement: Settlement): Promise<void> {
  const { database, sealer } = state;
  const entry: JournalEntry = { states: settlement.confirmed, gone: [] };
  const seqs = new Set(settlement.leavesPending);
  const left = state.pending.without(seqs);
  const rest = await Promise.all(left.rest.map((ops) => sealPending(sealer, ops)));
  const refused = await Promise.all(settlement.refused.map((op) => sealMending(sealer, op)));
  const tables = [database.journal, database.pending, database.mending, database.verdicts, database.meta];
  const journal = await sealNext(state, entry);
  await database.write(tables, async () => {
    if (journal !== undefined) await database.journal.add(journal);
    await deleteMany(database.pending, left.gone);
    await database.pending.bulkPut(rest.flatMap((row) => row ?? []));
    await database.mending.bulkPut(refused);
    await database.verdicts.bulkDelete([...settlement.verdictIds]);
    await moveClock(state, settlement.clock);
  });
  const touched = state.pending.touchedBy(seqs);
  state.pending.remove(seqs);
  for (const { seq, line } of settlement.refused)
    for (const [at, one] of refusedIn(seq, line)) state.mending.set(at, one);
  takeIn(state, entry, journal?.body.length);
  tell(state, [...touched, ...settlement.confirmed.map(({ id }) => id)]);
}

/** Refused ops of these transactions are put away: written anew, or given up. */
export async function putAway(state: StoreState, transactions: ReadonlySet<number>): Promise<void> {
  const gone = [...state.mending].filter(([, { transaction }]) => transactions.has(transaction));
  if (gone.length === 0) return;
  const { database } = state;
  await database.write([database.mending], () => database.mending.bulkDelete(gone.map(([seq]) => seq)));
  for (const [seq] of gone) state.mending.delete(seq);
  tell(
    state,
    gone.map(([, { record }]) => record),
  );
}

/** Pulled rows with their cursor. A page that starts anew replaces everything confirmed; a stale one changes nothing. */
export async function receive(state: StoreState, rows: PulledRows): Promise<void> {
  const { database } = state;
  const isAnew = rows.after === 0;
  const entry: JournalEntry = { states: rows.confirmed, gone: rows.gone };
  const journal = await sealNext(state, entry);
  const tables = [database.journal, database.pages, database.meta];
  const isDone = await database.write(tables, async () => {
    const cursor = await readMeta(database, 'cursor');
    if (!isAnew && cursor.after !== rows.after) return false;
    const isPartial = rows.more === undefined ? cursor.isPartial : rows.more && (isAnew || cursor.isPartial);
    const next: Cursor = { after: rows.cursor, hubEpoch: rows.hubEpoch, ...(isPartial && { isPartial }) };
    await writeMeta(database, 'cursor', next);
    // A hub that was restored gives its orders anew, under numbers of its own.
    if (cursor.hubEpoch !== null && cursor.hubEpoch !== rows.hubEpoch) await writeMeta(database, 'obeyed', 0);
    if (isAnew) await forgetPages(state);
    if (journal !== undefined) await database.journal.add(journal);
    await moveClock(state, rows.clock);
    return true;
  });
  if (!isDone) return;
  const before = isAnew ? [...state.confirmed.ids()] : [];
  if (isAnew) startAnew(state);
  takeIn(state, entry, journal?.body.length);
  tell(state, [...before, ...rows.gone, ...rows.confirmed.map(({ id }) => id)]);
}

/** The next journal row, or none when the entry is empty. Runs in turn, so the number is free. */
async function sealNext(state: StoreState, entry: JournalEntry) {
  const isEmpty = entry.states.length === 0 && entry.gone.length === 0;
  return isEmpty ? undefined : sealEntry(state.sealer, state.journal + 1, entry);
}

/** Memory follows what has become durable. */
export function takeIn(state: StoreState, entry: JournalEntry, bytes: number | undefined): void {
  if (bytes === undefined) return;
  state.journal++;
  state.journalBytes += bytes;
  for (const record of entry.states) state.confirmed.put(record);
  for (const id of entry.gone) state.confirmed.remove(id);
}

/** In a transaction that writes more. */
export async function moveClock(state: StoreState, clock: Stamp): Promise<void> {
  const head = readStoredHead(await readHeadRow(state.database));
  // Damaged: it must not be made to look sound. Whoever asks for it next mends it.
  if (head !== undefined) await writeHead(state.database, { ...head, clock: laterStamp(head.clock, clock) });
  // Read anew by the next save: this transaction may still fail.
  state.head = undefined;
}

/** Pages and journal of before are worth nothing once everything comes anew; the revision moves on, never back. */
async function forgetPages({ database, revision, journal }: StoreState): Promise<void> {
  await database.pages.clear();
  await database.journal.clear();
  await writeMeta(database, 'folded', { revision, journal, hasPages: false });
}

function startAnew(state: StoreState): void {
  state.confirmed.clear();
  state.folded = state.journal;
  state.journalBytes = 0;
  state.damaged = 0;
  state.load = undefined;
  state.beside = undefined;
}
