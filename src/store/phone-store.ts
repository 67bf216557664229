import type { Op } from '../sync/op.ts';
import type { Stroke } from '../sync/phone/own-lines.ts';
import type { PhoneStore } from '../sync/ports.ts';
import type { RecordState } from '../sync/records/record-state.ts';
import type { Verdict } from '../sync/verdict.ts';
import type { Sealer } from '../vault/sealer.ts';
import { type KeptReceipt, type Mended, readMeta, writeMeta } from './codec/meta-codec.ts';
import type { beginBeside, openBeside } from './confirmed/beside.ts';
import type { DateFields } from './confirmed/whole-shown.ts';
import type { Database } from './database.ts';
import type { pageShelf } from './loading/page-shelf.ts';
import { createNotes, type NoteBox } from './notes.ts';
import { openState } from './opening/load.ts';
import { createOutbox } from './outbox.ts';
import type { SlimFields } from './pages.ts';
import { readMending, type SentBack } from './pending.ts';
import { append, putAway, receive, settle } from './save.ts';
import { headOf, type RecordsListener, type Standing, type StoreState, shownState, standingOf } from './state.ts';

/** Longer than anybody goes without a backup of the hub, or without noticing that there is none; ms. */
const sentKeptFor = 35 * 86_400_000;

export interface PhoneStorePorts {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly slimFields: SlimFields;
  readonly dateFields: DateFields;
  readonly listener: RecordsListener;
  /** Lets whoever waits have a turn, between two stretches of something long. */
  readonly pause: () => Promise<void>;
  /** Wall clock, ms since 1970. */
  readonly now: () => number;
}

/** What is asked of somebody who knows the state. */
type RestOf<Question> = Question extends (state: StoreState, ...asked: infer Asked) => unknown ? Asked : never;

/** The store of an unlocked phone: what the sync core needs, and what the screens need beside it. */
export interface OpenPhoneStore extends PhoneStore {
  /** Whether all that the hub had was here once: before that, what is counted is too little. */
  readonly isWhole: () => Promise<boolean>;
  /**
   * Resolves when every page is in memory; search works before. The first look at it opens them: until somebody needs
   * more than search, they are not in its way.
   */
  readonly loaded: Promise<void>;
  /** The same, for who does not ask for it. */
  readonly afterLoading: Promise<void>;
  readonly drafts: NoteBox;
  shown(id: string): RecordState | undefined;
  allConfirmed(): Iterable<RecordState>;
  /**
   * Sum of the digests of all confirmed records mod 2^128, by what stands beside the pages; pauses behind each `stretch` of
   * records that it has to hash. A page that never was is counted once.
   */
  count(stretch: number): Generator<undefined, bigint>;
  /** When every record was hashed anew and found to be as summed, ms since 1970; 0 for never. */
  recountedAt(): Promise<number>;
  noteRecount(at: number): Promise<void>;
  /** Moves whenever the confirmed records do. */
  confirmedMark(): number;
  standing(id: string): Standing;
  /** Transactions that wait for a verdict, and those that wait for mending; pages awaited from the hub again. */
  counts(): {
    readonly waiting: number;
    /** When the oldest that waits was written, ms since 1970. */
    readonly since: number | null;
    readonly mending: number;
    readonly damaged: number;
  };
  /** Ops that the hub refused, as they were written, with its reason. */
  sentBack(): Promise<readonly SentBack[]>;
  /** The refused ops of these transactions (seq of the first op) are mended or given up. */
  putAway(transactions: ReadonlySet<number>): Promise<void>;
  sentAt(): Promise<number | null>;
  /** Sealed envelopes that still wait, readable here or not. */
  waitingCount(): Promise<number>;
  /** What left and a hub that stands at `acked` does not have waits again. @returns how many envelopes */
  offerAgain(acked: number): Promise<number>;
  /** Where this device stands, by the hub's word, if its own storage does not tell that any more. */
  heedHub(told: Pick<Verdict, 'acked' | 'chain'>): Promise<void>;
  /** One envelope for others that all still wait: the same ops, sealed anew. */
  replaceWaiting(strokes: readonly Stroke[]): Promise<void>;
  /**
   * For a first load by pages; `undefined` where something is here that no such load brought.
   * @param make handed over, since it is loaded for that only
   */
  pageShelf(make: typeof pageShelf): Promise<ReturnType<typeof pageShelf> | undefined>;
  /** Folds the journal when it is long; when idle, also when it is not. */
  tidy(isIdle: boolean): Promise<void>;
  /** What was kept beside the last fold: see `beside.ts`. */
  openBeside(...asked: RestOf<typeof openBeside>): ReturnType<typeof openBeside>;
  keepBeside(...asked: RestOf<typeof beginBeside>): Promise<void>;
  dropBeside(): Promise<void>;
  /** Whether nothing is, as far as is known. */
  lacksBeside(): boolean;
  /** Number of the last order to erase that was carried out. */
  obeyed(): Promise<number>;
  /** Carries out orders to erase, up to one of that number: these records' rows were pulled without values before. */
  erase(records: ReadonlySet<string>, number: number, repeats?: (op: Op) => boolean): Promise<void>;
  /** Pages that did not open are done without from now on: the digests say that all of theirs is back. */
  heal(): Promise<void>;
  mended(): Promise<Mended>;
  noteMended(records: number, at: number): Promise<void>;
  receipt(): Promise<KeptReceipt | null>;
  noteReceipt(receipt: KeptReceipt): Promise<void>;
  close(): void;
}

/** Opens the store: resolves when search works. */
export async function openPhoneStore(ports: PhoneStorePorts): Promise<OpenPhoneStore> {
  const { database, sealer } = ports;
  const { state, loadPages } = await openState(ports);
  const { load, afterLoading } = createLoading(loadPages);
  const outbox = createOutbox(database.raw, ports.now);
  const inTurn = createTurns(load);

  return {
    ...outbox,
    ...questions(state, load),
    get loaded() {
      return load();
    },
    afterLoading,
    drafts: createNotes(database, sealer, 'drafts'),
    head: () => headOf(state, ports.now),
    async heedHub(told) {
      const head = await headOf(state, ports.now);
      const isOther = told.acked === head.nextSeq - 1 && told.chain !== head.chain;
      if (head.isGuess || isOther) await (await import('./opening/mend-head.ts')).mendHead(state, ports.now(), told);
    },
    append: (save) => append(state, save),
    settle: (settlement) => inTurn(() => settle(state, settlement)),
    receive: (rows) => inTurn(() => receive(state, rows)),
    sentBack: () => readMending(database, sealer),
    putAway: (transactions) => inTurn(() => putAway(state, transactions)),
    offerAgain: async (acked) => (await import('./opening/sent.ts')).offerAgain(database, acked),
    replaceWaiting: async (strokes) =>
      (await import('./opening/sent.ts')).replaceWaiting(database, strokes, ports.now()),
    async pageShelf(make) {
      await load();
      if (state.load === undefined && !state.confirmed.ids()[Symbol.iterator]().next().done) return undefined;
      return make(state, inTurn, ports.now);
    },
    tidy: (isIdle) =>
      inTurn(async () => (needsFold(state, isIdle) ? (await import('./fold.ts')).fold(state) : undefined)),
    openBeside: async (...asked) => (await import('./confirmed/beside.ts')).openBeside(state, ...asked),
    async keepBeside(...asked) {
      const { beginBeside, writeBeside } = await import('./confirmed/beside.ts');
      const begun = await inTurn(() => beginBeside(state, ...asked));
      if (begun !== undefined) await writeBeside(state, begun);
    },
    dropBeside: async () => (await import('./confirmed/beside.ts')).dropBeside(state),
    lacksBeside: () => state.beside !== state.revision,
    obeyed: () => readMeta(database, 'obeyed'),
    erase: (records, number, repeats = () => false) =>
      inTurn(async () => (await import('./erase.ts')).erase(state, records, number, repeats)),
    heal: async () => {
      if (state.damaged > 0) await inTurn(async () => (await import('./opening/heal.ts')).heal(state));
    },
    recountedAt: () => readMeta(database, 'recountedAt'),
    noteRecount: (at) => database.write([database.meta], () => writeMeta(database, 'recountedAt', at)),
    mended: () => readMeta(database, 'mended'),
    noteMended: async (records, at) => (await import('./opening/heal.ts')).noteMended(database, records, at),
    receipt: () => readMeta(database, 'receipt'),
    noteReceipt: (receipt) =>
      database.write([database.meta, database.sent], async () => {
        await database.sent
          .where('leftAt')
          .below(ports.now() - sentKeptFor)
          // The newest tells where this device stands.
          .filter(({ lastSeq }) => lastSeq < receipt.acked)
          .delete();
        await writeMeta(database, 'receipt', receipt);
      }),
    close: () => database.close(),
  };
}

/** Once, and only when somebody wants it. */
function createLoading(loadPages: () => Promise<void>) {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const afterLoading = begun.then(loadPages);
  // Whoever asks is told of a failure; who only waits need not be there to hear it.
  afterLoading.catch(() => undefined);
  const load = (): Promise<void> => {
    begin();
    return afterLoading;
  };
  return { load, afterLoading };
}

/** What changes the confirmed records runs one after the other, and not before all pages are open. */
function createTurns(load: () => Promise<void>) {
  let turn: Promise<unknown> | undefined;
  return function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = (turn ?? load()).then(work);
    // The caller gets the failure; the next in turn works all the same.
    turn = result.catch(load);
    return result;
  };
}

function questions(state: StoreState, load: () => Promise<void>) {
  const { database } = state;
  return {
    pending: async () => state.pending.ops(),
    cursor: async () => {
      await load();
      return (await readMeta(database, 'cursor')).after;
    },
    hubEpoch: async () => (await readMeta(database, 'cursor')).hubEpoch,
    isWhole: async () => {
      const { hubEpoch, isPartial } = await readMeta(database, 'cursor');
      return hubEpoch !== null && isPartial === undefined;
    },
    confirmed: async (ids: readonly string[]) => {
      await load();
      return ids.flatMap((id) => state.confirmed.get(id) ?? []);
    },
    shown: (id: string) => shownState(state, id),
    allConfirmed: () => state.confirmed.all(),
    count: (stretch: number) => state.confirmed.count(stretch),
    confirmedMark: () => state.journal,
    standing: (id: string) => standingOf(state, id),
    counts: () => ({
      waiting: state.pending.transactions(),
      since: state.pending.since(),
      mending: new Set([...state.mending.values()].map(({ transaction }) => transaction)).size,
      damaged: state.damaged,
    }),
  };
}

/** A journal longer than this makes unlocking slow. */
const longJournal = 200;
const bigJournal = 256 * 1024;
/** Worth folding when there is nothing else to do. */
const idleJournal = 20;
const idleBytes = 32 * 1024;

function needsFold(state: StoreState, isIdle: boolean): boolean {
  // Its journal says how far a first load is.
  if (state.load !== undefined) return false;
  const entries = state.journal - state.folded;
  // Counted once, or read whole once: from then on it stands beside the pages.
  if (isIdle && (state.lacksShown || state.confirmed.isNewlyCounted())) return true;
  return entries > (isIdle ? idleJournal : longJournal) || state.journalBytes > (isIdle ? idleBytes : bigJournal);
}
