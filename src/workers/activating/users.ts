import { get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import { bad, good, type Outcome } from '../../domain/outcome.ts';
import { removeDatabase } from '../../store/opening/remove-database.ts';
import { type LeaseRecord, labelKey, leaseKey, restKey, senderKey, syncLock, vaultKey } from '../../store/outbox.ts';
import type { Proof } from '../api/proof-api.ts';
import type { LabelFault, PhoneUser, PhoneUsers, UsersApi } from '../api/users-api.ts';
import { type ClearMetadata, currentKey } from '../clear-metadata.ts';
import type { PhonePorts } from '../ports/phone-ports.ts';
import { keysOf, unfinishedCode } from './unfinished.ts';

/* The users of one phone, by the clear metadata alone: all of it is asked before anybody's PIN. */

const labelShape = /^[\p{L}\p{N}]{1,3}$/u;

export async function tellUsers(clear: UseStore): Promise<PhoneUsers> {
  return { users: await usersOf(clear), hasUnfinished: (await unfinishedCode(clear)) !== undefined };
}

/** Those whose register could be opened by somebody: one that was wiped by order is nobody's any more. */
async function usersOf(clear: UseStore): Promise<readonly PhoneUser[]> {
  const prefix = vaultKey('');
  const current = await get<string>(currentKey, clear);
  const devices = (await keysOf(clear)).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
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

/** Kept in capitals; one that two users share would tell nobody apart. */
export async function chooseLabel(clear: UseStore, device: string, text: string): Promise<Outcome<null, LabelFault>> {
  const label = text.normalize('NFC').trim().toLocaleUpperCase('vi');
  if (label === '') return bad('missing');
  if (!labelShape.test(label)) return bad('shape');
  const others = (await usersOf(clear)).filter((user) => user.device !== device);
  if (others.some((user) => user.label === label)) return bad('taken');
  await set(labelKey(device), label, clear);
  return good(null);
}

export function turnTo(clear: UseStore, device: string): Promise<void> {
  return set(currentKey, device, clear);
}

/** Whose book is open, what is proved of it, and how it closes. */
interface Leaving {
  readonly device: string;
  readonly proof: Proof;
  readonly lock: () => Promise<void>;
}

export async function leavePhone(
  ports: PhonePorts,
  clear: ClearMetadata,
  { device, proof, lock }: Leaving,
): ReturnType<UsersApi['leavePhone']> {
  const { waiting, mending, drafts } = proof.left;
  if (!proof.certificate?.isCurrent || waiting + mending + drafts > 0) return bad('unproved');
  await lock();
  await removeUser(ports, clear, device);
  return good(null);
}

/**
 * The keys go first: cut off in the middle, what is left opens for nobody. Under the sync lock, so that no envelope of
 * this user is under way.
 */
async function removeUser(ports: PhonePorts, { store }: ClearMetadata, device: string): Promise<void> {
  await ports.exclusively(syncLock, async () => {
    const next = (await usersOf(store)).find((user) => user.device !== device)?.device;
    await store('readwrite', (clear) => {
      for (const key of [vaultKey, labelKey, senderKey, leaseKey, restKey]) clear.delete(key(device));
      if (next === undefined) clear.delete(currentKey);
      else clear.put(next, currentKey);
      return promisifyRequest(clear.transaction);
    });
    await removeDatabase(ports, device);
  });
}
