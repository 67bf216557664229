import { type Columns, countIn, noColumns, wholeStates } from '../../sync/records/columns/columns.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import { readMeta } from '../codec/meta-codec.ts';
import { createConfirmed, type PageEntry } from '../confirmed/confirmed.ts';
import type { PageRow } from '../database.ts';
import { readJournal } from '../journal.ts';
import { openIndex, openPage, openShown, readPages } from '../pages.ts';
import { createPending, readMending, readPending, refusedIn } from '../pending.ts';
import { refusedRecords, type StoreState, shownState, standingOf, tell } from '../state.ts';
import { createSlimRecords, lastWords, type Overrides, takenBackStates } from './slim-records.ts';

/*
 * Opening in two steps: the search index, the journal and what waits, so that search works at once; then page after
 * page behind it. A page that does not open is set aside; by the digests the next sync finds what stood in it, and
 * fetches that again. Without the index nobody knows which pages there were: the cursor goes back to 0.
 */

export interface OpenedStore {
  readonly state: StoreState;
  /** Opens the pages; resolves when everything is in memory. */
  readonly loadPages: () => Promise<void>;
}

type Ports = Pick<StoreState, 'database' | 'sealer' | 'slimFields' | 'dateFields' | 'listener' | 'pause'>;

export async function openState(ports: Ports): Promise<OpenedStore> {
  const { database, sealer, slimFields, dateFields, listener, pause } = ports;
  const folded = await readMeta(database, 'folded');
  const [index, journal, pending, mending] = await Promise.all([
    openIndex(database, sealer, folded),
    readJournal(database, sealer, folded.journal),
    readPending(database, sealer),
    readMending(database, sealer),
  ]);
  const overrides = lastWords(journal.entries);
  const steps = journal.entries.flatMap(({ load }) => load ?? []);
  const late = steps.flatMap(({ pages }) => pages);
  const found =
    late.length === 0
      ? []
      : await (await import('../loading/late-pages.ts')).findLatePages(database, sealer, late, slimFields);
  const state: StoreState = {
    database,
    head: undefined,
    sealer,
    slimFields,
    dateFields,
    listener,
    pause,
    confirmed: createConfirmed(),
    pending: createPending(pending),
    slim: createSlimRecords([...(index.ok ? index.value.slim : []), ...found], overrides),
    mending: new Map(mending.flatMap(({ seq, line }) => refusedIn(seq, line))),
    revision: folded.revision,
    folded: folded.journal,
    journal: journal.last,
    journalBytes: journal.bytes,
    load: steps.at(-1)?.mark,
    damaged: journal.damaged + (index.ok ? 0 : 1),
    lacksShown: false,
    beside: undefined,
  };
  tellIndex(state, overrides);
  const listed = index.ok ? index.value.directory : [];
  return { state, loadPages: () => loadPages(state, { listed, late, isWhole: index.ok }, overrides) };
}

/** What stands whole, was changed or waits is shown as it is; the rest by its row. */
function tellIndex(state: StoreState, overrides: Overrides): void {
  const apart = new Set([...overrides.keys(), ...state.pending.records(), ...refusedRecords(state)]);
  const changed = [...apart].flatMap((id) => {
    const shown = shownState(state, id);
    return shown === undefined ? [] : [{ state: shown, standing: standingOf(state, id) }];
  });
  // Each is at hand: to seek it by its id among all columns is what made the unlocking of a large commune slow.
  const whole = state.slim.whole().filter(({ id }) => !apart.has(id));
  const asStored = whole.map((record) => ({ state: record, standing: 'confirmed' as const }));
  state.listener.finds({ pages: state.slim.pages, apart, changed: [...asStored, ...changed] });
}

/** Pages that the last fold wrote, those that came since by a first load, and whether the fold is known at all. */
interface Directory {
  readonly listed: readonly PageEntry[];
  readonly late: readonly PageEntry[];
  readonly isWhole: boolean;
}

async function loadPages(state: StoreState, { listed, late, isWhole }: Directory, overrides: Overrides): Promise<void> {
  const apart = new Set([...overrides.keys(), ...state.pending.records(), ...refusedRecords(state)]);
  const entries = [...listed, ...late];
  const rows = await readPages(state.database, state.sealer, entries);
  const pages: (Columns | undefined)[] = [];
  const aside: PageRow[] = [];
  for (const [at, entry] of entries.entries()) {
    const row = rows[at];
    const page = await openPage(state.sealer, entry, row);
    pages.push(page.ok ? page.value : undefined);
    if (page.ok) {
      state.confirmed.adopt({ entry, columns: page.value });
      state.listener.opens(page.value, apart);
    } else {
      state.damaged++;
      if (row !== undefined) aside.push(row);
    }
  }
  applyLastWords(state, overrides);
  const whole = await openWhole(state, pages, isWhole ? listed.length : 0);
  if (state.damaged > 0) await (await import('./set-aside.ts')).setAside(state.database, aside, isWhole);
  state.slim = createSlimRecords([], new Map());
  if (countIn(whole.living) > 0) state.listener.opens(whole.living, apart);
  // Few, beside the columns; told once, when whoever they name is there.
  const told = whole.told.filter(({ id }) => !apart.has(id));
  state.listener.shows(told.map((record) => ({ state: record, standing: 'confirmed' })));
  tell(state, apart);
}

function applyLastWords({ confirmed }: StoreState, overrides: Overrides): void {
  for (const [id, record] of overrides) {
    if (record === null) confirmed.remove(id);
    else confirmed.put(record);
  }
}

/** Records that several ops wrote: in columns as they show, or each told by itself. */
interface OpenedWhole {
  readonly living: Columns;
  readonly told: readonly RecordState[];
}

/** @param folded so many of the pages the last fold wrote, and told what their whole records show */
async function openWhole(
  state: StoreState,
  pages: readonly (Columns | undefined)[],
  folded: number,
): Promise<OpenedWhole> {
  const wholeOf = (some: readonly (Columns | undefined)[]) =>
    some.flatMap((columns) => (columns === undefined ? [] : wholeStates(columns)));
  // What stood on a page that does not open is not shown from elsewhere: it is awaited from the hub.
  const areAll = folded > 0 && !pages.slice(0, folded).includes(undefined);
  const shown = areAll ? await openShown(state, state.dateFields, state.revision) : undefined;
  if (shown === undefined) {
    const told = wholeOf(pages);
    state.lacksShown = areAll && told.length > 0;
    return { living: noColumns, told };
  }
  const { living, takenBack } = shown;
  return { living, told: [...takenBackStates(takenBack), ...wholeOf(pages.slice(folded))] };
}
