import { entries, get, set, type UseStore, update } from 'idb-keyval';
import {
  dropPin,
  type LeaseContact,
  type LeaseRecord,
  leaseKey,
  renewLease,
  restKey,
  restLeft,
  type SenderRecord,
  turnHub,
} from '../src/store/outbox.ts';
import { turnKeys } from '../src/sync/phone/turn-keys.ts';
import type { Verdict } from '../src/sync/verdict.ts';

/** Every device of this phone: its id, its signing key, its hub. No key to any data stands there. */
export async function readSenders(clear: UseStore): Promise<readonly SenderRecord[]> {
  const found = await entries<string, unknown>(clear);
  return found.flatMap(([key, value]) => (key.startsWith('sender:') && isSender(value) ? [value] : []));
}

function isSender(value: unknown): value is SenderRecord {
  return typeof value === 'object' && value !== null && 'v' in value && value.v === 1;
}

/** A verified contact renews the lease, also while the phone is locked. */
export async function renew(
  clear: UseStore,
  device: string,
  contact: LeaseContact & Pick<Verdict, 'keys' | 'hubEpoch'>,
  now: number,
): Promise<void> {
  await update<LeaseRecord>(leaseKey(device), (old) => renewLease(old, contact, now), clear);
  if (contact.keys !== undefined) await turnHub(clear, device, (held) => turnKeys(held, contact));
  if (contact.standing === 'revoked') await dropPin(clear, device);
}

/** How far this phone's clock is ahead of the hub's, as the last contact told. */
export async function readClock(clear: UseStore, device: string): Promise<{ ahead: number }> {
  return { ahead: (await get<LeaseRecord>(leaseKey(device), clear))?.clockAhead ?? 0 };
}

/**
 * Half of what the hub allowed without a contact is over: a phone that lies locked with nothing to send would otherwise
 * close for its lack of one, and after its lease for good.
 */
export async function isContactDue(clear: UseStore, device: string, now: number): Promise<boolean> {
  const record = await get<LeaseRecord>(leaseKey(device), clear);
  if (record === undefined || record.standing === 'revoked') return false;
  const { lease, contactAt, seen } = record;
  const limits = [lease.until, lease.pinUntil].filter((limit) => limit !== null);
  return limits.some((limit) => Math.max(seen, now) > (contactAt + limit) / 2);
}

/** How far an order to wipe is obeyed; `undefined`: there is none. */
export async function readWipe(clear: UseStore, device: string): Promise<LeaseRecord['wipe']> {
  return (await get<LeaseRecord>(leaseKey(device), clear))?.wipe;
}

/** ms that the hub still asked this device to wait. */
export async function readRest(clear: UseStore, device: string, now: number): Promise<number> {
  return restLeft(await get<number>(restKey(device), clear), now);
}

export function keepRest(clear: UseStore, device: string, until: number): Promise<void> {
  return set(restKey(device), until, clear);
}
