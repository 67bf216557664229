import { good, type Outcome } from '../../domain/outcome.ts';
import { pageShelf } from '../../store/loading/page-shelf.ts';
import type { PullOptions } from '../../sync/phone/pull.ts';
import { pullPages } from '../../sync/phone/pull-pages.ts';
import type { HubPort, NetworkFailure } from '../../sync/ports.ts';
import type { Session } from '../session.ts';

/* Fetched for a first load only: on every other day a phone has its book. */

interface LoadTells {
  /** Pages are here. */
  came(): void;
  /** What is still to do once the digests agree: to show all that came, from which screens work out much. */
  whenOver(show: () => void): void;
}

/**
 * Loads the book by pages, one's own village first, where it can come so: from a hub that knows how, into a phone that
 * holds nothing else. What changed meanwhile, or else everything, comes with the pull behind it.
 * @returns how many records are here by it
 */
export async function loadByPages(
  { store, who }: Session,
  hub: HubPort,
  options: PullOptions,
  tells: LoadTells,
): Promise<Outcome<number, NetworkFailure>> {
  const shelf = await store.pageShelf(pageShelf);
  const [own] = [...who.places.filter(({ level }) => level === 'village'), ...who.places];
  if (shelf === undefined || own === undefined) return good(0);
  tells.whenOver(shelf.end);
  let records = 0;
  const onPage = (done: number, of: number): void => {
    records = done;
    options.onPage?.(done, of);
    // While the line brings the next.
    tells.came();
  };
  const pulled = await pullPages(hub, shelf, own.id, { ...options, onPage });
  if (!pulled.ok) return pulled;
  return good(pulled.value === 'whole' ? records : 0);
}
