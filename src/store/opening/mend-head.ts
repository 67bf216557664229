import { findHead } from '../../sync/phone/mending/lost-head.ts';
import type { DeviceHead } from '../../sync/ports.ts';
import { sha256 } from '../../sync/records/sha256.ts';
import type { Verdict } from '../../sync/verdict.ts';
import { readHeadRow, writeHead } from '../codec/meta-codec.ts';
import { sentAtKey } from '../outbox.ts';
import type { StoreState } from '../state.ts';

/**
 * The head of this device is not there as it was put there, or has no digest yet: worked out from what stands beside it,
 * and stored. What is no more than a guess is left as it stands.
 * @param told the hub's last word on where this device stands
 */
export async function mendHead(
  state: StoreState,
  now: number,
  told?: Pick<Verdict, 'acked' | 'chain'>,
): Promise<DeviceHead> {
  const { database } = state;
  const tables = [database.meta, database.outbox, database.sent];
  // What is saved in another tab meanwhile waits, sealed, before its head counts.
  const head = await database.write(tables, async () => {
    const row = await readHeadRow(database);
    const envelopes = [...(await database.outbox.toArray()), ...(await database.sent.toArray())];
    const isNew = (await database.meta.get(sentAtKey)) === undefined;
    const [pending, refused] = [state.pending.ops(), [...state.mending.keys()]];
    const found = findHead({ row, envelopes, pending, refused, isNew, told }, sha256, now);
    if (!found.isGuess) await writeHead(database, found);
    return found;
  });
  state.head = head.isGuess ? undefined : head;
  return head;
}
