import { pinnedOf } from '../../../src/seal/hub-keys.ts';
import type { NoteBox } from '../../../src/store/notes.ts';
import type { PinnedKeys } from '../../../src/sync/activation.ts';
import type { SealedEnvelope } from '../../../src/sync/envelope.ts';
import { firstHead, readStoredHead, writeStoredHead } from '../../../src/sync/phone/mending/stored-head.ts';
import type { Resealing, Stroke } from '../../../src/sync/phone/own-lines.ts';
import type { PhoneStore } from '../../../src/sync/ports.ts';
import { laterStamp } from '../../../src/sync/records/clock.ts';
import { mergeOp } from '../../../src/sync/records/merge.ts';
import type { RecordState } from '../../../src/sync/records/record-state.ts';
import type { Stamp } from '../../../src/sync/stamp.ts';
import type { OpResult, SignedVerdict, Verdict } from '../../../src/sync/verdict.ts';
import { isErased, readLine } from '../../../src/sync/wire/line.ts';
import { firstKeys } from '../keys.ts';
import { DiskFull, type Process, type Schedule } from '../schedule.ts';
import { mustHold } from '../violation.ts';
import { headOf, heedHub, putHead } from './head.ts';

/** What survives a crash of a phone's programmes. */
interface PhoneTables {
  /** As it is stored, or what storage has made of it. */
  head: unknown;
  readonly pending: Map<number, string>;
  readonly outbox: Map<string, SealedEnvelope>;
  /** What left, in case the hub loses it. */
  readonly sent: Map<string, SealedEnvelope>;
  /** A verdict has emptied the outbox once. */
  hasEmptied: boolean;
  readonly verdicts: Map<number, { readonly verdict: SignedVerdict; readonly envelope: string }>;
  readonly refused: Map<number, { readonly line: string; readonly result: OpResult }>;
  confirmed: Map<string, RecordState>;
  cursor: number;
  hubEpoch: number | null;
  verdictCount: number;
  /** Notes about work of others that it carries. */
  readonly carried: Map<string, unknown>;
  /** What files have told of the hub. */
  readonly proofs: Map<string, unknown>;
  /** What it has pinned of its hub. */
  hub: PinnedKeys;
}

export interface SimulatedPhone {
  readonly device: string;
  readonly user: string;
  /** What it knows of its places, under which epoch, and of which hub's. */
  places: readonly string[];
  epoch: number;
  scopedBy: number;
  readonly tables: PhoneTables;
  app: Process;
  worker: Process;
  /** The open app's own copy of what is pinned; dies with it. */
  opened: { readonly process: Process; readonly hub: PinnedKeys } | undefined;
  /** Wall clock minus the true time, ms. */
  clockOffset: number;
  /** One sync of the app at a time (Web Locks); dies with the process. */
  syncLock: Process | undefined;
  /** Every seq whose save was acknowledged to the person, and its line. */
  readonly acknowledged: Map<number, string>;
  /** Every line that was ever made durable: what the person has typed in. */
  readonly written: Map<number, string>;
  /** Waiting envelopes in which storage turned a bit, by the id that stands there now, as they were. */
  readonly turned: Map<string, SealedEnvelope>;
  /** Next numbers with which its head was worked out anew: its clock may have been lost there. */
  readonly mendedAt: Set<number>;
  /** Places that were hers when she saved it. */
  readonly heldAt: Map<number, readonly string[]>;
}

export function makePhone(device: string, places: readonly string[], schedule: Schedule): SimulatedPhone {
  return {
    device,
    user: `u-${device}`,
    places,
    epoch: 1,
    scopedBy: 1,
    tables: {
      head: writeStoredHead(firstHead),
      pending: new Map(),
      outbox: new Map(),
      sent: new Map(),
      hasEmptied: false,
      verdicts: new Map(),
      refused: new Map(),
      confirmed: new Map(),
      cursor: 0,
      hubEpoch: null,
      verdictCount: 0,
      carried: new Map(),
      proofs: new Map(),
      hub: pinnedOf(firstKeys()),
    },
    app: schedule.start(`${device} app`),
    worker: schedule.start(`${device} worker`),
    opened: undefined,
    clockOffset: 0,
    syncLock: undefined,
    acknowledged: new Map(),
    written: new Map(),
    turned: new Map(),
    mendedAt: new Set(),
    heldAt: new Map(),
  };
}

const fullDisk = 0.01;

export interface SimulatedStore extends PhoneStore, Resealing {
  heedHub(told: Pick<Verdict, 'acked' | 'chain'>): Promise<void>;
}

/** The store as one programme of the phone sees it: each call may be the last, before or after its one stroke. */
export function storeOf(phone: SimulatedPhone, process: Process, schedule: Schedule): SimulatedStore {
  const { tables } = phone;
  const call = async <Result>(stroke: () => Result): Promise<Result> => {
    await schedule.step(process);
    const result = stroke();
    await schedule.step(process);
    return result;
  };
  const write = <Result>(stroke: () => Result): Promise<Result> =>
    call(() => {
      if (schedule.isHealed() || !schedule.random.chance(fullDisk)) return stroke();
      schedule.count('disk full');
      throw new DiskFull(process.name);
    });
  return {
    waiting: () => call(() => [...tables.outbox.values()].sort((a, b) => a.firstSeq - b.firstSeq)),
    keepVerdict: (verdict, envelope, leaves) =>
      write(() => {
        const left = tables.outbox.get(envelope);
        if (left === undefined) return;
        for (const [id, kept] of tables.verdicts) if (kept.envelope === envelope) tables.verdicts.delete(id);
        tables.verdicts.set(++tables.verdictCount, { verdict, envelope });
        if (!leaves) return;
        tables.outbox.delete(envelope);
        // What is kept of what left is another story: there nothing turns.
        tables.sent.set(envelope, phone.turned.get(envelope) ?? left);
        tables.hasEmptied ||= tables.outbox.size === 0;
      }),
    head: () => call(() => headOf(phone, schedule)),
    heedHub: (told) => write(() => heedHub(phone, schedule, told)),
    append: (append) =>
      write(() => {
        const stored = readStoredHead(tables.head);
        if (JSON.stringify(append.expects) !== JSON.stringify(stored)) return 'stale' as const;
        writePending(phone, append.pending);
        tables.outbox.set(append.envelope.id, append.envelope);
        putHead(phone, append.head);
        return 'done' as const;
      }),
    pending: () => call(() => [...tables.pending].map(([seq, line]) => ({ seq, line }))),
    verdicts: () => call(() => [...tables.verdicts].map(([id, { verdict }]) => ({ id, verdict }))),
    settle: (settlement) =>
      write(() => {
        for (const state of settlement.confirmed) tables.confirmed.set(state.id, state);
        for (const seq of settlement.leavesPending) tables.pending.delete(seq);
        for (const { seq, line, result } of settlement.refused) tables.refused.set(seq, { line, result });
        for (const id of settlement.verdictIds) tables.verdicts.delete(id);
        moveClock(phone, settlement.clock);
      }),
    replaceWaiting: (strokes) =>
      write(() => {
        const due = strokes.filter(({ replaced }) => replaced.every((id) => tables.outbox.has(id)));
        for (const stroke of due) replace(phone, stroke);
        tables.hasEmptied ||= due.length > 0 && tables.outbox.size === 0;
      }),
    cursor: () => call(() => tables.cursor),
    hubEpoch: () => call(() => tables.hubEpoch),
    confirmed: (ids) => call(() => ids.flatMap((id) => tables.confirmed.get(id) ?? [])),
    receive: (rows) =>
      write(() => {
        if (rows.after !== 0 && rows.after !== tables.cursor) return;
        if (rows.after === 0) tables.confirmed = new Map();
        for (const state of rows.confirmed) tables.confirmed.set(state.id, state);
        for (const id of rows.gone) tables.confirmed.delete(id);
        moveClock(phone, rows.clock);
        tables.cursor = rows.cursor;
        tables.hubEpoch = rows.hubEpoch;
      }),
  };
}

function moveClock(phone: SimulatedPhone, clock: Stamp): void {
  const head = readStoredHead(phone.tables.head);
  if (head !== undefined) putHead(phone, { ...head, clock: laterStamp(head.clock, clock) });
}

function replace({ tables, turned }: SimulatedPhone, { replaced, envelope }: Stroke): void {
  const { outbox, sent, verdicts } = tables;
  for (const id of replaced) {
    const before = outbox.get(id);
    if (before !== undefined && envelope === undefined) sent.set(id, turned.get(id) ?? before);
    outbox.delete(id);
  }
  for (const [id, kept] of verdicts) if (replaced.includes(kept.envelope)) verdicts.delete(id);
  if (envelope !== undefined) outbox.set(envelope.id, envelope);
}

/** Its notes: on what it carries for others, on what files have told. */
export function notesOf(notes: Map<string, unknown>, process: Process, schedule: Schedule): NoteBox {
  const call = async <Result>(stroke: () => Result): Promise<Result> => {
    await schedule.step(process);
    return stroke();
  };
  return {
    all: <Note>() => call(() => [...notes.values()] as Note[]),
    get: <Note>(id: string) => call(() => notes.get(id) as Note | undefined),
    put: (id, note) => call(() => void notes.set(id, note)),
    remove: (id) => call(() => void notes.delete(id)),
  };
}

/** What the person sees: confirmed records with the pending ops replayed on top. */
export function screenOf({ tables }: SimulatedPhone): ReadonlyMap<string, RecordState> {
  const screen = new Map(tables.confirmed);
  for (const [, line] of [...tables.pending].sort(([a], [b]) => a - b)) {
    const read = readLine(line);
    mustHold(read.ok && !isErased(read.value), 'a pending line can be read');
    screen.set(read.value.id, mergeOp(screen.get(read.value.id), read.value, read.value.at));
  }
  return screen;
}

export function writePending(
  phone: SimulatedPhone,
  pending: readonly { readonly seq: number; readonly line: string }[],
): void {
  for (const { seq, line } of pending) {
    mustHold(!phone.written.has(seq), `seq ${seq} of ${phone.device} was used twice`);
    phone.written.set(seq, line);
    phone.tables.pending.set(seq, line);
  }
}
