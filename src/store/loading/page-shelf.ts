import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { PageShelf, PageTurn } from '../../sync/phone/pull-pages.ts';
import { laterStamp, witness } from '../../sync/records/clock.ts';
import { readForeignPage } from '../../sync/records/columns/binary/foreign-page.ts';
import { type Columns, countIn, fromColumns, noColumns, wholeStates } from '../../sync/records/columns/columns.ts';
import { lastStampIn } from '../../sync/records/columns/last-stamp.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import { fromBase64url } from '../../sync/wire/bytes.ts';
import type { PlacePage } from '../../sync/wire/changes.ts';
import { readMeta, writeMeta } from '../codec/meta-codec.ts';
import type { PageEntry } from '../confirmed/confirmed.ts';
import type { PageRow } from '../database.ts';
import { type JournalEntry, sealEntry } from '../journal.ts';
import { pagesTable } from '../pages.ts';
import { moveClock, takeIn } from '../save.ts';
import { headOf, refusedRecords, type StoreState, tell } from '../state.ts';
import { inflate } from './inflate.ts';

/*
 * A first load, fetched for it: pages come as they are stored, so that none of their records becomes an object on its way.
 * The journal names each page until a fold lists it in the directory.
 */

type Bytes = Uint8Array<ArrayBuffer>;

/** A page of the hub's that was read and is sound. */
interface ReadPage {
  readonly place: string;
  readonly records: number;
  readonly columns: Columns;
  /** Its bytes as they came, deflated. */
  readonly deflated: Bytes;
}

/** Rows of a megabyte on the hub make less than half of it. */
const mostPageBytes = 8_000_000;

type InTurn = (work: () => Promise<void>) => Promise<void>;

export interface LoadingShelf extends PageShelf<ReadPage> {
  /** No more comes for now: who was told of one among many is told of all. */
  end(): void;
}

export function pageShelf(state: StoreState, inTurn: InTurn, now: () => number): LoadingShelf {
  // They change what others show: told when all are there.
  const whole: RecordState[] = [];
  return {
    mark: async () => state.load,
    read: readPage,
    take: (pages, turn) => inTurn(async () => void whole.push(...(await takePages(state, pages, turn, now)))),
    end() {
      state.listener.opens(noColumns, new Set());
      tell(
        state,
        whole.map(({ id }) => id),
      );
      // Joins of records are followed with whatever is shown next.
      state.listener.shows([]);
    },
  };
}

async function readPage([place, page]: PlacePage): Promise<Outcome<ReadPage, 'malformed'>> {
  const deflated = fromBase64url(page);
  const bytes = deflated === undefined ? undefined : await inflate(deflated, mostPageBytes);
  if (deflated === undefined || bytes === undefined) return bad('malformed');
  const read = readForeignPage(bytes);
  return read.ok ? good({ place, records: countIn(read.value), columns: read.value, deflated }) : read;
}

/** A page under the name that it is stored by. */
interface SealedPage {
  readonly entry: PageEntry;
  readonly columns: Columns;
  readonly row: PageRow;
}

/** @param after of the first: the others begin with their place */
async function sealPages(
  { sealer, revision: folded }: StoreState,
  pages: readonly ReadPage[],
  after: number,
): Promise<readonly SealedPage[]> {
  // A fold that finds it changed writes it under a later revision.
  const revision = folded + 1;
  return Promise.all(
    pages.map(async ({ place, columns, deflated }, at) => {
      const id = `${place}@${at === 0 ? after : 0}`;
      const body = await sealer.sealDeflated({ store: pagesTable, id, revision }, deflated);
      return { entry: { id, place, revision }, columns, row: { name: await sealer.nameOf(pagesTable, id), body } };
    }),
  );
}

/**
 * Record by record where something was written meanwhile: one that moved stands in two pages then.
 * @returns records that stand whole, and were not shown yet
 */
async function takePages(
  state: StoreState,
  read: readonly ReadPage[],
  turn: PageTurn,
  now: () => number,
): Promise<readonly RecordState[]> {
  const { database, sealer } = state;
  const { mark, isMoved } = turn;
  const sealed = isMoved ? [] : await sealPages(state, read, turn.after);
  const load = { pages: sealed.map(({ entry }) => entry), ...(mark !== undefined && { mark }) };
  const states = isMoved ? read.flatMap(({ columns }) => fromColumns(columns)) : [];
  const written: JournalEntry = { states, gone: [], load };
  const journal = await sealEntry(sealer, state.journal + 1, written);
  const last = read.map(({ columns }) => lastStampIn(columns)).reduce(laterStamp, [0, 0]);
  const head = await headOf(state, now);
  const isDone = await database.write([database.journal, database.pages, database.meta], async () => {
    const cursor = await readMeta(database, 'cursor');
    if (cursor.after !== 0) return false;
    const { hubEpoch, last: whole } = turn;
    await writeMeta(database, 'cursor', mark ? { after: 0, hubEpoch, isPartial: true } : { after: whole, hubEpoch });
    await database.pages.bulkPut(sealed.map(({ row }) => row));
    await database.journal.add(journal);
    await moveClock(state, witness(head.clock, last, now()));
    return true;
  });
  if (!isDone) return [];
  state.load = mark;
  takeIn(state, written, journal.body.length);
  for (const page of sealed) adopt(state, page, turn.isAmongMany);
  const whole = sealed.flatMap(({ columns }) => wholeStates(columns));
  if (turn.isAmongMany && !isMoved) return whole;
  tell(
    state,
    [...states, ...whole].map(({ id }) => id),
  );
  return [];
}

function adopt(state: StoreState, page: Pick<SealedPage, 'entry' | 'columns'>, isOneOfMany: boolean): void {
  const apart = new Set([...state.pending.records(), ...refusedRecords(state)]);
  state.confirmed.adopt(page);
  state.listener.opens(page.columns, apart, isOneOfMany);
  if (apart.size > 0) tell(state, apart);
}
