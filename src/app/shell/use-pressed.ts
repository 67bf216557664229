import type { TargetedMouseEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { exec } from 'preact-iso/router';
import type { PressedHousehold } from '../../features/screen.ts';
import { painted } from '../../ui/hook/painted.ts';
import type { PhoneApi } from '../../workers/api/phone-api.ts';

/** ms that the page before stays for the answer; after that the next one comes without it. */
const patience = 250;

interface Pressed {
  /** Of everything that can be pressed, on its way down to the link. */
  readonly onPress: (event: TargetedMouseEvent<HTMLElement>) => void;
  readonly take: () => PressedHousehold | undefined;
}

/**
 * A household's page is asked for before it is gone to, and the page before stays until it is there: what was pressed is
 * drawn once, not as a blank page first.
 */
export function usePressed(phone: PhoneApi, route: (path: string) => void): Pressed {
  const pressed = useRef<PressedHousehold | undefined>(undefined);
  const last = useRef(0);
  const open = async (path: string, id: string): Promise<void> => {
    last.current += 1;
    const turn = last.current;
    const answer = phone.household(id).then((value) => ({ about: id, value }));
    // What goes wrong shows on the page itself, which asks again.
    const early = await Promise.race([answer.catch(() => undefined), after(patience)]);
    // Pressed twice, or gone elsewhere meanwhile: the last press counts.
    if (turn !== last.current) return;
    pressed.current = early;
    behindPaint(window, () => route(path));
  };
  return {
    onPress(event) {
      last.current += 1;
      const path = plainLink(event);
      const id = path === undefined ? undefined : householdAt(path);
      if (path === undefined || id === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      void open(path, id);
    },
    take() {
      const taken = pressed.current;
      pressed.current = undefined;
      return taken;
    },
  };
}

/** The address of a link that is pressed with nothing held down: anything else is the browser's. */
function plainLink(event: TargetedMouseEvent<HTMLElement>): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  return link === null || link.target !== '' ? undefined : (link.getAttribute('href') ?? undefined);
}

function householdAt(path: string): string | undefined {
  return exec(path, '/household/:id', { path, query: {}, params: {} })?.params.id;
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}

/** What the browser does for a new entry of its history costs more than the page itself: it comes behind the paint. */
function behindPaint({ history }: Window, go: () => void): void {
  const push = history.pushState;
  history.pushState = (...entry) => void painted(window).then(() => push.apply(history, entry));
  go();
  history.pushState = push;
}
