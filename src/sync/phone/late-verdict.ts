import type { DeviceCrypto, OutboxPort } from '../ports.ts';
import type { SignedVerdict, Verdict } from '../verdict.ts';
import { openVerdict } from '../wire/verdict-bytes.ts';
import { isAnswered } from './send.ts';

/** `taken`: its envelope may leave; `known`: that has left before; `kept`: it stays; the rest changed nothing. */
export type LateVerdict =
  | { readonly is: 'taken' | 'kept' | 'known'; readonly verdict: Verdict }
  | { readonly is: 'forged' | 'others' };

/**
 * A verdict that came by another road than the request: taken by the same rule as one that answers it.
 * @param leastEpoch of the hub, as it is known to stand: what it said before it was restored it may have lost
 */
export async function takeLateVerdict(
  signed: SignedVerdict,
  outbox: OutboxPort,
  crypto: Pick<DeviceCrypto, 'isFromHub'>,
  device: string,
  leastEpoch = 0,
): Promise<LateVerdict> {
  const verdict = (await crypto.isFromHub(signed)) ? openVerdict(signed) : undefined;
  if (verdict === undefined) return { is: 'forged' };
  if (verdict.device !== device) return { is: 'others' };
  if (verdict.hubEpoch < leastEpoch) return { is: 'known', verdict };
  const envelope = (await outbox.waiting()).find(({ id }) => id === verdict.envelope);
  if (envelope === undefined) return { is: 'known', verdict };
  const leaves = isAnswered(verdict, envelope);
  await outbox.keepVerdict(signed, envelope.id, leaves);
  return { is: leaves ? 'taken' : 'kept', verdict };
}
