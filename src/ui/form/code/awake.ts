/** Keeps the screen on until the answer is called: a loop takes half a minute in which nobody touches it. */
export function awake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let isWanted = true;
  const ask = async (): Promise<void> => {
    lock = await navigator.wakeLock?.request('screen');
    if (!isWanted) await lock?.release();
  };
  // A bonus: a low battery or an old browser refuses, and then a finger keeps it on.
  ask().catch(() => undefined);
  return () => {
    isWanted = false;
    void lock?.release();
  };
}
