import { delMany, get, keys, set, type UseStore, update } from 'idb-keyval';
import { bad, good, type Outcome } from '../../domain/outcome.ts';
import { removeDatabase } from '../../store/database.ts';
import { type LeaseRecord, labelKey, leaseKey, restKey, senderKey, syncLock, vaultKey } from '../../store/outbox.ts';
import type { LabelFault, PhoneUser, PhoneUsers } from '../api/users-api.ts';
import { type ClearMetadata, currentKey } from '../clear-metadata.ts';
import type { PhonePorts } from '../ports/phone-ports.ts';
import { unfinishedCode } from './unfinished.ts';

/* The users of one phone, by the clear metadata alone: all of it is asked before anybody's PIN. */

const labelShape = /^[\p{L}\p{N}]{1,3}$/u;

export async function tellUsers(clear: UseStore): Promise<PhoneUsers> {
  const [users, unfinished] = [await usersOf(clear), await unfinishedCode(clear)];
  return { users, ...(unfinished !== undefined && { unfinished }) };
}

/** Those whose register could be opened by somebody: one that was wiped by order is nobody's any more. */
async function usersOf(clear: UseStore): Promise<readonly PhoneUser[]> {
  const prefix = vaultKey('');
  const current = await get<string>(currentKey, clear);
  const devices = (await keys<string>(clear)).flatMap((key) =>
    key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
  );
  const found = await Promise.all(
    devices.map(async (device) => ({
      device,
      label: (await get<string>(labelKey(device), clear)) ?? '',
      isCurrent: device === current,
      isRevoked: (await get<LeaseRecord>(leaseKey(device), clear))?.standing === 'revoked',
    })),
  );
  const order = ({ label, device }: (typeof found)[number]) => `${label}\n${device}`;
  found.sort((one, other) => (order(one) < order(other) ? -1 : 1));
  return found.map((user, index) => ({ ...user, number: index + 1 }));
}

/** The label as it is kept, in capitals; one that two users share would tell nobody apart. */
export async function judgeLabel(clear: UseStore, device: string, text: string): Promise<Outcome<string, LabelFault>> {
  const label = text.normalize('NFC').trim().toLocaleUpperCase('vi');
  if (label === '') return bad('missing');
  if (!labelShape.test(label)) return bad('shape');
  const others = (await usersOf(clear)).filter((user) => user.device !== device);
  return others.some((user) => user.label === label) ? bad('taken') : good(label);
}

export function keepLabel(clear: UseStore, device: string, label: string): Promise<void> {
  return set(labelKey(device), label, clear);
}

export function turnTo(clear: UseStore, device: string): Promise<void> {
  return set(currentKey, device, clear);
}

/**
 * Removes one user's register with its keys. The keys go first: cut off in the middle, what is left opens for nobody.
 * Under the sync lock, so that no envelope of it is under way.
 */
export async function removeUser(ports: PhonePorts, { store }: ClearMetadata, device: string): Promise<void> {
  await ports.exclusively(syncLock, async () => {
    const next = (await usersOf(store)).find((user) => user.device !== device)?.device;
    await update<string | undefined>(currentKey, () => next, store);
    await delMany([vaultKey, labelKey, senderKey, leaseKey, restKey].map((key) => key(device)), store);
    await removeDatabase(ports, device);
  });
}
