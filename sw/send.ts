import type { UseStore } from 'idb-keyval';
import { bad } from '../src/domain/outcome.ts';
import { isHubsVerdict } from '../src/seal/device-crypto.ts';
import { askContact, type HubLine, tellWiped, uploadTo } from '../src/seal/hub-request.ts';
import { createOutbox, moveWipe, openExisting, type SenderRecord, syncLock, wipeDevice } from '../src/store/outbox.ts';
import { type SendResult, sendOutbox } from '../src/sync/phone/send.ts';
import type { HubPort } from '../src/sync/ports.ts';
import type { SignedVerdict } from '../src/sync/verdict.ts';
import { openVerdict } from '../src/sync/wire/verdict-bytes.ts';
import { isContactDue, keepRest, readClock, readRest, readSenders, readWipe, renew } from './senders.ts';

/** The service worker's doors. */
export interface SendingWorld extends Pick<HubLine, 'fetch' | 'subtle' | 'origin' | 'now'> {
  readonly indexedDB: IDBFactory;
  /** The clear metadata. */
  readonly clear: UseStore;
  /** Runs `work` under a Web Lock; `undefined` when somebody holds it, or holds it for too long. */
  readonly exclusively: <Result>(lock: string, work: () => Promise<Result>) => Promise<Result | undefined>;
}

/** Chromium gives an event 3 minutes; a request begun at this limit still has its 30 s. */
const eventLimit = 150_000;

/**
 * Sends the sealed outbox of every device of this phone, holding no key to what is inside. True when another attempt
 * could do no more. One sync at a time; whoever is at it may fail, so a turn that did not come counts as not done.
 */
export async function sendAll(world: SendingWorld): Promise<boolean> {
  const results = await world.exclusively(syncLock, async () => {
    const deadline = world.now() + eventLimit;
    const sent: boolean[] = [];
    for (const sender of await readSenders(world.clear)) sent.push(await isSent(world, sender, deadline));
    return sent;
  });
  return results?.every((isDone) => isDone) ?? false;
}

/** One device's broken database must not keep the work of the others back: it counts as failed, and is tried again. */
async function isSent(world: SendingWorld, sender: SenderRecord, deadline: number): Promise<boolean> {
  try {
    const sent = await sendFor(world, sender, deadline);
    if (sent?.is === 'done' && sent.contact === undefined) await meet(world, sender);
    return (await hasObeyed(world, sender)) && sent?.is !== 'failed';
  } catch {
    return false;
  }
}

/** Nothing was there to send, so the hub said nothing: it is asked for a word before the phone's doors close. */
async function meet(world: SendingWorld, sender: SenderRecord): Promise<void> {
  const { clear, subtle, now } = world;
  const { device, hub } = sender;
  if (!(await isContactDue(clear, device, now())) || (await readRest(clear, device, now())) > 0) return;
  const line = await lineTo(world, sender);
  const signed = await askContact(line, (verdict) => isHubsVerdict(subtle, hub, verdict));
  const contact = signed && openVerdict(signed);
  if (contact?.device === device) await renew(clear, device, contact, now());
}

async function lineTo(world: SendingWorld, { device, signKey, hub }: SenderRecord): Promise<HubLine> {
  return { ...world, signKey, device, keyId: hub.sealId, clock: await readClock(world.clear, device) };
}

/** An order to wipe, carried out behind the sending; false while the hub does not know of it. */
async function hasObeyed(world: SendingWorld, sender: SenderRecord): Promise<boolean> {
  const { clear, indexedDB, subtle } = world;
  const { device, hub } = sender;
  const order = await readWipe(clear, device);
  if (order === undefined || order === 'told') return true;
  if (order === 'ordered') await wipeDevice(indexedDB, clear, device);
  const isHeard = await tellWiped(await lineTo(world, sender), (verdict) => isHubsVerdict(subtle, hub, verdict));
  if (isHeard) await moveWipe(clear, device, 'told');
  return isHeard;
}

/** `undefined`: this device has no database yet. */
async function sendFor(
  world: SendingWorld,
  { device, signKey, hub }: SenderRecord,
  deadline: number,
): Promise<SendResult | undefined> {
  const database = await openExisting(world.indexedDB, device);
  if (database === undefined) return undefined;
  const { subtle, now } = world;
  const isFromHub = (verdict: SignedVerdict) => isHubsVerdict(subtle, hub, verdict);
  const clock = await readClock(world.clear, device);
  const upload = patient(world, device, deadline, uploadTo({ ...world, signKey, device, clock }));
  try {
    const result = await sendOutbox(
      createOutbox(() => database, now),
      { upload },
      { isFromHub },
      { device, now },
    );
    if (result.contact !== undefined) await renew(world.clear, device, result.contact, now());
    return result;
  } finally {
    database.close();
  }
}

/** After the deadline, and while the hub asked for rest, nothing is asked: what waits stays for the next event. */
function patient(
  { now, clear }: SendingWorld,
  device: string,
  deadline: number,
  upload: HubPort['upload'],
): HubPort['upload'] {
  return async (envelopes, hashOf) => {
    const rest = await readRest(clear, device, now());
    if (rest > 0 || now() >= deadline) return bad({ why: 'busy', retryAfterSeconds: 60 });
    const answer = await upload(envelopes, hashOf);
    if (!answer.ok && answer.error.why === 'busy')
      await keepRest(clear, device, now() + answer.error.retryAfterSeconds * 1_000);
    return answer;
  };
}

/** ms until the last of this phone's devices may ask again; 0 when no hub asked for rest. */
export async function restOfAll({ clear, now }: Pick<SendingWorld, 'clear' | 'now'>): Promise<number> {
  const senders = await readSenders(clear);
  return Math.max(0, ...(await Promise.all(senders.map(({ device }) => readRest(clear, device, now())))));
}
