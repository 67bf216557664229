import { resealWaiting } from '../../sync/phone/reseal.ts';
import { turnKeys } from '../../sync/phone/turn-keys.ts';
import type { Verdict } from '../../sync/verdict.ts';
import type { ClearMetadata } from '../clear-metadata.ts';
import type { Session } from '../session.ts';

/* Fetched when a hub turns its keys, once a year. */

/** First the record on the disk, then what this session seals to. */
export async function takeKeys(
  clear: Pick<ClearMetadata, 'turnHub'>,
  session: Pick<Session, 'useHub'> & { readonly record: Pick<Session['record'], 'device' | 'hub'> },
  told: Pick<Verdict, 'keys' | 'hubEpoch'>,
): Promise<void> {
  if (told.keys === undefined) return;
  const { device, hub } = session.record;
  await clear.turnHub(device, (held) => turnKeys(held, told));
  session.useHub(turnKeys(hub, told));
}

/**
 * What waits under an older key of the hub may have waited for too long: of that key nobody need know any more.
 * @returns how many envelopes were sealed anew
 */
export function reseal({ store, crypto, sender }: Pick<Session, 'store' | 'crypto' | 'sender'>): Promise<number> {
  return resealWaiting(store, crypto, sender.keyId);
}
