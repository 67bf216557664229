import type { VaultState } from '../../workers/api/phone-api.ts';
import { smallStore } from './small-store.ts';

const key = 'locked';

/**
 * What the vault will answer at this start, by what it answered last: the lock screen is drawn before any worker runs,
 * and the vault corrects it. `undefined` on a new phone, or where the PIN would not open the book.
 */
export function foreseeLock(view: Window): VaultState | undefined {
  if (smallStore(view)?.getItem(key) !== 'pin') return undefined;
  return { is: 'locked', triesLeft: 10, notBefore: 0, pin: 'usable' };
}

/** Says that there is a book, as the database beside it does, and nothing about anybody. */
export function rememberLock(view: Window, vault: VaultState | undefined): void {
  if (vault === undefined) return;
  const isByPin = vault.is === 'open' || (vault.is === 'locked' && vault.pin === 'usable');
  if (isByPin) smallStore(view)?.setItem(key, 'pin');
  else smallStore(view)?.removeItem(key);
}
