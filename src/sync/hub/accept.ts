import type { DeviceRow, HubPorts } from '../hub-ports.ts';
import type { EnvelopeRefusal, SignedVerdict, Verdict } from '../verdict.ts';
import { fromUtf8 } from '../wire/bytes.ts';
import { firstChain } from '../wire/chain.ts';
import { type ParsedEnvelope, parseEnvelope } from '../wire/envelope-bytes.ts';
import { lineHash } from '../wire/line.ts';
import { type Arrival, applyEnvelope, orderTo } from './apply.ts';
import { writeJournalEntry } from './journal-entry.ts';

export { joinUpload, splitUpload } from '../wire/upload-bytes.ts';
export { readJournalEntry } from './journal-entry.ts';

/**
 * The hub's whole answer to one envelope from any road: every refusal is a signed verdict and changes nothing.
 * @param bytes as received
 * @param receivedAt hub's clock, ms since 1970; on a replay of the journal the time of the first receipt
 */
export async function acceptEnvelope(ports: HubPorts, bytes: Uint8Array, receivedAt: number): Promise<SignedVerdict> {
  const parsed = parseEnvelope(bytes);
  if (!parsed.ok) return ports.crypto.signVerdict(stranger(ports, '', parsed.error, receivedAt), undefined);
  const { header, signed, signature } = parsed.value;
  const device = await ports.findDevice(header.d);
  const sign = (verdict: Verdict) => signFor(ports.crypto, header.k, verdict);
  if (device === undefined) return sign(stranger(ports, header.id, 'unknown_device', receivedAt));
  const isTheirs = await ports.crypto.isSignedBy(device.signKey, signed, signature);
  if (!isTheirs) return sign(stranger(ports, header.id, 'signature', receivedAt));
  const arrival = await openEnvelope(ports, parsed.value, receivedAt);
  if (typeof arrival === 'string') return sign(turnAway(ports, device, header.id, arrival, receivedAt));
  const then = asOf(device, header.e);
  const reach = header.e < device.epoch ? await ports.reach?.(then) : undefined;
  const sender = reach === undefined ? then : { ...then, reach };
  const entry = writeJournalEntry(receivedAt, bytes);
  const verdict = await ports.transaction(device.book, reach ?? then.places, entry, (tx) =>
    applyEnvelope(tx, ports, sender, arrival),
  );
  return sign(verdict);
}

/** Signed so that whoever holds this seal key can believe it, and with the newer keys for one who lags behind. */
function signFor(crypto: HubPorts['crypto'], keyId: string, verdict: Verdict): Promise<SignedVerdict> {
  const { former: _signedBefore, ...newest } = crypto.pinned();
  return crypto.signVerdict(keyId === newest.sealId ? verdict : { ...verdict, keys: newest }, keyId);
}

/** With the places that it had when this was sealed: what was taken from it since is still hers to write. */
export function asOf(device: DeviceRow, epoch: number): DeviceRow {
  const former = (device.former ?? []).filter(({ until }) => epoch <= until).map(({ place }) => place);
  return former.length === 0 ? device : { ...device, places: [...new Set([...device.places, ...former])] };
}

/**
 * What a device that only fetches is told: where it stands, and its lease, signed like any verdict.
 * @param keyId seal key of the hub that it says it holds; one of before keys were ever turned says nothing
 */
export function signContact(
  ports: Pick<HubPorts, 'crypto' | 'hubEpoch' | 'lease'>,
  device: DeviceRow,
  hubTime: number,
  keyId: string | undefined,
  told: Pick<Verdict, 'erased' | 'people' | 'holds' | 'enrolled'> = {},
): Promise<SignedVerdict> {
  const verdict = { ...standing(ports, device, '', hubTime), ...told };
  return keyId === undefined ? ports.crypto.signVerdict(verdict, undefined) : signFor(ports.crypto, keyId, verdict);
}

async function openEnvelope(
  { crypto }: HubPorts,
  { header, headerBytes, body }: ParsedEnvelope,
  receivedAt: number,
): Promise<Arrival | EnvelopeRefusal> {
  if (!crypto.holdsKey(header.k)) return 'unknown_key';
  const opened = await crypto.open(headerBytes, body, header.k);
  if (opened === undefined) return 'cannot_open';
  const lines = fromUtf8(opened)?.split('\n');
  if (lines?.length !== header.l - header.f + 1) return 'malformed';
  return { header, receivedAt, lines, hashes: lines.map((line) => lineHash(line, crypto.hash)) };
}

/**
 * Before the signature is proved, a verdict speaks to nobody: it names no device and carries no lease, or anyone could
 * make the hub sign one for somebody else's phone.
 */
function stranger(ports: HubPorts, envelope: string, refused: EnvelopeRefusal, hubTime: number): Verdict {
  const nobody = { device: '', acked: 0, chain: firstChain, epoch: 0, lease: { until: 0, pinUntil: 0 } };
  return { v: 1, envelope, ops: [], refused, missing: [], hubTime, hubEpoch: ports.hubEpoch, ...nobody };
}

function standing(
  ports: Pick<HubPorts, 'hubEpoch' | 'lease'>,
  device: DeviceRow,
  envelope: string,
  hubTime: number,
): Verdict {
  const { id, acked, chain, epoch } = device;
  const about = { device: id, acked, chain, epoch, lease: ports.lease(device, hubTime), ...orderTo(device) };
  return { v: 1, envelope, ops: [], missing: [], hubTime, hubEpoch: ports.hubEpoch, ...about };
}

function turnAway(
  ports: HubPorts,
  device: DeviceRow,
  envelope: string,
  refused: EnvelopeRefusal,
  hubTime: number,
): Verdict {
  return { ...standing(ports, device, envelope, hubTime), refused };
}
