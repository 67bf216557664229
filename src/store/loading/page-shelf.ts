import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { PageShelf, PageTurn } from '../../sync/phone/pull-pages.ts';
import { witness } from '../../sync/records/clock.ts';
import { readForeignPage } from '../../sync/records/columns/binary/foreign-page.ts';
import { type Columns, countIn, fromColumns, noColumns, wholeStates } from '../../sync/records/columns/columns.ts';
import { lastStampIn } from '../../sync/records/columns/last-stamp.ts';
import { fromBase64url } from '../../sync/wire/bytes.ts';
import { readMeta, writeMeta } from '../codec/meta-codec.ts';
import { type JournalEntry, sealEntry } from '../journal.ts';
import { pagesTable } from '../pages.ts';
import { moveClock, takeIn } from '../save.ts';
import { refusedRecords, type StoreState, tell } from '../state.ts';
import { inflate } from './inflate.ts';

/*
 * A first load, fetched for it: pages come as they are stored, so that none of their records becomes an object on its way.
 * The journal names each page until a fold lists it in the directory.
 */

type Bytes = Uint8Array<ArrayBuffer>;

/** A page of the hub's that was read and is sound. */
export interface ReadPage {
  readonly records: number;
  readonly columns: Columns;
  /** Its bytes as they came, deflated. */
  readonly deflated: Bytes;
}

/** Rows of a megabyte on the hub make less than half of it. */
const mostPageBytes = 8_000_000;

type InTurn = (work: () => Promise<void>) => Promise<void>;

export function pageShelf(state: StoreState, inTurn: InTurn, now: () => number): PageShelf<ReadPage> {
  return {
    mark: async () => state.load,
    read: readPage,
    take: (page, turn) => inTurn(() => takePage(state, page, turn, now)),
    end: () => state.listener.opens(noColumns, new Set()),
  };
}

async function readPage(page: string): Promise<Outcome<ReadPage, 'malformed'>> {
  const deflated = fromBase64url(page);
  const bytes = deflated === undefined ? undefined : await inflate(deflated, mostPageBytes);
  if (deflated === undefined || bytes === undefined) return bad('malformed');
  const read = readForeignPage(bytes);
  return read.ok ? good({ records: countIn(read.value), columns: read.value, deflated }) : read;
}

/** Row by row where something was written meanwhile: a record that moved stands in two pages then. */
async function takePage(state: StoreState, page: ReadPage, turn: PageTurn, now: () => number): Promise<void> {
  const { database, sealer } = state;
  const { columns } = page;
  const { place, mark } = turn;
  // A fold that finds it changed writes it under a later revision.
  const entry = { id: `${place}@${turn.after}`, place, revision: state.revision + 1 };
  const load = { ...(turn.isMoved ? {} : { page: entry }), ...(mark !== undefined && { mark }) };
  const written: JournalEntry = { states: turn.isMoved ? fromColumns(columns) : [], gone: [], load };
  const journal = await sealEntry(sealer, state.journal + 1, written);
  const { id, revision } = entry;
  const body = await sealer.sealDeflated({ store: pagesTable, id, revision }, page.deflated);
  const name = await sealer.nameOf(pagesTable, id);
  const isDone = await database.write([database.journal, database.pages, database.meta], async () => {
    const [cursor, head] = [await readMeta(database, 'cursor'), await readMeta(database, 'head')];
    if (cursor.after !== 0) return false;
    await writeMeta(database, 'cursor', { after: mark === undefined ? turn.last : 0, hubEpoch: turn.hubEpoch });
    if (!turn.isMoved) await database.pages.put({ name, body });
    await database.journal.add(journal);
    await moveClock(state, witness(head.clock, lastStampIn(columns), now()));
    return true;
  });
  if (!isDone) return;
  state.load = mark;
  takeIn(state, written, journal.body.length);
  if (turn.isMoved)
    tell(
      state,
      written.states.map((record) => record.id),
    );
  else adopt(state, { entry, columns }, turn.isAmongMany);
}

function adopt(state: StoreState, page: Parameters<StoreState['confirmed']['adopt']>[0], isOneOfMany: boolean): void {
  const { columns } = page;
  const apart = new Set([...state.pending.records(), ...refusedRecords(state)]);
  state.confirmed.adopt(page);
  state.listener.opens(columns, apart, isOneOfMany);
  const whole = wholeStates(columns).filter(({ id }) => !apart.has(id));
  state.listener.shows(whole.map((record) => ({ state: record, standing: 'confirmed' })));
  tell(state, apart);
}
