import { civilDay } from '../../domain/calendar/civil-date.ts';
import { mendWaiting } from '../../sync/phone/mending/mend.ts';
import type { Verdict } from '../../sync/verdict.ts';
import type { Session } from '../session.ts';

/* Fetched when something still waits though the hub was asked about all of it. */

const lostNote = 'lost';

/** What is known to be damaged in both of its copies; taken back once it has come by another road. */
interface KeptLoss {
  readonly ops: number;
  /** ms since 1970. */
  readonly at: number;
}

type Damaged = Pick<Session, 'crypto' | 'proofs' | 'now'> & {
  readonly store: Parameters<typeof mendWaiting>[0];
  readonly sender: Pick<Session['sender'], 'device' | 'keyId'>;
};

/**
 * Seals anew, from what is pending, what storage has damaged of the outbox. Under the sync lock.
 * @param damaged ids of envelopes that were found so by sending them
 * @param isSure they were sent more than once: a bad line may have damaged on the way what is whole here
 * @returns whether it is worth sending once more
 */
export async function mendOutbox(
  { store, crypto, sender, proofs, now }: Damaged,
  stood: Pick<Verdict, 'acked' | 'chain' | 'standing'>,
  damaged: readonly string[],
  isSure: boolean,
): Promise<boolean> {
  const { device, keyId } = sender;
  const { mended, lost } = await mendWaiting(store, crypto, { device, keyId, day: civilDay(now()), stood, damaged });
  if (lost > 0 && !isSure) return true;
  const known = await readLoss(proofs);
  if (lost !== (known?.ops ?? 0)) {
    if (lost === 0) await proofs.remove(lostNote);
    else await proofs.put(lostNote, { ops: lost, at: now() } satisfies KeptLoss);
  }
  return mended > 0;
}

export function readLoss(proofs: Pick<Session['proofs'], 'get'>): Promise<KeptLoss | undefined> {
  return proofs.get<KeptLoss>(lostNote);
}
