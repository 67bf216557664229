import { wholeStates } from '../../sync/records/columns/columns.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import type { Sealer } from '../../vault/sealer.ts';
import { readMeta, writeMeta } from '../codec/meta-codec.ts';
import { createConfirmed, type PageEntry } from '../confirmed/confirmed.ts';
import { asideMark, type Database, type PageRow } from '../database.ts';
import { readJournal } from '../journal.ts';
import { openIndex, openPage, readPages, type SlimFields } from '../pages.ts';
import { createPending, readMending, readPending, refusedIn } from '../pending.ts';
import { type RecordsListener, refusedRecords, type StoreState, shownState, standingOf, tell } from '../state.ts';
import { createSlimRecords, lastWords, type Overrides } from './slim-records.ts';

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

export async function openState(
  database: Database,
  sealer: Sealer,
  slimFields: SlimFields,
  listener: RecordsListener,
): Promise<OpenedStore> {
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
    listener,
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
  };
  tellIndex(state, overrides);
  const directory = [...(index.ok ? index.value.directory : []), ...late];
  return { state, loadPages: () => loadPages(state, directory, overrides, index.ok) };
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

async function loadPages(
  state: StoreState,
  directory: readonly PageEntry[],
  overrides: Overrides,
  isWhole: boolean,
): Promise<void> {
  const rows = await readPages(state.database, state.sealer, directory);
  const aside: PageRow[] = [];
  const whole: RecordState[] = [];
  const apart = new Set([...overrides.keys(), ...state.pending.records(), ...refusedRecords(state)]);
  for (const [at, entry] of directory.entries()) {
    const row = rows[at];
    const page = await openPage(state.sealer, entry, row);
    if (page.ok) {
      state.confirmed.adopt({ entry, columns: page.value });
      state.listener.opens(page.value, apart);
      whole.push(...wholeStates(page.value).filter(({ id }) => !apart.has(id)));
    } else {
      state.damaged++;
      if (row !== undefined) aside.push(row);
    }
  }
  for (const [id, record] of overrides) {
    if (record === null) state.confirmed.remove(id);
    else state.confirmed.put(record);
  }
  await setAside(state, aside, isWhole);
  state.slim = createSlimRecords([], new Map());
  // Few, beside the columns; told once, when whoever they name is there.
  state.listener.shows(whole.map((record) => ({ state: record, standing: 'confirmed' })));
  tell(state, apart);
}

/** Keeps the bytes of what did not open under another name. */
async function setAside(state: StoreState, aside: readonly PageRow[], isWhole: boolean): Promise<void> {
  if (state.damaged === 0) return;
  const { database } = state;
  await database.write([database.pages, database.meta], async () => {
    const lost = isWhole ? aside : await database.pages.toArray();
    await database.pages.bulkDelete(lost.map(({ name }) => name));
    await database.pages.bulkPut(
      lost.map(({ name, body }) => ({ name: `${asideMark}${name.replace(asideMark, '')}`, body })),
    );
    if (!isWhole) await writeMeta(database, 'cursor', { after: 0, hubEpoch: null });
  });
}
