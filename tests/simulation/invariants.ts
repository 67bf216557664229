import { canonicalText } from '../../src/domain/value.ts';
import type { KeptOp } from '../../src/sync/hub-ports.ts';
import { readStoredHead } from '../../src/sync/phone/mending/stored-head.ts';
import type { PhoneStore } from '../../src/sync/ports.ts';
import { digestRecords, rootDigest } from '../../src/sync/records/digest.ts';
import { mergeOp } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { toRow } from '../../src/sync/records/row.ts';
import { compareStamps } from '../../src/sync/stamp.ts';
import { lineHash } from '../../src/sync/wire/line.ts';
import { openVerdict } from '../../src/sync/wire/verdict-bytes.ts';
import { sha256 } from './crypto.ts';
import { readChangesOf, type SimulatedHub, visibleRecords } from './hub/hub.ts';
import { heldBy } from './hub/restore.ts';
import { soundHead } from './phone/head.ts';
import type { SimulatedPhone } from './phone/phone.ts';
import type { Random } from './random.ts';
import { mustHold } from './violation.ts';

/* The promises, checked against what the tables hold. They know nothing of how the code keeps them. */

/** Nothing leaves an outbox but what the hub has durably judged. */
export function guarded<Store extends PhoneStore>(store: Store, hub: SimulatedHub, phone: SimulatedPhone): Store {
  return {
    ...store,
    async keepVerdict(verdict, envelopeId, leaves) {
      const envelope = phone.turned.get(envelopeId) ?? phone.tables.outbox.get(envelopeId);
      await store.keepVerdict(verdict, envelopeId, leaves);
      // It may have become part of a larger one that waits, or what nobody had judged of it, part of a smaller one.
      const waits = new Set([...phone.tables.outbox].flatMap(([id, row]) => (phone.turned.get(id) ?? row).hashes));
      // A word of before a restore: what it is about waits among what left, and is offered again.
      const isOfBefore = (openVerdict(verdict)?.hubEpoch ?? 0) < hub.epoch;
      if (envelope !== undefined && !isOfBefore) checkJudged(hub, phone, envelope, waits);
    },
  };
}

function checkJudged(
  hub: SimulatedHub,
  { device }: SimulatedPhone,
  { firstSeq, hashes }: { readonly firstSeq: number; readonly hashes: readonly string[] },
  waits: ReadonlySet<string>,
): void {
  const aside = new Set(linesAside(hub, device).map((line) => lineHash(line, sha256)));
  hashes.forEach((hash, index) => {
    const kept = hub.tables.ops.get(`${device}.${firstSeq + index}`);
    mustHold(
      waits.has(hash) || kept?.verdict.hash === hash || aside.has(hash),
      `${device}.${firstSeq + index} left the outbox and the hub does not have it`,
    );
  });
}

/** What came from a device after it was revoked. */
function linesAside({ tables: { quarantine } }: SimulatedHub, device: string): readonly string[] {
  return [...quarantine].flatMap(([key, lines]) => (key.startsWith(`${device} `) ? lines : []));
}

/** What the cursor has passed stands on the phone as it stands on the hub. */
function checkScreen({ tables, epoch }: SimulatedHub, phone: SimulatedPhone): void {
  const device = tables.devices.get(phone.device);
  // Of villages that came or went the phone hears by its next sync, and settles it there.
  // Of a restored hub it may show for a while what that has lost and is about to be offered again.
  if (device?.epoch !== phone.epoch || epoch > 1) return;
  for (const { state, number } of tables.records.values()) {
    const place = String(state.place.value);
    const isTheirs = phone.places.includes(place);
    // What was sealed while a village was hers is answered when it no longer is, and leaves again with the next sync.
    const shows = phone.tables.confirmed.get(state.id);
    const standsIn = [place, String(shows?.place.value)];
    const isLate = !isTheirs && device.former?.some((one) => standsIn.includes(one.place));
    if (number > phone.tables.cursor || isLate) continue;
    const isSame = isTheirs ? shows !== undefined && rowText(shows) === rowText(state) : shows === undefined;
    mustHold(isSame, `${phone.device} shows ${state.id} otherwise than the hub, though its cursor has passed it`);
  }
}

/** After every round and crash: whatever was acknowledged is on its way or has arrived, and the cursor tells the truth. */
export function checkPhone(hub: SimulatedHub, phone: SimulatedPhone): void {
  checkScreen(hub, phone);
  const { tables, epoch } = hub;
  const waiting = new Set<number>();
  // What left is offered again where a hub lost it; on no other may it be the only copy.
  const left = epoch === 1 ? [] : [...phone.tables.sent.values()];
  const offered = new Set(left.flatMap(({ firstSeq, hashes }) => hashes.map((_, index) => firstSeq + index)));
  for (const { firstSeq, hashes } of phone.tables.outbox.values()) {
    hashes.forEach((_hash, index) => {
      waiting.add(firstSeq + index);
    });
  }
  // Storage has turned a bit in it: it is sealed anew from what is pending.
  for (const [id, { firstSeq, hashes }] of phone.turned)
    for (const [index] of hashes.entries())
      if (phone.tables.outbox.has(id) && phone.tables.pending.has(firstSeq + index)) waiting.add(firstSeq + index);
  const aside = new Set(linesAside(hub, phone.device));
  for (const [seq, line] of phone.acknowledged) {
    const hasArrived = tables.ops.get(`${phone.device}.${seq}`)?.line === line || aside.has(line);
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
    if (!hub.revoked.has(phone.device)) checkReplica(hub, phone);
  }
  const awaited = [...hub.tables.early.keys()].filter((key) => !isElsewhere(hub, key));
  mustHold(awaited.length === 0, `still awaited: ${awaited.join(', ')}`);
  const isStrange = (key: string) => !isOfRevoked(hub, key) && !isOfWorn(phones, key);
  const strange = [...hub.tables.quarantine.keys()].filter(isStrange);
  mustHold(strange.length === 0, `in quarantine: ${strange.join(', ')}`);
  checkFold(hub, random);
}

/** Written where nobody is, or an edit of a record that never stood where she may write: kept, and in no record. */
function isElsewhere({ tables }: SimulatedHub, key: string): boolean {
  const op = tables.early.get(key)?.op;
  const record = tables.records.get(op?.id ?? '');
  const hers = heldBy(tables, key);
  if (op?.p === 'elsewhere') return true;
  return record !== undefined && !hers.some((place) => record.placesEver.has(place));
}

function isOfRevoked({ revoked }: SimulatedHub, key: string): boolean {
  return key.endsWith(' revoked') && revoked.has(key.slice(0, key.indexOf(' ')));
}

/** Storage had damaged where the phone stood and an envelope beside it: its chain was guessed, and all sealed anew. */
function isOfWorn(phones: readonly SimulatedPhone[], key: string): boolean {
  const author = phones.find(({ device }) => key.startsWith(`${device} `));
  return key.endsWith(' chain') && author !== undefined && author.mendedAt.size > 0;
}

/** Every seq once; applied, or refused where the person sees it; transactions whole. */
function checkAccount(hub: SimulatedHub, phone: SimulatedPhone): void {
  const { tables } = hub;
  const { device, written, tables: own } = phone;
  const nextSeq = nextSeqOf(hub, phone);
  mustHold(written.size === nextSeq - 1, `${device} skipped a seq`);
  const last = hub.revoked.get(device) ?? nextSeq - 1;
  checkAside(hub, phone, last + 1);
  mustHold(tables.devices.get(device)?.acked === last, `${device} is not acknowledged up to ${last}`);
  for (let seq = 1; seq <= last; seq++) {
    const kept = tables.ops.get(`${device}.${seq}`);
    mustHold(kept?.line === written.get(seq), `${device}.${seq} is not on the hub as written`);
    mustHold(kept?.verdict.hash === lineHash(kept?.line ?? '', sha256), `${device}.${seq} has a foreign hash`);
    // Refused once, and taken by a restored hub that it was offered again: in the book, and still shown as to be mended.
    const isTakenSince = hub.epoch > 1 && own.refused.has(seq);
    const isShown = isRefused(kept) === own.refused.has(seq) || isTakenSince;
    mustHold(isShown, `${device}.${seq}: refused and shown must be the same`);
    const wasHers = phone.heldAt.get(seq)?.includes(kept?.op?.p ?? '') === true;
    mustHold(!isRefusedForPlace(kept) || !wasHers, `${device}.${seq} was refused for a village that was hers`);
    const first = tables.ops.get(`${device}.${kept?.op?.tx}`);
    mustHold(isRefused(kept) === isRefused(first), `the transaction of ${device}.${seq} was torn`);
  }
}

/** Who was revoked is not told any more where she stands, and writes nothing where she does not know it. */
function nextSeqOf(hub: SimulatedHub, phone: SimulatedPhone): number {
  const isLost = hub.revoked.has(phone.device) && readStoredHead(phone.tables.head) === undefined;
  return isLost ? phone.written.size + 1 : soundHead(phone).nextSeq;
}

/** What came after a revocation: kept aside as it was written, shown as refused, and in no record. */
function checkAside(hub: SimulatedHub, phone: SimulatedPhone, first: number): void {
  const { device, written, tables } = phone;
  const aside = new Set(linesAside(hub, device));
  for (let seq = first; seq < nextSeqOf(hub, phone); seq++) {
    mustHold(!hub.tables.ops.has(`${device}.${seq}`), `${device}.${seq} was taken from a device that was revoked`);
    mustHold(aside.has(written.get(seq) ?? ''), `${device}.${seq} came too late and was not kept aside`);
    mustHold(tables.refused.has(seq), `${device}.${seq} came too late and its author is not told`);
  }
}

function checkStamps(hub: SimulatedHub, phone: SimulatedPhone): void {
  const { tables } = hub;
  const { device, mendedAt } = phone;
  const seqs = Array.from({ length: nextSeqOf(hub, phone) - 1 }, (_, index) => index + 1);
  const kept = seqs.flatMap((seq) => {
    const one = tables.ops.get(`${device}.${seq}`);
    return one === undefined ? [] : [{ seq, at: one.op?.at, stamp: one.verdict.stamp }];
  });
  const isRising = (stamps: readonly (readonly [number, number])[]) =>
    stamps.every((stamp, index) => index === 0 || compareStamps(stamps[index - 1] ?? stamp, stamp) < 0);
  // Where storage had damaged its clock, it begins anew; the hub's own word on the order stays as strict.
  for (const run of splitAt(kept, mendedAt))
    mustHold(isRising(run.flatMap(({ at }) => (at ? [at] : []))), `the clock of ${device} went back`);
  mustHold(isRising(kept.flatMap(({ stamp }) => (stamp ? [stamp] : []))), `effective stamps of ${device} went back`);
}

function splitAt<One extends { readonly seq: number }>(all: readonly One[], at: ReadonlySet<number>): readonly One[][] {
  const runs: One[][] = [[]];
  for (const one of all) {
    if (at.has(one.seq)) runs.push([]);
    runs.at(-1)?.push(one);
  }
  return runs;
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
  const applied = [...tables.ops].filter(([key]) => !tables.early.has(key));
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
