import type { OpDraft } from '../../sync/phone/transaction.ts';
import { maxTransactionOps } from '../../sync/wire/bounds.ts';
import type { Saved } from '../api/phone-api.ts';

/* A long act: groups that must not be torn apart, in transactions that share a batch. */

/** One transaction of it, and how many of its groups are in it. */
interface Pack {
  readonly drafts: readonly OpDraft[];
  readonly groups: number;
}

/** Writes them one behind the other. @param batch op id of the first */
export async function writeLong(
  write: (drafts: readonly OpDraft[]) => Promise<Saved>,
  batch: string,
  groups: readonly (readonly OpDraft[])[],
  onSaved?: (groups: number) => void,
): Promise<Saved> {
  const records: Saved['records'][number][] = [];
  let done = 0;
  for (const pack of packGroups(groups, batch)) {
    records.push(...(await write(pack.drafts)).records);
    done += pack.groups;
    onSaved?.(done);
  }
  return { transaction: batch, records };
}

/** Into as few transactions as they fit, in their order. */
function packGroups(groups: readonly (readonly OpDraft[])[], batch: string): readonly Pack[] {
  const packs: { drafts: OpDraft[]; groups: number }[] = [];
  for (const group of groups) {
    const last = packs.at(-1);
    const isFull = last === undefined || last.drafts.length + group.length > maxTransactionOps;
    const pack = isFull ? { drafts: [], groups: 0 } : last;
    if (isFull) packs.push(pack);
    const from = pack.drafts.length;
    pack.drafts.push(...group.map((draft) => within(draft, from, batch)));
    pack.groups += 1;
  }
  return packs;
}

/** `made` counts from the transaction's first draft once groups share one. */
function within(draft: OpDraft, from: number, batch: string): OpDraft {
  const shift = (value: unknown): unknown => (isMade(value) ? { made: value.made + from } : value);
  const moved = Object.fromEntries(Object.entries(draft).map(([key, value]) => [key, shift(value)]));
  const body =
    'put' in draft ? { put: shiftAll(draft.put, shift) } : 'add' in draft ? { add: shiftAll(draft.add, shift) } : {};
  return Object.assign({}, draft, moved, body, { batch });
}

function shiftAll(fields: object, shift: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, shift(value)]));
}

function isMade(value: unknown): value is { readonly made: number } {
  return typeof value === 'object' && value !== null && 'made' in value && typeof value.made === 'number';
}
