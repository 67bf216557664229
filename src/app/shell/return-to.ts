import { stepsBack, stepsToOwnStart } from './history-steps.ts';

/** The Navigation API (Chrome 102) where there is one: it is not in the older engines of an inner browser. */
export interface HistoryView {
  readonly currentEntry: { readonly index: number } | null;
  readonly entries: () => readonly { readonly url: string | null }[];
}

type Navigator = Window & { readonly navigation?: HistoryView };

/** Goes back to an earlier page of the history, or replaces this one: what is finished must not lie behind "back". */
export function returnTo(view: Navigator, path: string, replace: (path: string) => void): void {
  const paths = pathsOf(view);
  const index = view.navigation?.currentEntry?.index ?? 0;
  const steps = stepsBack(paths, index, path);
  const toStart = stepsToOwnStart(paths, index);
  if (steps !== undefined) view.history.go(steps);
  else if (toStart === 0) replace(path);
  else {
    // A draft that was opened from the home screen: its pages go, too.
    view.addEventListener('popstate', () => replace(path), { once: true });
    view.history.go(toStart);
  }
}

/** One page back inside the app; where there is none (a bookmark, a shared address), to `top`: never out of the app. */
export function goBack(view: Navigator, top: () => void): void {
  const hasBefore = view.navigation ? (view.navigation.currentEntry?.index ?? 0) > 0 : view.history.length > 1;
  if (hasBefore) view.history.back();
  else top();
}

/**
 * To the page of a form before this one, `path` with its query: a step back where it lies there, else in this one's place. A
 * draft that is gone on with begins at its last page, and what was answered on the first ones can still be looked at.
 */
export function turnBack(view: Navigator, path: string, replace: (path: string) => void): void {
  const before = view.navigation?.entries()[(view.navigation.currentEntry?.index ?? 0) - 1]?.url;
  const isBefore = typeof before === 'string' && hasPath(before, path);
  if (isBefore) view.history.back();
  else replace(path);
}

function hasPath(url: string, path: string): boolean {
  const { pathname, search } = new URL(url);
  return pathname + search === path;
}

function pathsOf(view: Navigator): readonly string[] {
  const entries = view.navigation?.entries() ?? [];
  return entries.map((entry) => (entry.url === null ? '' : new URL(entry.url).pathname));
}
