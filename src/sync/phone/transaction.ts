import type { Fields, Value } from '../../domain/value.ts';
import { type Op, type OpId, opId, type RecordId, type Void } from '../op.ts';
import type { DeviceHead } from '../ports.ts';
import { tick } from '../records/clock.ts';
import type { Stamp } from '../stamp.ts';
import { isObject, maxTransactionOps, plainText } from '../wire/bounds.ts';
import { writeLine } from '../wire/line.ts';

/** Stands for the id of the record that another draft of the same transaction makes: its index among the drafts. */
interface Made {
  readonly made: number;
}

interface DraftHeader {
  readonly kind: string;
  /** The record written to; absent when this draft makes one, which is then called by the op's own id. */
  readonly id?: RecordId | Made;
  /** Unit id. */
  readonly place: string;
  /** As `seenOf` answers for the state the author looked at. */
  readonly seen?: { readonly [field: string]: readonly OpId[] };
  readonly batch?: OpId;
}

/** What a screen wants written, before it has numbers. A value of `put` or `add` may be a `Made`. */
export type OpDraft = DraftHeader & ({ readonly put: Fields } | { readonly add: Fields } | { readonly void: Void });

/** Who writes: device id and user id. */
export interface Author {
  readonly device: string;
  readonly user: string;
}

export interface Transaction {
  readonly ops: readonly Op[];
  readonly lines: readonly string[];
  readonly clock: Stamp;
  readonly nextSeq: number;
}

/**
 * Gives drafts their seqs, stamps and ids: ops applied all or none.
 * @param head where the device stands; the result is worked out from it and nothing is stored
 * @param now wall clock, ms since 1970
 */
export function writeTransaction(
  drafts: readonly OpDraft[],
  author: Author,
  head: Pick<DeviceHead, 'nextSeq' | 'clock'>,
  now: number,
): Transaction {
  if (drafts.length === 0 || drafts.length > maxTransactionOps) throw new RangeError('a transaction has 1 to 500 ops');
  const madeId = (made: Made) => ownId(drafts, made, author, head.nextSeq);
  let clock = head.clock;
  const ops = drafts.map((draft, index): Op => {
    clock = tick(clock, now);
    const s = head.nextSeq + index;
    const id = recordId(draft, s, author.device, madeId);
    const batch = draft.batch === undefined ? {} : { batch: draft.batch };
    const seen = draft.seen === undefined || Object.keys(draft.seen).length === 0 ? {} : { seen: draft.seen };
    const { device: d, user: u } = author;
    const part = { tx: head.nextSeq, of: drafts.length, ...batch };
    return { d, s, at: clock, u, p: draft.place, k: draft.kind, id, ...part, ...body(draft, madeId), ...seen };
  });
  return { ops, lines: ops.map(writeLine), clock, nextSeq: head.nextSeq + drafts.length };
}

function recordId(draft: OpDraft, seq: number, device: string, madeId: (made: Made) => RecordId): RecordId {
  if (draft.id === undefined) return opId(device, seq);
  return typeof draft.id === 'string' ? draft.id : madeId(draft.id);
}

function ownId(drafts: readonly OpDraft[], { made }: Made, author: Author, firstSeq: number): RecordId {
  if (drafts[made] === undefined) throw new RangeError('a draft points at one that is not there');
  const named = drafts[made].id;
  return typeof named === 'string' ? named : opId(author.device, firstSeq + made);
}

function body(draft: OpDraft, madeId: (made: Made) => RecordId) {
  const write = (fields: Fields): Fields =>
    Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [field, isMade(value) ? madeId(value) : composed(value)]),
    );
  if ('put' in draft) return { put: write(draft.put) };
  if ('add' in draft) return { add: write(draft.add) };
  return { void: { ...draft.void, reason: plainText(draft.void.reason) } };
}

function isMade(value: unknown): value is Made {
  return isObject(value) && Object.keys(value).length === 1 && Number.isInteger(value.made);
}

function composed(value: Value): Value {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(composed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [plainText(key), composed(item)]));
}
