import { catalogue } from '../../catalogue/index.ts';
import { definitionOf } from '../../domain/book/book.ts';
import type { Words } from '../../domain/words.ts';
import { makeOpCheck } from '../../sync/hub/op-check.ts';
import { type OpDraft, writeTransaction } from '../../sync/phone/transaction.ts';
import { drawerOf, isDrawer } from '../../sync/records/drawer.ts';
import { maxTransactionOps } from '../../sync/wire/bounds.ts';

/* The hub's own rules, asked before a save: what it would refuse for ever is never written. */

const check = makeOpCheck(catalogue);
/** No record that stands is called by a seq so high: a draft that makes a record and one that mends it are told apart. */
const beyond = { nextSeq: 2 ** 40, clock: [0, 0] } as const;

/** Which field of a record the hub would not take, and in words what to do. */
export interface Unacceptable {
  readonly field: string;
  readonly message: Words;
}

/** Whose device writes, and the unit ids that it may write. */
interface Writer {
  readonly sender: { readonly device: string };
  readonly who: { readonly role: string };
  readonly activation: { readonly places: readonly string[] };
}

const foreignPlace: Words = {
  vi: 'Nơi này không thuộc sổ trên máy. Hãy báo cán bộ dân số xã ghi giúp.',
  en: 'This place is not in the book of this phone. Ask the commune officer to record it.',
};

/** The first of these drafts that no hub would take; `undefined` when all can be sent. At most 500. */
export function findUnacceptable(drafts: readonly OpDraft[], writer: Writer): Unacceptable | undefined {
  if (drafts.length === 0 || drafts.length > maxTransactionOps) return undefined;
  const { ops } = writeTransaction(drafts, { device: writer.sender.device, user: '' }, beyond, 0);
  for (const op of ops) {
    if (!mayWriteAt(writer, op.p)) return { field: '', message: foreignPlace };
    const fault = check(op);
    if (fault !== undefined) return { field: fault.field ?? '', message: wordFault(op.k, fault.field) };
  }
  return undefined;
}

/** Its places, its own drawer, and for an officer everybody's. */
function mayWriteAt({ sender, who, activation }: Writer, place: string): boolean {
  if (isDrawer(place)) return who.role === 'officer' || place === drawerOf(sender.device);
  return activation.places.includes(place);
}

function wordFault(kind: string, key: string | undefined): Words {
  const definition = definitionOf(catalogue, kind);
  const label = definition?.fields.find((field) => field.key === key)?.label ?? definition?.label ?? { vi: kind };
  return {
    vi: `${label.vi}: chưa ghi được như vậy, máy chủ sẽ không nhận. Hãy sửa lại rồi lưu.`,
    en: `${label.en ?? label.vi}: this cannot be recorded, the hub would not take it. Change it, then save.`,
  };
}
