import { readStoredHead } from '../sync/phone/mending/stored-head.ts';
import type { LoadMark } from '../sync/phone/pull-pages.ts';
import type { DeviceHead } from '../sync/ports.ts';
import type { Columns } from '../sync/records/columns/columns.ts';
import { mergeOp } from '../sync/records/merge.ts';
import type { RecordState } from '../sync/records/record-state.ts';
import type { Sealer } from '../vault/sealer.ts';
import { readHeadRow } from './codec/meta-codec.ts';
import type { Confirmed } from './confirmed/confirmed.ts';
import type { DateFields } from './confirmed/whole-shown.ts';
import type { Database } from './database.ts';
import type { SlimRecords } from './opening/slim-records.ts';
import type { SlimFields } from './pages.ts';
import type { PendingOps, Refused } from './pending.ts';

/** confirmed: the hub has it · waiting: on this phone only, so far · mending: sent back */
export type Standing = 'confirmed' | 'waiting' | 'mending';

export interface ShownRecord {
  readonly state: RecordState;
  readonly standing: Standing;
}

/** What is known before the pages are open: enough to be found. */
export interface SearchIndex {
  /** Of the last fold, by the fields of the search index. */
  readonly pages: readonly Columns[];
  /** Ids of those that show otherwise now: changed since, or waiting. */
  readonly apart: ReadonlySet<string>;
  /** How they show. */
  readonly changed: readonly ShownRecord[];
}

/** Who is told what the screens must show: confirmed records with the waiting ops replayed on top. */
export interface RecordsListener {
  /** Told once, at the opening; the records themselves follow when their pages are opened. */
  readonly finds: (index: SearchIndex) => void;
  /**
   * Told page by page while they are opened: the columns of confirmed records, but for these ids.
   * @param isAmongMany others follow: whatever rests on all of them need not be worked out anew between
   */
  readonly opens: (page: Columns, apart: ReadonlySet<string>, isAmongMany?: boolean) => void;
  readonly shows: (records: readonly ShownRecord[]) => void;
  readonly hides: (ids: readonly string[]) => void;
}

/** What an unlocked store holds in memory; changed only after the transaction that makes it durable. */
export interface StoreState {
  readonly database: Database;
  /** As last written or read here; a save that was worked out from an older one is stale and reads it anew. */
  head: DeviceHead | undefined;
  readonly sealer: Sealer;
  readonly slimFields: SlimFields;
  readonly dateFields: DateFields;
  readonly listener: RecordsListener;
  readonly pause: () => Promise<void>;
  readonly confirmed: Confirmed;
  readonly pending: PendingOps;
  /** Records as search index and journal know them, until their page is open. */
  slim: SlimRecords;
  /** Refused ops by their seq: the record each was written to, and its transaction. */
  readonly mending: Map<number, Refused>;
  /** Number of the last fold, of the last journal entry in it, of the last journal entry, and bytes of those between. */
  revision: number;
  folded: number;
  journal: number;
  journalBytes: number;
  /** How far a first load is that is not over. */
  load: LoadMark | undefined;
  /** Pages and entries that did not open; their rows are asked for again from the hub. */
  damaged: number;
  /** What whole records show was not there, and each was read: the next fold writes it. */
  lacksShown: boolean;
  /** Number of the fold beside which something is kept, as far as was looked. */
  beside: number | undefined;
}

/** Where this device stands; mended, where storage has damaged that. */
export async function headOf(state: StoreState, now: () => number): Promise<DeviceHead> {
  if (state.head !== undefined) return state.head;
  const head = readStoredHead(await readHeadRow(state.database));
  if (head === undefined) return (await import('./opening/mend-head.ts')).mendHead(state, now());
  state.head = head;
  return head;
}

/** The record as screens show it; `undefined` when neither the hub nor this phone holds it. */
export function shownState(state: StoreState, id: string): RecordState | undefined {
  const known = state.confirmed.get(id) ?? state.slim.get(id);
  return state.pending.of(id).reduce<RecordState | undefined>((shown, op) => mergeOp(shown, op, op.at), known);
}

export function standingOf(state: StoreState, id: string): Standing {
  if (state.pending.of(id).length > 0) return 'waiting';
  return refusedRecords(state).includes(id) ? 'mending' : 'confirmed';
}

/** Records that a refused op was written to: few, if any. */
export function refusedRecords({ mending }: Pick<StoreState, 'mending'>): readonly string[] {
  return [...mending.values()].map(({ record }) => record);
}

/** Tells the listener how these records look now. */
export function tell(state: StoreState, ids: Iterable<string>): void {
  const shows: ShownRecord[] = [];
  const hides: string[] = [];
  for (const id of new Set(ids)) {
    const shown = shownState(state, id);
    if (shown === undefined) hides.push(id);
    else shows.push({ state: shown, standing: standingOf(state, id) });
  }
  if (shows.length > 0) state.listener.shows(shows);
  if (hides.length > 0) state.listener.hides(hides);
}
