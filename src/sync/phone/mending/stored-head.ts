import type { DeviceHead } from '../../ports.ts';
import { sha256 } from '../../records/sha256.ts';
import { isCount, isDigest, isObject } from '../../wire/bounds.ts';
import { toBase64url } from '../../wire/bytes.ts';
import { firstChain } from '../../wire/chain.ts';

/*
 * The head of a device as it is stored. A lower number in it would be used a second time, and the hub would freeze the
 * device as a copy; a higher one would leave a gap for ever. So a digest stands beside it: against a worn flash, which
 * turns bits, not against anybody who means it.
 */

/** {"key":"head","value":{"nextSeq":7,"chain":"…","clock":[1795310584005,1]},"check":"…"} */
export interface StoredHead {
  readonly key: 'head';
  readonly value: DeviceHead;
  readonly check: string;
}

/** Of a device that has written nothing. */
export const firstHead: DeviceHead = { nextSeq: 1, chain: firstChain, clock: [0, 0] };

export function writeStoredHead({ nextSeq, chain, clock }: DeviceHead): StoredHead {
  const value: DeviceHead = { nextSeq, chain, clock };
  return { key: 'head', value, check: checkOf(value) };
}

/** SHA-256 of its values as text, base64url. */
export function checkOf({ nextSeq, chain, clock }: DeviceHead): string {
  return toBase64url(sha256(`${nextSeq} ${chain} ${clock[0]} ${clock[1]}`));
}

/** `undefined` for what is not as it was put there, and for what a version without the digest wrote. */
export function readStoredHead(row: unknown): DeviceHead | undefined {
  const head = readParts(row);
  return head !== undefined && isObject(row) && row.check === checkOf(head) ? head : undefined;
}

/** Its values, whether or not they are what was put there. */
export function readParts(row: unknown): DeviceHead | undefined {
  const value = isObject(row) ? row.value : undefined;
  if (!isObject(value)) return undefined;
  const { nextSeq, chain, clock } = value;
  const [ms, counter]: readonly unknown[] = Array.isArray(clock) ? clock : [];
  const isHead = isCount(nextSeq) && nextSeq > 0 && isDigest(chain) && isCount(ms) && isCount(counter);
  return isHead ? { nextSeq, chain, clock: [ms, counter] } : undefined;
}
