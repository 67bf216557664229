import type { SealedEnvelope } from '../../envelope.ts';
import type { DeviceCrypto, DeviceHead, PendingOp } from '../../ports.ts';
import { laterStamp, witness } from '../../records/clock.ts';
import type { Stamp } from '../../stamp.ts';
import type { Verdict } from '../../verdict.ts';
import { isObject } from '../../wire/bounds.ts';
import { firstChain, nextChain } from '../../wire/chain.ts';
import { isErased, lineHash, readLine } from '../../wire/line.ts';
import { hashesOf, numbersClaimed, readSound } from '../sound.ts';
import { checkOf, readParts, readStoredHead } from './stored-head.ts';

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
  const { last, chains, isSure } = readUsed(beside, believed, hash);
  const nextSeq = last + 1;
  const chain = chooseChain(chains, beside, held, nextSeq);
  const numbers = { nextSeq, chain };
  const isKnown = told !== undefined || believed !== undefined || isSure || isSaid(row, held, numbers);
  const clock = believed?.clock ?? clockOf(beside, numbers, now);
  return { ...numbers, clock, ...(isKnown ? {} : { isGuess: true }) };
}

interface Used {
  /** The greatest number that is known to have been used; 0 for none. */
  readonly last: number;
  /** Chain heads there, worked out from each head that is known: the hub's word first, then the nearest. */
  readonly chains: readonly string[];
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
  const ofEnvelope = ({ firstSeq, hashes }: SealedEnvelope) => hashes.map((own, at) => [firstSeq + at, own] as const);
  const ofLines = pending.map(({ seq, line }) => [seq, lineHash(line, hash)] as const);
  const hashes = new Map([...sound.flatMap(({ envelope }) => ofEnvelope(envelope)), ...ofLines]);
  const claimed = damaged.filter(isCounted).flatMap(numbersClaimed);
  const nearest = [
    ...sound.map(({ header }) => ({ at: header.l, head: header.h })),
    ...(believed === undefined ? [] : [{ at: believed.nextSeq - 1, head: believed.chain }]),
    { at: 0, head: firstChain },
  ].sort((a, b) => b.at - a.at);
  const anchors = [...(told === undefined ? [] : [{ at: told.acked, head: told.chain }]), ...nearest];
  const used = [...hashes.keys(), ...refused, ...claimed, ...anchors.map(({ at }) => at)];
  const last = used.reduce((a, b) => Math.max(a, b), 0);
  const chains = anchors.flatMap((anchor) => chainFrom(anchor, last, hashes, hash) ?? []);
  return { last, chains, isSure: chains.length > 0 && (last > 0 || isNew) && damaged.every(isCounted) };
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

function chainFrom(
  { at, head }: Anchor,
  last: number,
  hashes: ReadonlyMap<number, string>,
  hash: DeviceCrypto['hash'],
): string | undefined {
  const between: string[] = [];
  for (let seq = at + 1; seq <= last; seq++) {
    const own = hashes.get(seq);
    if (own === undefined) return undefined;
    between.push(own);
  }
  return nextChain(head, between, hash);
}

/**
 * The hub's word, what makes the digest fit, or else what most agree on: a bit may have turned in one of them, too. A wrong
 * one costs no more than sealing anew; the hub refuses it.
 */
function chooseChain(
  chains: readonly string[],
  { row, told }: BesideHead,
  held: DeviceHead | undefined,
  nextSeq: number,
): string {
  const [first] = chains;
  if (told !== undefined) return first ?? told.chain;
  if (held === undefined) return mostFrequent(chains) ?? firstChain;
  const proven = [...chains, held.chain].find((chain) => isProven(row, held, { nextSeq, chain }));
  const votes = held.nextSeq === nextSeq ? [...chains, held.chain] : chains;
  return proven ?? mostFrequent(votes) ?? held.chain;
}

/** The earlier one of those that are as frequent. */
function mostFrequent(all: readonly string[]): string | undefined {
  const count = (one: string) => all.filter((other) => other === one).length;
  return all.reduce<string | undefined>((best, one) => (best && count(best) >= count(one) ? best : one), undefined);
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
