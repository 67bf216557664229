import { resealWaiting } from '../../sync/phone/reseal.ts';
import { turnKeys } from '../../sync/phone/turn-keys.ts';
import type { Verdict } from '../../sync/verdict.ts';
import type { ClearMetadata } from '../clear-metadata.ts';
import type { Session } from '../session.ts';

/* Fetched when a hub turns its keys, once a year. */

/**
 * First the record on the disk, then what this session seals to: the same. The service worker may have turned the record
 * further meanwhile; an older pair, heard late, is none that the next start would believe an answer under.
 */
export async function takeKeys(
  clear: Pick<ClearMetadata, 'turnHub'>,
  session: Pick<Session, 'useHub'> & { readonly record: Pick<Session['record'], 'device' | 'hub'> },
  told: Pick<Verdict, 'keys' | 'hubEpoch'>,
): Promise<void> {
  if (told.keys === undefined) return;
  const { device, hub } = session.record;
  let next = turnKeys(hub, told);
  await clear.turnHub(device, (held) => {
    next = turnKeys(held, told);
    return next;
  });
  session.useHub(next);
}

/**
 * What waits under an older key of the hub may have waited for too long: of that key nobody need know any more.
 * @returns how many envelopes were sealed anew
 */
export function reseal(
  { store, crypto, sender }: Pick<Session, 'store' | 'crypto' | 'sender'>,
  damaged: readonly string[],
): Promise<number> {
  return resealWaiting(store, crypto, sender.keyId, damaged);
}
