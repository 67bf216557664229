import type { SignedVerdict, Verdict } from '../verdict.ts';
import { isCount, isDigest, isObject, type Json } from './bounds.ts';
import { type Bytes, fromBase64url, fromUtf8, utf8 } from './bytes.ts';

const results = new Set(['applied', 'merged', 'disagreement', 'parked', 'with', 'refused']);

/** The bytes that the hub signs and that travel. */
export function verdictPayload(verdict: Verdict): Bytes {
  return utf8(JSON.stringify(verdict));
}

/**
 * The verdict inside, once its signature was checked: `undefined` when the shape is not one that this version knows.
 * Keys that a later version adds are let through.
 */
export function openVerdict(signed: SignedVerdict): Verdict | undefined {
  const bytes = fromBase64url(signed.payload);
  const text = bytes === undefined ? undefined : fromUtf8(bytes);
  const json = text === undefined ? undefined : parse(text);
  return isObject(json) && isVerdict(json) ? (json as unknown as Verdict) : undefined;
}

export function isSigned(item: unknown): item is SignedVerdict {
  if (!isObject(item)) return false;
  return [item.payload, item.signature, item.key].every((text) => typeof text === 'string');
}

function isVerdict(json: Json): boolean {
  const { v, envelope, device, ops, acked, chain, missing, hubTime, epoch, hubEpoch, lease } = json;
  const isNamed = v === 1 && typeof envelope === 'string' && typeof device === 'string' && isDigest(chain);
  const isHeld = json.holds === undefined || isHolds(json.holds);
  const isCounted = [acked, hubTime, epoch, hubEpoch].every(isCount) && Array.isArray(missing) && isObject(lease);
  return isNamed && isHeld && isCounted && Array.isArray(ops) && ops.every(isOpVerdict);
}

function isHolds(holds: unknown): boolean {
  if (!isObject(holds) || !isCount(holds.cursor)) return false;
  return typeof holds.digest === 'string' && /^[0-9a-f]{32}$/.test(holds.digest);
}

function isOpVerdict(op: unknown): boolean {
  if (!isObject(op) || !isCount(op.seq) || !isDigest(op.hash) || !isObject(op.result)) return false;
  return typeof op.result.is === 'string' && results.has(op.result.is);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
