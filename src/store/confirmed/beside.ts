import { countIn, findInColumns } from '../../sync/records/columns/columns.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import type { SealedPlace } from '../../vault/sealer.ts';
import { readMeta } from '../codec/meta-codec.ts';
import { fold } from '../fold.ts';
import { besideName, pagesTable } from '../pages.ts';
import { refusedRecords, type StoreState } from '../state.ts';
import type { Page } from './confirmed.ts';

/*
 * What others worked out from all records, kept beside the fold that wrote them: it tells of these alone, so whoever takes
 * it up follows the few that changed since. It is derived: the next fold takes it away, and whatever does not open, or
 * comes from another edition of the app, goes as if it had never been.
 */

type Bytes = Uint8Array<ArrayBuffer>;

/** Records that show otherwise than the last fold has them, each as it stands there; `undefined` where it does not. */
export type SinceFold = ReadonlyMap<string, RecordState | undefined>;

export interface KeptBeside {
  readonly bytes: Bytes;
  /** To be asked when the bytes are used, in one go with it; `undefined` once another fold stands. */
  since(): SinceFold | undefined;
}

/** More than these are followed no faster than all is worked out anew. */
const many = 300;

/** Bound to the very pages that were counted: those of a first load come without a fold. */
const placeOf = (edition: string, pages: string, revision: number): SealedPlace => ({
  store: pagesTable,
  id: `${besideName} ${edition} ${pages}`,
  revision,
});

function pagesOf({ confirmed }: StoreState): string {
  const stored = [...confirmed.pages.values()].filter(({ columns }) => countIn(columns) > 0);
  return JSON.stringify(stored.map(({ entry: { id, revision } }) => `${id} ${revision}`).sort());
}

/** @param edition names the code that worked it out: any other would do it otherwise */
export async function openBeside(state: StoreState, edition: string): Promise<KeptBeside | undefined> {
  const { database, sealer, revision } = state;
  const pages = pagesOf(state);
  const row = await database.pages.get(await sealer.nameOf(pagesTable, besideName));
  if (row === undefined) return undefined;
  const opened = await sealer.open(placeOf(edition, pages, revision), row.body);
  if (!opened.ok) {
    await dropBeside(state);
    return undefined;
  }
  state.beside = revision;
  const isSame = (): boolean => state.revision === revision && isAll(state) && pagesOf(state) === pages;
  return { bytes: opened.value, since: () => (isSame() ? sinceFold(state) : undefined) };
}

/** It is of no use; another fold's stays. */
export async function dropBeside({ database, sealer, revision }: StoreState): Promise<void> {
  const name = await sealer.nameOf(pagesTable, besideName);
  await database.write([database.pages, database.meta], async () => {
    if ((await readMeta(database, 'folded')).revision === revision) await database.pages.delete(name);
  });
}

/** What is to be kept beside a fold, still being written down. */
interface Keeping {
  readonly place: SealedPlace;
  readonly made: Promise<Bytes>;
}

/**
 * Folds before, where something came since. To be run in turn; the writing need not be.
 * @param make begins in one go, told what shows otherwise than the fold has it; `undefined` for nothing to keep
 */
export async function beginBeside(
  state: StoreState,
  edition: string,
  make: (since: SinceFold) => Promise<Bytes> | undefined,
): Promise<Keeping | undefined> {
  if (!isAll(state) || ownRecords(state).size > many) return undefined;
  if (state.journal !== state.folded) await fold(state);
  const since = state.journal === state.folded ? sinceFold(state) : undefined;
  const place = placeOf(edition, pagesOf(state), state.revision);
  const made = since && make(since);
  return made && { place, made };
}

/** Nothing is written once another fold stands. */
export async function writeBeside(state: StoreState, { place, made }: Keeping): Promise<void> {
  const { database, sealer } = state;
  const name = await sealer.nameOf(pagesTable, besideName);
  const body = await sealer.seal(place, await made);
  const isDone = await database.write([database.pages, database.meta], async () => {
    const isStanding = (await readMeta(database, 'folded')).revision === place.revision;
    if (isStanding) await database.pages.put({ name, body });
    return isStanding;
  });
  if (isDone && state.revision === place.revision) state.beside = place.revision;
}

/** Neither is a first load under way, nor is a page awaited from the hub again. */
function isAll({ load, damaged }: StoreState): boolean {
  return load === undefined && damaged === 0;
}

/** Those of whom something waits here, or was sent back: no fold takes them in. */
function ownRecords(state: StoreState): ReadonlySet<string> {
  return new Set([...state.pending.records(), ...refusedRecords(state)]);
}

function sinceFold(state: StoreState): SinceFold | undefined {
  const pages = [...state.confirmed.pages.values()];
  const apart = pages.flatMap(({ changed, gone }) => [...changed.keys(), ...gone]);
  const ids = new Set([...apart, ...ownRecords(state)]);
  if (ids.size > many) return undefined;
  return new Map([...ids].map((id) => [id, foldedState(state, pages, id)]));
}

function foldedState({ confirmed }: StoreState, pages: readonly Page[], id: string): RecordState | undefined {
  const moved = pages.filter(({ changed, gone }) => changed.has(id) || gone.has(id));
  if (moved.length === 0) return confirmed.get(id);
  for (const { columns } of moved) {
    const found = findInColumns(columns, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
