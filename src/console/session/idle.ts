/** The session's rule (screens above the commune): 15 minutes without use end it. */
const idleLimit = 15 * 60_000;

/** The hub counts requests, not glances: while somebody reads, it is told at least this often. */
const stirEvery = 5 * 60_000;

const checkEvery = 10_000;
const uses = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

interface IdleListeners {
  readonly onIdle: () => void;
  readonly onStir: () => void;
}

/**
 * Watches this tab and, by a channel, the console's other tabs. The time is compared before a use counts: a laptop that
 * slept for an hour is idle, whatever key woke it. Returns what ends the watch.
 */
export function watchIdle({ onIdle, onStir }: IdleListeners): () => void {
  const channel = new BroadcastChannel('console-use');
  let usedAt = Date.now();
  let stirredAt = usedAt;
  const hasEnded = (): boolean => {
    const isOver = Date.now() - usedAt >= idleLimit;
    if (isOver) onIdle();
    return isOver;
  };
  const use = (): void => {
    if (hasEnded()) return;
    usedAt = Date.now();
    if (usedAt - stirredAt < stirEvery) return;
    stirredAt = usedAt;
    channel.postMessage('used');
    onStir();
  };
  channel.onmessage = () => {
    usedAt = Date.now();
  };
  for (const name of uses) window.addEventListener(name, use, { passive: true });
  document.addEventListener('visibilitychange', hasEnded);
  const timer = setInterval(hasEnded, checkEvery);
  return () => {
    clearInterval(timer);
    channel.close();
    for (const name of uses) window.removeEventListener(name, use);
    document.removeEventListener('visibilitychange', hasEnded);
  };
}
