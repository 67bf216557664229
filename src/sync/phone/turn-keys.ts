import type { PinnedKeys } from '../activation.ts';
import type { Verdict } from '../verdict.ts';
import { formerKept, isPinnedKeys } from '../wire/hub-keys.ts';

/**
 * The keys a phone holds after a verified verdict: the same object, or the hub's newer ones. What was sealed to the old
 * ones is still answered under them, so they stay for a while. A hub that was restored may go back to older keys: its
 * epoch has risen.
 */
export function turnKeys(held: PinnedKeys, { keys, hubEpoch }: Pick<Verdict, 'keys' | 'hubEpoch'>): PinnedKeys {
  if (!isPinnedKeys(keys) || !isLater([hubEpoch, keys.since ?? 0], [held.epoch ?? 0, held.since ?? 0])) return held;
  const { sealId, seal, verdictId, verdict, since = 0 } = keys;
  const before = [{ verdictId: held.verdictId, verdict: held.verdict }, ...(held.former ?? [])];
  const former = before.filter((key) => key.verdictId !== verdictId).slice(0, formerKept);
  return { sealId, seal, verdictId, verdict, since, epoch: hubEpoch, former };
}

function isLater([epoch, since]: readonly [number, number], [heldEpoch, heldSince]: readonly [number, number]) {
  return epoch === heldEpoch ? since > heldSince : epoch > heldEpoch;
}
