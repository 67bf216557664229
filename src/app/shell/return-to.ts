import { stepsBack } from './history-steps.ts';

/** The Navigation API (Chrome 102) where there is one: it is not in the older engines of an inner browser. */
interface HistoryView {
  readonly currentEntry: { readonly index: number } | null;
  readonly entries: () => readonly { readonly url: string | null }[];
}

/** Goes back to an earlier page of the history, or replaces this one: what is finished must not lie behind "back". */
export function returnTo(
  view: Window & { readonly navigation?: HistoryView },
  path: string,
  replace: (path: string) => void,
): void {
  const entries =
    view.navigation?.entries().map((entry) => (entry.url === null ? '' : new URL(entry.url).pathname)) ?? [];
  const steps = stepsBack(entries, view.navigation?.currentEntry?.index ?? 0, path);
  if (steps === undefined) replace(path);
  else view.history.go(steps);
}
