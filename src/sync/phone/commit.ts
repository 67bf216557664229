import { type Op, type OpId, opId } from '../op.ts';
import type { Append, DeviceCrypto, DeviceHead, PhoneStore } from '../ports.ts';
import { utf8 } from '../wire/bytes.ts';
import { nextChain } from '../wire/chain.ts';
import { writeHeader } from '../wire/envelope-bytes.ts';
import { lineHash, readLine } from '../wire/line.ts';
import { type Author, type OpDraft, writeTransaction } from './transaction.ts';

/** Who writes, and for whom it is sealed. */
export interface Sender extends Author {
  /** Scope epoch of the device. */
  readonly epoch: number;
  /** Id of the hub's public key. */
  readonly keyId: string;
}

/** A save that is durable: only now may a screen say "Đã lưu trên máy". */
export interface Committed {
  readonly transaction: OpId;
  readonly records: readonly { readonly kind: string; readonly id: string }[];
  readonly ops: readonly Op[];
  readonly lines: readonly string[];
}

const maxTries = 20;

/** Where this device stands is not known for sure any more: a number used twice would freeze it. The hub's next word tells. */
export class HeadUnknown extends Error {
  // Kept where the fault is told to another thread, which knows no classes.
  override readonly name = 'HeadUnknown';
}

/**
 * Saves a transaction: numbers, hashes, chain and seal are worked out first (WebCrypto cannot run inside an IndexedDB
 * transaction), then the store writes all of it at once or nothing. A head that moved meanwhile means fresh numbers.
 * @param now wall clock, ms since 1970
 * @param day civil day of the save, yyyy-mm-dd
 */
export async function commit(
  store: Pick<PhoneStore, 'head' | 'append'>,
  crypto: Pick<DeviceCrypto, 'hash' | 'seal' | 'randomId'>,
  sender: Sender,
  drafts: readonly OpDraft[],
  now: () => number,
  day: string,
): Promise<Committed> {
  for (let tries = 0; tries < maxTries; tries++) {
    const head = await store.head();
    if (head.isGuess) throw new HeadUnknown();
    const { ops, lines, clock, nextSeq } = writeTransaction(drafts, sender, head, now());
    requireReadable(lines);
    const append = await sealAppend(crypto, sender, head, { clock, nextSeq, chain: head.chain }, lines, day);
    if ((await store.append(append)) === 'stale') continue;
    const records = new Map(ops.map((op) => [op.id, { kind: op.k, id: op.id }]));
    return { transaction: opId(sender.device, head.nextSeq), records: [...records.values()], ops, lines };
  }
  throw new Error('the head of this device never stands still');
}

async function sealAppend(
  crypto: Pick<DeviceCrypto, 'hash' | 'seal' | 'randomId'>,
  sender: Sender,
  head: DeviceHead,
  moved: DeviceHead,
  lines: readonly string[],
  day: string,
): Promise<Append> {
  const hashes = lines.map((line) => lineHash(line, crypto.hash));
  const chain = nextChain(head.chain, hashes, crypto.hash);
  const range = { firstSeq: head.nextSeq, lastSeq: moved.nextSeq - 1 };
  const id = crypto.randomId();
  const { device: d, epoch: e, keyId: k } = sender;
  const header = writeHeader({ v: 1, id, d, e, f: range.firstSeq, l: range.lastSeq, h: chain, k, y: day });
  const bytes = await crypto.seal(header, utf8(lines.join('\n')));
  return {
    expects: head,
    head: { ...moved, chain },
    pending: lines.map((line, index) => ({ seq: head.nextSeq + index, line })),
    envelope: { id, ...range, hashes, bytes },
  };
}

/** The hub would refuse it for ever: better no save than one that cannot be sent. Forms bound what a person types. */
function requireReadable(lines: readonly string[]): void {
  for (const line of lines) {
    const read = readLine(line);
    if (!read.ok) throw new RangeError(`an op that no hub would read: ${read.error}`);
  }
}
