import { canBegin } from '../../../src/sync/hub/judge.ts';
import type { KeptOp } from '../../../src/sync/hub-ports.ts';
import { readSound } from '../../../src/sync/phone/sound.ts';
import { mergeOp } from '../../../src/sync/records/merge.ts';
import { compareStamps } from '../../../src/sync/stamp.ts';
import { soundHead } from '../phone/head.ts';
import type { SimulatedPhone } from '../phone/phone.ts';
import type { HubTables, SimulatedHub } from './hub.ts';

/* The hub's machine breaks and a backup is put in its place: what was answered behind it is on the phones alone. */

const copied = ['devices', 'ops', 'records', 'parked', 'early', 'quarantine'] as const;

/** What a backup holds: all that survives a crash. */
export interface Backup extends HubTables {
  readonly keys: SimulatedHub['keys'];
}

export function backUp({ tables, keys }: SimulatedHub): Backup {
  return {
    keys,
    devices: new Map(tables.devices),
    ops: new Map(tables.ops),
    records: new Map(tables.records),
    parked: new Map(tables.parked),
    early: new Map(tables.early),
    quarantine: new Map(tables.quarantine),
    lastNumber: tables.lastNumber,
  };
}

/** The hub dies on the spot; whoever starts it next starts it on the backup, under another epoch. */
export function restoreBackup(hub: SimulatedHub, backup: Backup): void {
  const { tables, schedule } = hub;
  schedule.kill(hub.process);
  schedule.count('restored');
  for (const name of copied) refill<unknown>(tables[name], backup[name]);
  tables.lastNumber = backup.lastNumber;
  hub.lock = undefined;
  hub.keys = backup.keys;
  hub.epoch += 1;
}

function refill<Item>(table: Map<string, Item>, from: ReadonlyMap<string, Item>): void {
  table.clear();
  for (const [key, item] of from) table.set(key, item);
}

/**
 * Behind each upload and each order: what came before the record that it is about, or before the order that gave its author
 * the village, is merged as soon as that is back.
 */
export function bringBack({ tables, lock }: Pick<SimulatedHub, 'tables' | 'lock'>): void {
  // Whoever holds the book does it behind its own work.
  if (lock?.process.isAlive) return;
  const due = [...tables.early];
  due.sort(([a, one], [b, other]) => compareStamps(stampOf(one), stampOf(other)) || (a < b ? -1 : 1));
  const isBeginning = ({ op }: KeptOp) => op !== undefined && canBegin(op);
  for (const [key, kept] of due) if (isBeginning(kept)) bringOne(tables, key, kept);
  for (const [key, kept] of due) if (!isBeginning(kept)) bringOne(tables, key, kept);
}

function bringOne(tables: HubTables, key: string, { op, verdict }: KeptOp): void {
  if (op === undefined || verdict.stamp === undefined) return;
  const record = tables.records.get(op.id);
  const places = heldBy(tables, key);
  // Whoever moved it to where its author may write may still come.
  const isFound = record === undefined ? canBegin(op) : places.some((place) => record.placesEver.has(place));
  if (!places.includes(op.p) || !isFound) return;
  tables.early.delete(key);
  const state = mergeOp(record?.state, op, verdict.stamp);
  tables.lastNumber += 1;
  const placesEver = new Set([...(record?.placesEver ?? []), String(state.place.value)]);
  tables.records.set(op.id, { state, number: tables.lastNumber, placesEver });
}

/** Places that the author of an op, by its key, has or had. */
export function heldBy({ devices }: Pick<HubTables, 'devices'>, key: string): readonly string[] {
  const { places = [], former = [] } = devices.get(key.slice(0, key.lastIndexOf('.'))) ?? {};
  return [...places, ...former.map(({ place }) => place)];
}

function stampOf({ verdict }: { readonly verdict: { readonly stamp?: readonly [number, number] } }) {
  return verdict.stamp ?? ([0, 0] as const);
}

/** As the open app does behind a pull: what the hub has lost of what it had answered waits again. */
export function offerAgain(phone: SimulatedPhone, acked: number): boolean {
  const { tables } = phone;
  const firsts = [...tables.outbox.values()].flatMap((row) => (readSound(row) === undefined ? [] : row.firstSeq));
  const answered = Math.min(...firsts, soundHead(phone).nextSeq) - 1;
  if (acked >= answered) return false;
  const lost = [...tables.sent.values()].filter(({ lastSeq }) => lastSeq > acked);
  for (const envelope of lost) {
    tables.outbox.set(envelope.id, envelope);
    tables.sent.delete(envelope.id);
  }
  return lost.length > 0;
}
