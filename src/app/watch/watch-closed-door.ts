import { computed, effect } from '@preact/signals';
import type { Session } from '../session.ts';

/** How a closed door hears of the world: by moments to look, and by the service worker, which needs no key. */
interface ClosedDoorDoors {
  readonly watchMoments: (look: () => void) => () => void;
  /** Resolves when the service worker has sent and met the hub as far as it could. */
  readonly askWorker: () => Promise<unknown>;
}

/**
 * While the book is locked: when the network returns, when the page is seen again, and every 15 minutes, the vault is asked
 * again, since hours shut it. Once the PIN has run out a word of the hub opens it, and nobody is there but this page to ask.
 */
export function watchClosedDoor(
  session: Pick<Session, 'vault' | 'refresh'>,
  { watchMoments, askWorker }: ClosedDoorDoors,
): void {
  const isLocked = computed(() => session.vault.value?.is === 'locked');
  const isExpired = computed(() => session.vault.value?.is === 'locked' && session.vault.value.pin === 'expired');
  const meet = async (): Promise<void> => {
    await askWorker();
    await session.refresh();
  };
  const look = (): void => void (isExpired.peek() ? meet() : session.refresh());
  effect(() => (isLocked.value ? watchMoments(look) : undefined));
  effect(() => {
    if (isExpired.value) void meet();
  });
}

/** Has the service worker send what waits, and waits for the end of it. */
export async function sendByWorker({ serviceWorker }: Pick<Navigator, 'serviceWorker'>): Promise<void> {
  const { active } = await serviceWorker.ready;
  if (active === null) return;
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    active.postMessage({ send: true }, [port2]);
  });
  port1.close();
}
