import type { SyncState } from '../../workers/api/phone-api.ts';

const manyWaiting = 50;
const longAgo = 7 * 86_400_000;

type Waiting = Pick<SyncState, 'waiting' | 'waitsSince' | 'sentAt'>;

/**
 * So much waits, or for so long, that it had better stand somewhere else, too: a phone that breaks or is emptied by its
 * browser takes with it what no hub has.
 */
export function isBackupDue({ waiting, waitsSince, sentAt }: Waiting, now: number): boolean {
  if (waiting === 0) return false;
  // What a restored hub has lost is here alone at least since it was last thought to be there.
  const since = waitsSince ?? sentAt;
  return waiting >= manyWaiting || (since !== null && now - since >= longAgo);
}
