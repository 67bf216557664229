import { type Op, opId } from '../../../sync/op.ts';
import { mergeOp } from '../../../sync/records/merge.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import { isErased, readLine } from '../../../sync/wire/line.ts';
import type { RecordingBook } from '../book.ts';
import { apart, putOn, type Written } from '../written.ts';

/** What an act did that still waits for its verdict, saved before this session. */
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
