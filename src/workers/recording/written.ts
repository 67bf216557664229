import type { Fields } from '../../domain/value.ts';
import { type Op, opId } from '../../sync/op.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import { isAlive, mergeOp, shown } from '../../sync/records/merge.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import { isErased, readLine } from '../../sync/wire/line.ts';
import type { RecordingBook } from './book.ts';

/** Values that an act put on a record which stood before it, and what stood in their place. */
export interface Put {
  readonly id: string;
  readonly put: Fields;
  readonly before: Fields;
  /** Where the record stood before, and where it was put, when that is elsewhere. */
  readonly moved?: { readonly from: string; readonly to: string };
}

/** What one act did: enough to take it back. */
export interface Written {
  /** Ids of the records it made, in the order written. */
  readonly made: readonly string[];
  readonly puts: readonly Put[];
  /** Ids of the records it took back, and of those to which it gave life again. */
  readonly voids: readonly string[];
  readonly lifts: readonly string[];
}

/** What these drafts are about to put on records that stand. */
export function putsOf({ store }: Pick<RecordingBook, 'store'>, drafts: readonly OpDraft[]): readonly Put[] {
  return drafts.flatMap((draft) => {
    if (!('put' in draft) || typeof draft.id !== 'string') return [];
    return [putOn(store.shown(draft.id), draft.id, draft.put, draft.place)];
  });
}

/** Records that these drafts are about to take back, and those that they let live again; what is gone already is not taken. */
export function voidsOf(
  { store }: Pick<RecordingBook, 'store'>,
  drafts: readonly OpDraft[],
): Pick<Written, 'voids' | 'lifts'> {
  return apart(
    drafts.flatMap((draft) =>
      'void' in draft && typeof draft.id === 'string'
        ? [{ id: draft.id, lifts: draft.void.lifts === true, before: store.shown(draft.id) }]
        : [],
    ),
  );
}

interface Voiding {
  readonly id: string;
  readonly lifts: boolean;
  readonly before: RecordState | undefined;
}

function apart(voiding: readonly Voiding[]): Pick<Written, 'voids' | 'lifts'> {
  const turning = voiding.filter(({ lifts, before }) => before !== undefined && isAlive(before) !== lifts);
  const ids = (lifting: boolean) => turning.filter(({ lifts }) => lifts === lifting).map(({ id }) => id);
  return { voids: ids(false), lifts: ids(true) };
}

/** The same of an act that still waits for its verdict, saved before this session. */
export async function waitingAct({ store, sender }: RecordingBook, transaction: string): Promise<Written> {
  const ops = await waitingOps({ store });
  const own = ops.filter(
    (op) => (op.batch ?? opId(sender.device, op.tx)) === transaction || opId(sender.device, op.tx) === transaction,
  );
  const made = own.filter((op) => isMaking(op)).map(({ id }) => id);
  const puts = own.flatMap((op) => {
    if (!('put' in op) || isMaking(op)) return [];
    return [stateBefore(store, ops, op).then((state) => putOn(state, op.id, op.put, op.p))];
  });
  const voiding = own.flatMap((op) => {
    if (!('void' in op)) return [];
    const lifts = op.void.lifts === true;
    return [stateBefore(store, ops, op).then((before) => ({ id: op.id, lifts, before }))];
  });
  return { made, ...apart(await Promise.all(voiding)), puts: await Promise.all(puts) };
}

/** Transaction that a waiting fact was written in; `undefined` when it waits no more. */
export async function waitingTransaction({ store, sender }: RecordingBook, fact: string): Promise<string | undefined> {
  const found = (await waitingOps({ store })).find((op) => op.id === fact && isMaking(op));
  return found === undefined ? undefined : opId(sender.device, found.tx);
}

async function waitingOps({ store }: Pick<RecordingBook, 'store'>): Promise<readonly Op[]> {
  return (await store.pending()).flatMap(({ line }) => {
    const read = readLine(line);
    return read.ok && !isErased(read.value) ? [read.value] : [];
  });
}

function isMaking(op: Op): boolean {
  return !('void' in op) && op.id === opId(op.d, op.s);
}

async function stateBefore(
  store: RecordingBook['store'],
  ops: readonly Op[],
  op: Op,
): Promise<RecordState | undefined> {
  const [confirmed] = await store.confirmed([op.id]);
  const earlier = ops.filter((other) => other.id === op.id && other.s < op.s);
  return earlier.reduce<RecordState | undefined>((state, other) => mergeOp(state, other, other.at), confirmed);
}

function putOn(state: RecordState | undefined, id: string, put: Fields, to: string): Put {
  const before = Object.keys(put).map((field) => [field, state === undefined ? null : (shown(state, field) ?? null)]);
  const from = String(state?.place.value ?? to);
  return { id, put, before: Object.fromEntries(before), ...(from !== to && { moved: { from, to } }) };
}
