import type { createSyncing, Syncing } from './syncing.ts';

/**
 * Sync, fetched when a book has opened: neither lock screen nor search waits for it. A fetch that failed (a first visit
 * whose network went) is made again by whoever asks next.
 */
export function lateSyncing(...parts: Parameters<typeof createSyncing>): Syncing {
  let coming: Promise<Syncing> | undefined;
  const come = (): Promise<Syncing> => {
    coming ??= import('./syncing.ts').then(
      (module) => module.createSyncing(...parts),
      (error: unknown) => {
        coming = undefined;
        throw error;
      },
    );
    return coming;
  };
  return {
    state: async () => (await come()).state(),
    settle: async () => (await come()).settle(),
    run: async () => (await come()).run(),
  };
}
