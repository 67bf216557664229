import { randomBytes } from 'node:crypto';
import { makeDeviceCrypto } from '../../../src/seal/device-crypto.ts';
import type { EnvelopeHeader } from '../../../src/sync/envelope.ts';
import { withoutValues } from '../../../src/sync/erasure.ts';
import { asOf } from '../../../src/sync/hub/accept.ts';
import { writeJournalEntry } from '../../../src/sync/hub/journal-entry.ts';
import type { HubCrypto, HubPorts, HubTransaction, KeptOp, Rulebook } from '../../../src/sync/hub-ports.ts';
import type { Op } from '../../../src/sync/op.ts';
import { laterStamp } from '../../../src/sync/records/clock.ts';
import { mergeOp } from '../../../src/sync/records/merge.ts';
import type { RecordState } from '../../../src/sync/records/record-state.ts';
import type { OpVerdict } from '../../../src/sync/verdict.ts';
import { fromUtf8, utf8 } from '../../../src/sync/wire/bytes.ts';
import { type ParsedEnvelope, parseEnvelope, writeHeader } from '../../../src/sync/wire/envelope-bytes.ts';
import { isErased, lineHash, readLine } from '../../../src/sync/wire/line.ts';
import type { HubSecrets } from '../../durable/key-file.ts';
import { sha256 } from '../hash.ts';
import { stubOf } from './find-bodies.ts';

/*
 * What stands in the journal for an envelope of which something was erased: the same header, sealed by the hub to itself;
 * inside, how the envelope was answered, its other lines as they were, and of each erased op what it wrote to, not what it
 * wrote. A hub that builds its database anew gets the same records, digests and verdicts from it.
 */

/** First line inside. */
interface Answered {
  readonly receivedAt: number;
  readonly as: 'applied' | 'parked' | 'frozen' | 'aside';
  readonly verdicts: readonly OpVerdict[];
}

/** An op without its values, beside the stub that stands for its line. */
interface Skeleton {
  readonly stub: string;
  readonly op: Op;
}

/** An envelope of the journal, opened. */
export interface OpenedEntry {
  readonly header: EnvelopeHeader;
  readonly answered: Pick<Answered, 'receivedAt'> & Partial<Answered>;
  /** Lines as written, or skeletons of what an earlier order erased. */
  readonly lines: readonly (string | Skeleton)[];
}

export function hashOf(line: string | Skeleton): string {
  return lineHash(typeof line === 'string' ? line : line.stub, sha256);
}

/** An envelope as a device sent it. */
export async function openSent(
  crypto: HubCrypto,
  parsed: ParsedEnvelope,
  receivedAt: number,
): Promise<OpenedEntry | undefined> {
  const text = await openBody(crypto, parsed);
  return text === undefined ? undefined : { header: parsed.header, answered: { receivedAt }, lines: text.split('\n') };
}

/** A substitute that an earlier order put there. */
export async function openSubstitute(crypto: HubCrypto, sealed: string): Promise<OpenedEntry | undefined> {
  const parsed = parseEnvelope(Buffer.from(sealed, 'base64'));
  const text = parsed.ok ? await openBody(crypto, parsed.value) : undefined;
  if (!parsed.ok || text === undefined) return undefined;
  const [first = '{}', ...lines] = text.split('\n');
  const isSkeleton = (line: string) => line.startsWith('{"stub"');
  return {
    header: parsed.value.header,
    answered: JSON.parse(first) as Answered,
    lines: lines.map((line) => (isSkeleton(line) ? (JSON.parse(line) as Skeleton) : line)),
  };
}

async function openBody(crypto: HubCrypto, { header, headerBytes, body }: ParsedEnvelope): Promise<string | undefined> {
  const opened = await crypto.open(headerBytes, body, header.k);
  return opened && fromUtf8(opened);
}

/** The entry without the bodies of these records; `undefined` when it holds none. */
export function eraseEntry(entry: OpenedEntry, records: ReadonlySet<string>): OpenedEntry | undefined {
  const lines = entry.lines.map((line) => (typeof line === 'string' ? (skeletonOf(line, records) ?? line) : line));
  return lines.some((line, index) => line !== entry.lines[index]) ? { ...entry, lines } : undefined;
}

function skeletonOf(line: string, records: ReadonlySet<string>): Skeleton | undefined {
  const stub = stubOf(line, records);
  const read = readLine(line);
  return stub === undefined || !read.ok || isErased(read.value) ? undefined : { stub, op: withoutValues(read.value) };
}

/** Sealed to the hub itself, base64. */
export async function sealSubstitute(
  { founder, keys }: Pick<HubSecrets, 'founder' | 'keys'>,
  { header, lines }: OpenedEntry,
  answered: Answered,
): Promise<string> {
  const { subtle } = globalThis.crypto;
  const crypto = makeDeviceCrypto({ subtle, random: randomBytes, signKey: founder.privateKey, hubKeys: keys.pinned });
  const text = [
    JSON.stringify(answered),
    ...lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))),
  ];
  const bytes = await crypto.seal(writeHeader({ ...header, k: keys.pinned.sealId }), utf8(text.join('\n')));
  return Buffer.from(bytes).toString('base64');
}

/** The part of a replay: does again what the envelope did, by its verdicts and without judging anything. */
export async function applySubstitute(
  ports: Pick<HubPorts, 'crypto' | 'findDevice' | 'transaction' | 'rules'>,
  places: (book: string) => Promise<readonly string[]>,
  sealed: string,
): Promise<void> {
  const entry = await openSubstitute(ports.crypto, sealed);
  const device = entry && (await ports.findDevice(entry.header.d));
  if (entry === undefined || device === undefined) throw new TypeError('an erased entry of the journal does not open');
  const receipt = writeJournalEntry(entry.answered.receivedAt, Buffer.from(sealed, 'base64'));
  await ports.transaction(device.book, await places(device.book), receipt, (tx) => answerAgain(tx, ports.rules, entry));
}

async function answerAgain(tx: HubTransaction, rules: Rulebook, entry: OpenedEntry): Promise<void> {
  const { header, answered, lines } = entry;
  const device = await tx.device(header.d);
  if (device === undefined) return;
  // What was kept aside may well give numbers out again that were answered before.
  const isAside = answered.as === 'frozen' || answered.as === 'aside';
  if (!isAside && header.l <= device.acked) return;
  const stubs = lines.map((line) => (typeof line === 'string' ? line : line.stub));
  if (answered.as === 'applied') return applyAgain(tx, rules, entry);
  if (answered.as === 'parked') {
    const { id, f: firstSeq, l: lastSeq, h: chain } = header;
    const hashes = lines.map(hashOf);
    return tx.park(device.id, { id, firstSeq, lastSeq, chain, receivedAt: answered.receivedAt, lines: stubs, hashes });
  }
  await tx.quarantine(device.id, header.id, answered.as === 'frozen' ? 'conflict' : 'revoked', stubs);
  if (answered.as === 'frozen' && device.status === 'active') await tx.saveDevice({ ...device, status: 'frozen' });
}

async function applyAgain(
  tx: HubTransaction,
  rules: Rulebook,
  { header, answered, lines }: OpenedEntry,
): Promise<void> {
  const device = await tx.device(header.d);
  if (device === undefined) return;
  const verdicts = new Map((answered.verdicts ?? []).map((verdict) => [verdict.seq, verdict]));
  const fresh = lines.flatMap((line, index): readonly KeptOp[] => {
    const verdict = verdicts.get(header.f + index);
    return verdict === undefined || verdict.seq <= device.acked ? [] : [keptOf(line, verdict)];
  });
  // What came before it could be merged got no number.
  const applied = fresh.flatMap(({ op, verdict: { stamp, n } }) =>
    op && stamp && n !== undefined ? [[op, stamp] as const] : [],
  );
  const early = fresh.filter(({ op, line, verdict: { stamp, n } }) => op && stamp && n === undefined && isWhole(line));
  const { records: before } = await tx.lookUp([...new Set(applied.map(([op]) => op.id))]);
  const after = new Map<string, RecordState>();
  for (const [op, stamp] of applied) after.set(op.id, mergeOp(after.get(op.id) ?? before.get(op.id), op, stamp));
  if (after.size > 0) await tx.saveRecords([...after.values()]);
  const { places } = asOf(device, header.e);
  const isBeyond = ({ op, verdict: { stamp, n } }: KeptOp) => op && stamp && n === undefined && !places.includes(op.p);
  // As the envelope did: such a line stands in the log without a place.
  await tx.keepOps(
    device.id,
    fresh.map((kept) => (isBeyond(kept) ? { line: kept.line, verdict: kept.verdict } : kept)),
  );
  if (early.length > 0) await tx.keepEarly?.(device.id, early);
  await tx.markDirty([...new Set([...before.values(), ...after.values()].flatMap(rules.months))].sort());
  const lastStamp = fresh.reduce((last, { verdict: { stamp } }) => laterStamp(last, stamp ?? last), device.lastStamp);
  await tx.saveDevice({ ...device, acked: header.l, chain: header.h, lastStamp });
}

function keptOf(line: string | Skeleton, verdict: OpVerdict): KeptOp {
  if (typeof line !== 'string') return { op: line.op, line: line.stub, verdict };
  const read = readLine(line);
  return read.ok && !isErased(read.value) ? { op: read.value, line, verdict } : { line, verdict };
}

function isWhole(line: string): boolean {
  const read = readLine(line);
  return read.ok && !isErased(read.value);
}
