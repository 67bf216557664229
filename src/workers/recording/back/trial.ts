import { type OpDraft, writeTransaction } from '../../../sync/phone/transaction.ts';
import { mergeOp } from '../../../sync/records/merge.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import type { RecordingBook } from '../book.ts';

type Book = Pick<RecordingBook, 'store' | 'register' | 'sender'>;

/** Later than any op that stands, and with numbers that no op has. */
const beyond = { nextSeq: 2 ** 40, clock: [8.64e15, 0] } as const;

/**
 * The book as it would be with these drafts, for as long as `look` looks. Nothing is written; 500 drafts at most.
 * @param look told the id of each draft's record, as it is called meanwhile
 */
export function inTrial<Result>(
  book: Book,
  drafts: readonly OpDraft[],
  look: (ids: readonly string[]) => Result,
): Result {
  if (drafts.length === 0) return look([]);
  const { register, store, sender } = book;
  const { ops } = writeTransaction(drafts, { device: sender.device, user: '' }, beyond, beyond.clock[0]);
  const after = new Map<string, RecordState>();
  for (const op of ops) after.set(op.id, mergeOp(after.get(op.id) ?? store.shown(op.id), op, op.at));
  const before = [...after.keys()].map((id) => ({
    id,
    state: store.shown(id),
    standing: register.get(id)?.standing ?? ('waiting' as const),
  }));
  register.apply([...after.values()].map((state) => ({ state, standing: 'waiting' })));
  try {
    return look(ops.map(({ id }) => id));
  } finally {
    register.remove(before.filter(({ state }) => state === undefined).map(({ id }) => id));
    register.apply(before.flatMap(({ state, standing }) => (state === undefined ? [] : [{ state, standing }])));
  }
}
