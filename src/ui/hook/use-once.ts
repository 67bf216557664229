import { useRef, useState } from 'preact/hooks';

interface Once {
  readonly run: () => void;
  readonly isBusy: boolean;
}

/** ms after which a press that still works is drawn so: a quick one is done before anybody could see it. */
const noticed = 200;

/** A press that is still being worked on is not begun again: a double tap does nothing twice. */
export function useOnce(act: () => Promise<void>): Once {
  const busy = useRef(false);
  const [isBusy, setBusy] = useState(false);
  // The ref closes the door before the first await; the state only draws it.
  const run = (): void => {
    if (busy.current) return;
    busy.current = true;
    const timer = setTimeout(() => setBusy(true), noticed);
    void act().finally(() => {
      clearTimeout(timer);
      busy.current = false;
      setBusy(false);
    });
  };
  return { run, isBusy };
}
