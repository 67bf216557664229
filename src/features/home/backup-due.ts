import type { SyncState } from '../../workers/api/phone-api.ts';

const manyWaiting = 50;
const longAgo = 7 * 86_400_000;

/**
 * So much waits, or for so long, that it had better stand somewhere else, too: a phone that breaks or is emptied by its
 * browser takes with it what no hub has.
 */
export function isBackupDue({ waiting, waitsSince }: Pick<SyncState, 'waiting' | 'waitsSince'>, now: number): boolean {
  if (waiting === 0) return false;
  return waiting >= manyWaiting || (waitsSince !== null && now - waitsSince >= longAgo);
}
