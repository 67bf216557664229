import { entries, type UseStore, update } from 'idb-keyval';
import { type LeaseRecord, leaseKey, renewLease, type SenderRecord } from '../src/store/outbox.ts';
import type { Contact } from '../src/sync/phone/send.ts';

/** Every device of this phone: its id, its signing key, its hub. No key to any data stands there. */
export async function readSenders(clear: UseStore): Promise<readonly SenderRecord[]> {
  const found = await entries<string, unknown>(clear);
  return found.flatMap(([key, value]) => (key.startsWith('sender:') && isSender(value) ? [value] : []));
}

function isSender(value: unknown): value is SenderRecord {
  return typeof value === 'object' && value !== null && 'v' in value && value.v === 1;
}

/** A verified contact renews the lease, also while the phone is locked. */
export function renew(clear: UseStore, device: string, contact: Contact): Promise<void> {
  return update<LeaseRecord>(leaseKey(device), (old) => renewLease(old, contact), clear);
}
