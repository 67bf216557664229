import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { HubPort, NetworkFailure, PhoneStore } from '../ports.ts';
import type { Changes } from '../wire/changes.ts';
import type { PullOptions, receiveRows } from './pull.ts';

/** How far one place was loaded before all the rest. */
export interface PlaceMark {
  readonly place: string;
  readonly after: number;
  readonly isWhole: boolean;
  readonly hubEpoch: number;
}

/** Keeps the mark; what was loaded and not marked is loaded once more. */
export interface MarkBox {
  get(): Promise<PlaceMark | undefined>;
  put(mark: PlaceMark): Promise<void>;
}

export interface PlacePulled {
  /** The place stands here whole: the rest comes on top of it. */
  readonly isOnTop: boolean;
  /** Rows of everything that came instead, from a hub of before. */
  readonly rows: number;
}

interface Loading {
  readonly store: Pick<PhoneStore, 'head' | 'receive'>;
  readonly hub: Pick<HubPort, 'changes'>;
  readonly marks: MarkBox;
  /** How pulled rows are taken in: handed over, since this is loaded apart from the pull. */
  readonly take: typeof receiveRows;
}

/**
 * The first load of a phone that holds many places begins with one of them: it can be worked in while the rest comes. The
 * cursor of the book stays at 0; cut off, it goes on behind the last page.
 */
export async function pullPlace(
  loading: Loading,
  place: string,
  { now, told, onPage }: PullOptions,
): Promise<Outcome<PlacePulled, NetworkFailure>> {
  const { hub, marks } = loading;
  let mark = await marks.get();
  let rows = 0;
  while (mark?.isWhole !== true) {
    const answer = await hub.changes(mark?.after ?? 0, told, place);
    if (!answer.ok) return answer;
    const page = answer.value;
    rows += page.rows.length;
    onPage?.(rows, page.total);
    if (page.of !== place) return takePlain(loading, page, mark === undefined, now);
    if (page.more && page.cursor <= (mark?.after ?? 0)) return bad({ why: 'answer', status: 200 });
    mark = await takePage(loading, page, place, mark, now);
    await marks.put(mark);
  }
  return good({ isOnTop: true, rows: 0 });
}

/** A hub of before: what it answered is the first page of everything, and is taken as such. */
async function takePlain(
  { store, take }: Loading,
  { rows, cursor, hubEpoch }: Changes,
  isFirst: boolean,
  now: () => number,
): Promise<Outcome<PlacePulled, never>> {
  if (!isFirst) return good({ isOnTop: false, rows: 0 });
  await take(store, rows, { after: 0, cursor, hubEpoch }, now);
  return good({ isOnTop: false, rows: rows.length });
}

/** Behind a restore of the hub its numbers mean something else: the place begins anew. */
async function takePage(
  { store, take }: Loading,
  { rows, cursor, more, hubEpoch }: Changes,
  place: string,
  before: PlaceMark | undefined,
  now: () => number,
): Promise<PlaceMark> {
  if (before !== undefined && before.hubEpoch !== hubEpoch) return { place, after: 0, isWhole: false, hubEpoch };
  await take(store, rows, { after: 0, cursor: 0, hubEpoch, isOnTop: before !== undefined && before.after > 0 }, now);
  return { place, after: cursor, isWhole: !more, hubEpoch };
}
