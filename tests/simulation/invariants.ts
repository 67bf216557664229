import { canonicalText } from '../../src/domain/value.ts';
import type { KeptOp } from '../../src/sync/hub-ports.ts';
import type { PhoneStore } from '../../src/sync/ports.ts';
import { digestRecords, rootDigest } from '../../src/sync/records/digest.ts';
import { mergeOp } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { toRow } from '../../src/sync/records/row.ts';
import { compareStamps } from '../../src/sync/stamp.ts';
import { lineHash } from '../../src/sync/wire/line.ts';
import { openVerdict } from '../../src/sync/wire/verdict-bytes.ts';
import { sha256 } from './crypto.ts';
import { readChangesOf, type SimulatedHub, visibleRecords } from './hub.ts';
import type { SimulatedPhone } from './phone.ts';
import type { Random } from './random.ts';
import { mustHold } from './violation.ts';

/* The promises, checked against what the tables hold. They know nothing of how the code keeps them. */

/** Nothing leaves an outbox but what the hub has durably judged. */
export function guarded(store: PhoneStore, hub: SimulatedHub, phone: SimulatedPhone): PhoneStore {
  return {
    ...store,
    async keepVerdict(verdict, envelopeId, leaves) {
      const envelope = phone.tables.outbox.get(envelopeId);
      await store.keepVerdict(verdict, envelopeId, leaves);
      const isGone = envelope !== undefined && !phone.tables.outbox.has(envelopeId);
      // A word of before a restore: what it is about waits among what left, and is offered again.
      const isOfBefore = (openVerdict(verdict)?.hubEpoch ?? 0) < hub.epoch;
      if (isGone && !isOfBefore) checkJudged(hub, phone, envelope);
    },
  };
}

function checkJudged(
  { tables }: SimulatedHub,
  { device }: SimulatedPhone,
  { firstSeq, hashes }: { readonly firstSeq: number; readonly hashes: readonly string[] },
): void {
  hashes.forEach((hash, index) => {
    const kept = tables.ops.get(`${device}.${firstSeq + index}`);
    mustHold(kept?.verdict.hash === hash, `${device}.${firstSeq + index} left the outbox and the hub does not have it`);
  });
}

/** After every round and crash: whatever was acknowledged is on its way or has arrived, and the cursor tells the truth. */
export function checkPhone({ tables, epoch }: SimulatedHub, phone: SimulatedPhone): void {
  // Of villages that came or went the phone hears by its next sync, and settles it there.
  // Of a restored hub it may show for a while what that has lost and is about to be offered again.
  const isTold = tables.devices.get(phone.device)?.epoch === phone.epoch && epoch === 1;
  for (const { state, number } of tables.records.values()) {
    if (number > phone.tables.cursor || !isTold) continue;
    const isTheirs = phone.places.includes(String(state.place.value));
    const shows = phone.tables.confirmed.get(state.id);
    const isSame = isTheirs ? shows !== undefined && rowText(shows) === rowText(state) : shows === undefined;
    mustHold(isSame, `${phone.device} shows ${state.id} otherwise than the hub, though its cursor has passed it`);
  }
  const waiting = new Set<number>();
  // What left is offered again where a hub lost it; on no other may it be the only copy.
  const left = epoch === 1 ? [] : [...phone.tables.sent.values()];
  const offered = new Set(left.flatMap(({ firstSeq, hashes }) => hashes.map((_, index) => firstSeq + index)));
  for (const { firstSeq, hashes } of phone.tables.outbox.values()) {
    hashes.forEach((_hash, index) => {
      waiting.add(firstSeq + index);
    });
  }
  for (const [seq, line] of phone.acknowledged) {
    const hasArrived = tables.ops.get(`${phone.device}.${seq}`)?.line === line;
    mustHold(hasArrived || waiting.has(seq) || offered.has(seq), `${phone.device}.${seq} was acknowledged and is lost`);
    // Offered again, it is shown from the moment that it is back.
    const isVisible = phone.tables.pending.has(seq) || phone.tables.refused.has(seq) || epoch > 1;
    mustHold(hasArrived || isVisible, `${phone.device}.${seq} was acknowledged and is not on the screen`);
  }
}

/** After quiescence. */
export function checkEnd(hub: SimulatedHub, phones: readonly SimulatedPhone[], random: Random): void {
  for (const phone of phones) {
    const { outbox, pending, verdicts } = phone.tables;
    mustHold(outbox.size + pending.size + verdicts.size === 0, `${phone.device} still has something waiting`);
    checkAccount(hub, phone);
    checkStamps(hub, phone);
    checkReplica(hub, phone);
  }
  mustHold(hub.tables.early.size === 0, `still awaited: ${[...hub.tables.early.keys()].join(', ')}`);
  mustHold(hub.tables.quarantine.length === 0, `in quarantine: ${hub.tables.quarantine.join(', ')}`);
  checkFold(hub, random);
}

/** Every seq once; applied, or refused where the person sees it; transactions whole. */
function checkAccount({ tables }: SimulatedHub, phone: SimulatedPhone): void {
  const { device, written, tables: own } = phone;
  const last = own.head.nextSeq - 1;
  mustHold(written.size === last, `${device} skipped a seq`);
  mustHold(tables.devices.get(device)?.acked === last, `${device} is not acknowledged up to ${last}`);
  for (let seq = 1; seq <= last; seq++) {
    const kept = tables.ops.get(`${device}.${seq}`);
    mustHold(kept?.line === written.get(seq), `${device}.${seq} is not on the hub as written`);
    mustHold(kept?.verdict.hash === lineHash(kept?.line ?? '', sha256), `${device}.${seq} has a foreign hash`);
    mustHold(isRefused(kept) === own.refused.has(seq), `${device}.${seq}: refused and shown must be the same`);
    const wasHers = phone.heldAt.get(seq)?.includes(kept?.op?.p ?? '') === true;
    mustHold(!isRefusedForPlace(kept) || !wasHers, `${device}.${seq} was refused for a village that was hers`);
    const first = tables.ops.get(`${device}.${kept?.op?.tx}`);
    mustHold(isRefused(kept) === isRefused(first), `the transaction of ${device}.${seq} was torn`);
  }
}

function checkStamps({ tables }: SimulatedHub, { device, tables: own }: SimulatedPhone): void {
  const kept = Array.from({ length: own.head.nextSeq - 1 }, (_, index) => tables.ops.get(`${device}.${index + 1}`));
  const isRising = (stamps: readonly (readonly [number, number])[]) =>
    stamps.every((stamp, index) => index === 0 || compareStamps(stamps[index - 1] ?? stamp, stamp) < 0);
  mustHold(isRising(kept.flatMap((op) => (op?.op ? [op.op.at] : []))), `the clock of ${device} went back`);
  mustHold(
    isRising(kept.flatMap((op) => (op?.verdict.stamp ? [op.verdict.stamp] : []))),
    `effective stamps of ${device} went back`,
  );
}

function checkReplica(hub: SimulatedHub, { device, tables }: SimulatedPhone): void {
  const row = hub.tables.devices.get(device);
  mustHold(row !== undefined, 'the device is known');
  const theirs = texts(visibleRecords(hub.tables, row));
  const own = texts([...tables.confirmed.values()]);
  for (const [id, text] of theirs) mustHold(own.get(id) === text, `${device} shows ${id} otherwise than the hub`);
  mustHold(own.size === theirs.size, `${device} holds a record that is not its own`);
  const digest = rootDigest(digestRecords(tables.confirmed.values(), sha256));
  mustHold(digest === readChangesOf(hub, device, hub.tables.lastNumber).digest, `the digest of ${device} differs`);
}

/** The hub's records are the fold of the applied ops, in any order at all. */
function checkFold({ tables }: SimulatedHub, random: Random): void {
  const folded = new Map<string, RecordState>();
  const applied = [...tables.ops].filter(([key]) => !tables.astray.has(key));
  for (const [, { op, verdict }] of random.shuffle(applied)) {
    if (op && verdict.stamp) folded.set(op.id, mergeOp(folded.get(op.id), op, verdict.stamp));
  }
  const states = texts([...tables.records.values()].map(({ state }) => state));
  for (const [id, text] of texts([...folded.values()])) {
    mustHold(states.get(id) === text, `${id} depends on the order of arrival`);
  }
  mustHold(states.size === folded.size, 'the hub holds a record that no op made');
}

function texts(states: readonly RecordState[]): ReadonlyMap<string, string> {
  return new Map(states.map((state) => [state.id, rowText(state)]));
}

function rowText(state: RecordState): string {
  return canonicalText(JSON.parse(JSON.stringify(toRow(state))));
}

function isRefused(kept: KeptOp | undefined): boolean {
  return kept?.verdict.result.is === 'refused' || kept?.verdict.result.is === 'with';
}

function isRefusedForPlace(kept: KeptOp | undefined): boolean {
  const result = kept?.verdict.result;
  return result?.is === 'refused' && result.code === 'place' && result.field === 'p';
}
