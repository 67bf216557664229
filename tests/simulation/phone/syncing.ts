import type { SealedEnvelope } from '../../../src/sync/envelope.ts';
import { gatherWaiting } from '../../../src/sync/phone/gather.ts';
import { mendWaiting } from '../../../src/sync/phone/mending/mend.ts';
import { pullChanges, receiveRows } from '../../../src/sync/phone/pull.ts';
import { repairRecords } from '../../../src/sync/phone/repair.ts';
import { resealWaiting } from '../../../src/sync/phone/reseal.ts';
import { sendOutbox } from '../../../src/sync/phone/send.ts';
import { settleVerdicts } from '../../../src/sync/phone/settle.ts';
import type { DeviceCrypto, HubPort, PhoneStore } from '../../../src/sync/ports.ts';
import { digestRecords, rootDigest } from '../../../src/sync/records/digest.ts';
import type { SignedVerdict, Verdict } from '../../../src/sync/verdict.ts';
import { openVerdict } from '../../../src/sync/wire/verdict-bytes.ts';
import { carryUp } from '../../../src/workers/syncing/carrying/carry-up.ts';
import { sha256 } from '../crypto.ts';
import { proofOf } from '../hub/proof.ts';
import { offerAgain } from '../hub/restore.ts';
import { meetHub } from '../keys.ts';
import type { Process } from '../schedule.ts';
import { mustHold } from '../violation.ts';
import { clockOf, doorsOf, type World } from './doors.ts';
import { notesOf, type SimulatedPhone } from './phone.ts';

/* A sync as the app makes it (src/workers/syncing), step by step. */

/** Push, then settle, then pull: one at a time. */
export async function syncOnce(world: World, phone: SimulatedPhone): Promise<void> {
  if (phone.syncLock?.isAlive) return;
  const process = phone.app;
  phone.syncLock = process;
  try {
    if (await sendAndPull(world, phone, process)) await sendAndPull(world, phone, process);
  } finally {
    if (phone.syncLock === process) phone.syncLock = undefined;
  }
}

/** @returns whether it is to be done once more, for a hub that had lost what it had answered */
async function sendAndPull(world: World, phone: SimulatedPhone, process: Process): Promise<boolean> {
  const now = clockOf(world, phone);
  const before = doorsOf(world, phone, process);
  await settleVerdicts(before.store, before.crypto, phone.device, now);
  const damaged = await sendAll(world, phone, process);
  const { store, road, crypto } = doorsOf(world, phone, process);
  await settleVerdicts(store, crypto, phone.device, now);
  await carryUp(notesOf(phone.tables.carried, process, world.schedule), road, crypto.isFromHub, now);
  const pulled = await pullChanges(store, road, { now });
  if (!pulled.ok) return false;
  const contact = await verified(crypto, pulled.value.contact);
  meetHub(world.plant, phone, process, contact);
  if (contact !== undefined && contact.standing !== 'revoked') await store.heedHub(contact);
  await followScope(world, phone, store, road, { epoch: pulled.value.epoch, now });
  if (isRestored(phone, contact) && offerAgain(phone, contact.acked)) return true;
  if (contact !== undefined && (await isMended(world, phone, process, { contact, damaged }))) return true;
  await agree(world, phone, store, pulled.value.digest);
  return false;
}

/** By its sync lock the real app never hears a word of before its own last sending; here the service worker heeds no lock. */
function isRestored({ tables }: SimulatedPhone, contact: Verdict | undefined): contact is Verdict {
  return contact !== undefined && contact.standing === undefined && (tables.hubEpoch ?? 1) > 1;
}

/**
 * Only where villages came or went, or the hub was restored: what a late edit of a village that is no longer hers has put
 * into one that is, and what a restored hub keeps beside its book, no list of changes takes away again. Anywhere else a digest that differs is a broken promise.
 */
async function agree(
  world: World,
  phone: SimulatedPhone,
  store: PhoneStore,
  digest: string | undefined,
): Promise<void> {
  const records = () => phone.tables.confirmed.values();
  const digests = digestRecords(records(), sha256);
  const isQuiet = phone.epoch === 1 && world.hub.epoch === 1;
  if (digest === undefined || isQuiet || rootDigest(digests) === digest) return;
  const own = { digests, records, hash: sha256, pause: async () => undefined };
  await repairRecords(store, own, proofOf(world.hub, phone), clockOf(world, phone));
}

/** What storage has damaged of the outbox is sealed anew from what is pending. */
async function isMended(
  world: World,
  phone: SimulatedPhone,
  process: Process,
  { contact: stood, damaged }: { readonly contact: Verdict; readonly damaged: readonly string[] },
): Promise<boolean> {
  if (phone.tables.outbox.size + phone.tables.pending.size === 0) return false;
  const { store, crypto, keyId } = doorsOf(world, phone, process);
  const mending = { device: phone.device, keyId, day: '2026-07-01', stood, damaged };
  const { mended, lost } = await mendWaiting(store, crypto, mending);
  // A line that damages what is under way makes it look so, until the next try.
  mustHold(lost === 0 || !world.schedule.isHealed(), `${phone.device} gives up what is pending, or at the hub`);
  if (mended > 0) world.schedule.count('outbox mended');
  return mended > 0;
}

/**
 * What waits, and once more where the hub's newer keys let it be sealed anew.
 * @returns ids of envelopes that were found to be damaged
 */
async function sendAll(world: World, phone: SimulatedPhone, process: Process): Promise<readonly string[]> {
  let damaged: readonly string[] = [];
  const options = { device: phone.device, now: world.schedule.now, maxRequests: 4 };
  for (const isAgain of [false, true]) {
    const { store, road, crypto } = doorsOf(world, phone, process);
    const prepare = (waiting: readonly SealedEnvelope[]) => prepareGathering(world, phone, process, waiting);
    const gather = { from: 2, prepare };
    const sent = await sendOutbox(store, road, crypto, { ...options, gather });
    meetHub(world.plant, phone, process, sent.contact);
    damaged = sent.damaged;
    if (isAgain || sent.waiting === 0 || phone.tables.hub.former === undefined) return damaged;
    const anew = doorsOf(world, phone, process);
    if ((await resealWaiting(anew.store, anew.crypto, anew.keyId, damaged)) === 0) return damaged;
  }
  return damaged;
}

async function prepareGathering(
  world: World,
  phone: SimulatedPhone,
  process: Process,
  waiting: readonly SealedEnvelope[],
): Promise<() => Promise<void>> {
  const { store, crypto, keyId } = doorsOf(world, phone, process);
  const keep = await gatherWaiting(store, crypto, { waiting, keyId, day: '2026-07-01' });
  return async () => {
    if ((await keep()) > 0) world.schedule.count('small envelopes gathered');
  };
}

async function verified(crypto: DeviceCrypto, signed: SignedVerdict | undefined): Promise<Verdict | undefined> {
  return signed !== undefined && (await crypto.isFromHub(signed)) ? openVerdict(signed) : undefined;
}

/** As the open app does: what is no longer hers leaves, what is new to her is loaded with all the rest. */
async function followScope(
  { hub }: World,
  phone: SimulatedPhone,
  store: PhoneStore,
  road: HubPort,
  { epoch, now }: { readonly epoch: number; readonly now: () => number },
): Promise<void> {
  const row = hub.tables.devices.get(phone.device);
  const [cursor, hubEpoch] = [await store.cursor(), (await store.hubEpoch()) ?? 1];
  const scope = epoch > phone.epoch || hubEpoch !== phone.scopedBy ? row : undefined;
  const places = scope?.places ?? phone.places;
  const gone = [...phone.tables.confirmed.values()].filter(({ place }) => !places.includes(String(place.value)));
  const rows = gone.map(({ kind: k, id }) => ({ k, id, gone: true as const }));
  if (cursor > 0 && rows.length > 0) await receiveRows(store, rows, { after: cursor, cursor, hubEpoch }, now);
  if (scope === undefined) return;
  // A village may have gone and come back between two syncs: the app finds by its digests what it missed.
  const hasMore = scope.epoch > phone.epoch + 1 || scope.places.some((place) => !phone.places.includes(place));
  const anew = hasMore ? await pullChanges({ ...store, cursor: async () => 0 }, road, { now }) : undefined;
  if (anew?.ok !== false) Object.assign(phone, { places: scope.places, epoch: scope.epoch, scopedBy: hubEpoch });
}
