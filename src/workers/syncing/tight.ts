import { makeRoom } from '../../store/opening/ballast.ts';
import type { PhoneEvent } from '../api/phone-api.ts';
import type { PhonePorts } from '../ports/phone-ports.ts';
import type { Syncing } from './syncing.ts';

/* Fetched when a save found no room. */

/** The room that was kept for it is given up, and she is told; where there is none, the fault is thrown on. */
export async function saveAllTheSame(
  ports: Pick<PhonePorts, 'indexedDB'>,
  fault: unknown,
  syncing: Pick<Syncing, 'state'>,
  tell: (event: PhoneEvent) => void,
): Promise<void> {
  await makeRoom(ports, fault);
  tell({ is: 'sync', state: { ...(await syncing.state()), why: 'tight' } });
}
