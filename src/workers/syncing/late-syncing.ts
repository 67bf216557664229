import { isNotFetched } from '../api/no-fault.ts';
import type { SyncState } from '../api/phone-api.ts';
import { createBar } from './bar.ts';
import type { createSyncing, Syncing } from './syncing.ts';

type Parts = Parameters<typeof createSyncing>;

/**
 * Sync, fetched when a book has opened: neither lock screen nor search waits for it. A fetch that failed (a first visit
 * whose network went) is a try without a network, made again by whoever asks next.
 */
export function lateSyncing(ports: Parts[0], clear: Parts[1], session: Parts[2], tells: Parts[3]): Syncing {
  const bar = createBar(session, tells.state);
  let coming: Promise<Syncing> | undefined;
  const come = async (): Promise<Syncing | undefined> => {
    coming ??= import('./syncing.ts').then(({ createSyncing }) => createSyncing(ports, clear, session, tells, bar));
    try {
      return await coming;
    } catch (error) {
      coming = undefined;
      if (!isNotFetched(error)) throw error;
      await bar.move({ is: 'offline', why: 'offline' });
      return undefined;
    }
  };
  return {
    state: bar.state,
    settle: async () => (await come())?.settle(),
    run: async (): Promise<SyncState> => (await come())?.run() ?? bar.state(),
  };
}
