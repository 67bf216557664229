import type { SealedEnvelope } from '../../envelope.ts';
import type { DeviceCrypto, DeviceHead, PendingOp } from '../../ports.ts';
import { laterStamp, witness } from '../../records/clock.ts';
import type { Stamp } from '../../stamp.ts';
import { checkOf, readParts, readStoredHead } from '../../stored-head.ts';
import type { Verdict } from '../../verdict.ts';
import { isObject } from '../../wire/bounds.ts';
import { firstChain, nextChain } from '../../wire/chain.ts';
import { isErased, lineHash, readLine } from '../../wire/line.ts';
import { hashesOf, numbersClaimed, readSound } from '../sound.ts';

/*
 * The head of a device that is not as it was stored, worked out anew from what stands beside it: each save left an
 * envelope that waits or has left, and a line that is pending or was sent back. Never lower than anything that was used.
 */

/** What stands beside it. */
export interface BesideHead {
  /** The stored row, whatever it is now. */
  readonly row: unknown;
  /** Those that wait, and those that left: the newest of these is kept for as long as there is none after it. */
  readonly envelopes: readonly SealedEnvelope[];
  readonly pending: readonly PendingOp[];
  /** Numbers of ops that were sent back. */
  readonly refused: readonly number[];
  /** Nothing that was written here has ever left. */
  readonly isNew: boolean;
  /** The hub's last word on where this device stands. */
  readonly told?: Pick<Verdict, 'acked' | 'chain'> | undefined;
}

/**
 * A guess where even that does not tell: the hub's next word does.
 * @param now wall clock, ms since 1970
 */
export function findHead(beside: BesideHead, hash: DeviceCrypto['hash'], now: number): DeviceHead {
  const { row, told } = beside;
  const held = readParts(row);
  // A version without a digest wrote it so.
  const believed = readStoredHead(row) ?? (isOfBefore(row) ? held : undefined);
  const { last, chain = told?.chain ?? held?.chain ?? firstChain, isSure } = readUsed(beside, believed, hash);
  const numbers = { nextSeq: last + 1, chain };
  const isKnown = told !== undefined || believed !== undefined || isSure || isSaid(row, held, numbers);
  const clock = believed?.clock ?? clockOf(beside, numbers, now);
  return { ...numbers, clock, ...(isKnown ? {} : { isGuess: true }) };
}

interface Used {
  /** The greatest number that is known to have been used; 0 for none. */
  readonly last: number;
  /** Chain head there, where it can be worked out. */
  readonly chain: string | undefined;
  /** Nothing was used behind it. */
  readonly isSure: boolean;
}

function readUsed(
  { envelopes, pending, refused, isNew, told }: BesideHead,
  believed: DeviceHead | undefined,
  hash: DeviceCrypto['hash'],
): Used {
  const read = envelopes.map((envelope) => ({ envelope, header: readSound(envelope) }));
  const sound = read.flatMap(({ envelope, header }) => (header === undefined ? [] : [{ envelope, header }]));
  const damaged = read.flatMap(({ envelope, header }) => (header === undefined ? [envelope] : []));
  const hashes = new Map(pending.map(({ seq, line }) => [seq, lineHash(line, hash)]));
  for (const { envelope } of sound)
    for (const [at, own] of envelope.hashes.entries()) hashes.set(envelope.firstSeq + at, own);
  const claimed = damaged.filter(isCounted).flatMap(numbersClaimed);
  const anchors: readonly Anchor[] = [
    ...(told === undefined ? [] : [{ at: told.acked, head: told.chain }]),
    ...sound.map(({ header }) => ({ at: header.l, head: header.h })),
    ...(believed === undefined ? [] : [{ at: believed.nextSeq - 1, head: believed.chain }]),
    { at: 0, head: firstChain },
  ];
  const used = [...hashes.keys(), ...refused, ...claimed, ...anchors.map(({ at }) => at)];
  const last = used.reduce((a, b) => Math.max(a, b), 0);
  const chain = chainAt(last, hashes, anchors, hash);
  return { last, chain, isSure: chain !== undefined && (last > 0 || isNew) && damaged.every(isCounted) };
}

/** A damaged envelope that still says which numbers it holds. */
function isCounted(row: SealedEnvelope): boolean {
  const claimed = numbersClaimed(row);
  return claimed.length > 0 && claimed.length === hashesOf(row).length;
}

interface Anchor {
  readonly at: number;
  readonly head: string;
}

/** From the nearest head that is known. */
function chainAt(
  last: number,
  hashes: ReadonlyMap<number, string>,
  anchors: readonly Anchor[],
  hash: DeviceCrypto['hash'],
): string | undefined {
  const before = anchors.filter(({ at }) => at <= last);
  const nearest = before.reduce<Anchor | undefined>((best, one) => (best && best.at >= one.at ? best : one), undefined);
  if (nearest === undefined) return undefined;
  const between = Array.from({ length: last - nearest.at }, (_, step) => hashes.get(nearest.at + step + 1));
  const known = between.flatMap((own) => own ?? []);
  return known.length === between.length ? nextChain(nearest.head, known, hash) : undefined;
}

/** As a version without a digest wrote it. */
function isOfBefore(row: unknown): boolean {
  return isObject(row) && Object.keys(row).every((key) => key === 'key' || key === 'value');
}

type Numbers = Pick<DeviceHead, 'nextSeq' | 'chain'>;

/** Also the damaged row says so: by its digest, or by both of them. */
function isSaid(row: unknown, held: DeviceHead | undefined, numbers: Numbers): boolean {
  if (held === undefined) return false;
  return isProven(row, held, numbers) || (held.nextSeq === numbers.nextSeq && held.chain === numbers.chain);
}

/** With these numbers in it, the row would be as it was put there. */
function isProven(row: unknown, { clock }: DeviceHead, numbers: Numbers): boolean {
  return isObject(row) && row.check === checkOf({ ...numbers, clock });
}

/**
 * Where it cannot be known, it stands behind whatever waits; the damaged one is believed where it is not ahead, for a
 * clock years ahead would stay there.
 */
function clockOf({ row, pending }: BesideHead, numbers: Numbers, now: number): Stamp {
  const held = readParts(row);
  if (held !== undefined && isProven(row, held, numbers)) return held.clock;
  const written = pending.map(({ line }) => stampOf(line)).reduce(laterStamp, [0, 0]);
  return held === undefined ? written : witness(written, held.clock, now);
}

function stampOf(line: string): Stamp {
  const read = readLine(line);
  return read.ok && !isErased(read.value) ? read.value.at : [0, 0];
}
