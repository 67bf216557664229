import { painted } from '../../ui/hook/painted.ts';

type Entry = Parameters<History['pushState']>;

/**
 * What a browser does for a new entry of its history costs more than the page itself: from now on it comes behind the
 * paint of that page. Who goes back before it came has left the page already, and the entry is not made.
 * @returns how to end it
 */
export function pushBehindPaint(view: Window): () => void {
  const { history } = view;
  const { pushState, replaceState } = history;
  let waiting: readonly Entry[] = [];
  const leave = (): void => {
    waiting = [];
  };
  const push = (): void => {
    const due = waiting;
    leave();
    for (const entry of due) pushState.apply(history, entry);
  };
  history.pushState = (...entry) => {
    waiting = [...waiting, entry];
    // Behind the first frame that page is still on its way to the screen.
    void painted(view)
      .then(() => painted(view))
      .then(push);
  };
  history.replaceState = (...entry) => {
    push();
    replaceState.apply(history, entry);
  };
  view.addEventListener('popstate', leave);
  return () => {
    view.removeEventListener('popstate', leave);
    push();
    Object.assign(history, { pushState, replaceState });
  };
}
