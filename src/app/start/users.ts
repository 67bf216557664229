import type { HistoryView } from '../shell/return-to.ts';
import { smallStore } from './small-store.ts';

/* "Người khác dùng máy này": another load of the same page, so that nothing of whose book was open stays in it. */

type View = Window & { readonly navigation?: HistoryView };

const address = '/users';
const key = 'users-at';

export function isAtUsers(view: Window): boolean {
  return view.location.pathname === address;
}

export function goToUsers(view: Window): void {
  view.location.replace(address);
}

/**
 * Pages that lie further back in this tab's history are of whoever's book stood there: coming back to one of them begins
 * at the top.
 */
export function leaveOthersPages(view: View): void {
  const here = view.navigation?.currentEntry?.index;
  const tab = smallStore(view, 'sessionStorage');
  if (here === undefined || tab === undefined) return;
  if (isAtUsers(view)) tab.setItem(key, String(here));
  else if (here < Number(tab.getItem(key))) view.history.replaceState(null, '', '/');
}
