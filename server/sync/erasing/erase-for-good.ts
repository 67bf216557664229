import { eraseRecord } from '../../../src/sync/erasure.ts';
import type { HubCrypto, Rulebook } from '../../../src/sync/hub-ports.ts';
import type { RecordState } from '../../../src/sync/records/record-state.ts';
import type { Database, Tx } from '../../db/database.ts';
import { type CommandOf, writeCommand } from '../../durable/command.ts';
import type { Journal } from '../../durable/journal.ts';
import type { HubSecrets } from '../../durable/key-file.ts';
import type { Ledger } from '../../durable/ledger.ts';
import { sweepJournal } from '../../durable/sweep.ts';
import { listScope, lockBook } from '../ports.ts';
import { readOrigins } from '../waiting/aside-rows.ts';
import { type Erased, eraseRecords } from './erase-records.ts';
import { countNaming, findBodies, findTold, readState } from './find-bodies.ts';
import { makeSubstitutes } from './make-substitutes.ts';

export interface EraseParts {
  readonly database: Database;
  readonly secrets: Pick<HubSecrets, 'founder' | 'keys'>;
  readonly crypto: HubCrypto;
  readonly rules: Rulebook;
  readonly ledger: Ledger;
  /** Only the embedded database has one. */
  readonly journal: Journal | undefined;
  readonly now: () => number;
}

export interface ErasureRequest {
  readonly book: string;
  readonly record: string;
  readonly actor: string;
  readonly ground: string;
}

/** `naming`: facts of other kinds that name the record and still stand. */
export type ErasureAnswer = Erased & { readonly naming: number };

/**
 * Erases a record and what repeats its values: in one transaction with the order that phones will be told and that the
 * journal keeps; then the journal's own bytes and the database's dead rows go.
 */
export async function eraseForGood(parts: EraseParts, request: ErasureRequest): Promise<ErasureAnswer> {
  const { database, journal, ledger } = parts;
  const { book } = request;
  const places = await database.transaction(undefined, (tx) => listScope(tx, book));
  await journal?.intend();
  const answer = await database.transaction({ book, places }, async (tx): Promise<ErasureAnswer> => {
    await lockBook(tx, book);
    const command = await planErasure(tx, parts, request);
    if (command === undefined) return { is: 'absent', naming: 0 };
    const { result } = await eraseRecords(tx, command);
    await ledger.keep(tx, writeCommand(command));
    return { ...result, naming: await countNaming(tx, book, command.records) };
  });
  // The one connection is held meanwhile, so nobody appends.
  if (journal !== undefined) await database.transaction(undefined, () => sweepJournal(journal));
  if (answer.is === 'erased') await database.scour(['op', 'record', 'parked', 'quarantine', 'early']);
  return answer;
}

async function planErasure(
  tx: Tx,
  parts: EraseParts,
  { book, record, actor, ground }: ErasureRequest,
): Promise<CommandOf<'erase'> | undefined> {
  const { secrets, crypto, rules, journal, now } = parts;
  const state = await readState(tx, book, record);
  if (state === undefined) return undefined;
  const isAgain = state.erased === true;
  const told = (await findTold(tx, book, record)).filter(({ erased }) => erased !== true);
  const states = [state, ...told];
  const records = states.map(({ id }) => id);
  const standing = await writersOf(tx, book, records);
  const writers = isAgain ? new Set([...standing, ...(await lateWriters(tx, book))]) : standing;
  const desk = { tx, book, secrets, crypto };
  const origins = await readOrigins(tx, book, records);
  const substitutes =
    journal === undefined ? [] : await makeSubstitutes(desk, journal, writers, new Set(records), origins);
  if (isAgain && substitutes.length === 0 && standing.size === 0) return undefined;
  return { is: 'erase', at: now(), book, actor, ground, records, months: monthsOf(states, rules), substitutes };
}

async function writersOf(tx: Tx, book: string, records: readonly string[]): Promise<ReadonlySet<string>> {
  const { ops, parked, quarantined } = await findBodies(tx, book, records);
  return new Set([...ops, ...parked, ...quarantined].map(({ device }) => device));
}

/** Devices that wrote to an erased record before they heard of it: no line of theirs is kept, but the journal has it sealed. */
async function lateWriters(tx: Tx, book: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('verdict')
    .select('device')
    .distinct()
    .where('book', '=', book)
    .where('verdict', 'like', '%"code":"erased"%')
    .execute();
  return new Set(rows.map(({ device }) => device));
}

function monthsOf(states: readonly RecordState[], rules: Rulebook): readonly string[] {
  return [...new Set(states.flatMap((state) => [...rules.months(state), ...rules.months(eraseRecord(state))]))].sort();
}
