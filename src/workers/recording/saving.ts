import { civilDay } from '../../domain/calendar/civil-date.ts';
import { opId } from '../../sync/op.ts';
import { commit } from '../../sync/phone/commit.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import { maxTransactionOps } from '../../sync/wire/bounds.ts';
import type { BookSession } from '../answering/book-session.ts';
import type { Saved } from '../api/phone-api.ts';
import type { PhonePorts } from '../ports/phone-ports.ts';
import { findUnacceptable } from './acceptable.ts';

/** The one way to a durable save: one at a time, each worked out from the head the last one left. */
export interface Saving {
  /** One transaction of 1 to 500 ops. */
  save(drafts: readonly OpDraft[]): Promise<Saved>;
  /**
   * A long act: groups that must not be torn apart, packed into as few transactions as they fit, all under one `batch`.
   * A draft's `made` counts within its own group. `onSaved` hears how many groups are safe so far.
   */
  saveLong(groups: readonly (readonly OpDraft[])[], onSaved?: (groups: number) => void): Promise<Saved>;
}

/**
 * @param onDurable told behind each transaction
 * @param makeRoom asked where a save found none: it is tried once more, unless this throws the fault on
 */
export function createSaving(
  ports: Pick<PhonePorts, 'now'>,
  session: BookSession,
  onDurable: () => void = () => undefined,
  makeRoom: (fault: unknown) => Promise<unknown> = (fault) => Promise.reject(fault),
): Saving {
  const { store } = session;
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = turn.then(work, work);
    turn = result;
    return result;
  };
  const write = async (drafts: readonly OpDraft[]): Promise<Saved> => {
    // Forms and acts have said so in words before: better no save than one that can never be sent.
    const refused = findUnacceptable(drafts, session);
    if (refused !== undefined) throw new RangeError(`an op that no hub would take: ${refused.field}`);
    const today = civilDay(ports.now());
    // Asked anew each time, and together: the hub may have told of another epoch, or of newer keys, meanwhile.
    const { crypto, sender } = session;
    const kept = () => commit(store, crypto, sender, drafts, ports.now, today);
    const { transaction, records } = await kept().catch((fault: unknown) => makeRoom(fault).then(kept));
    onDurable();
    return { transaction, records };
  };

  return {
    save: (drafts) => inTurn(() => write(drafts)),
    saveLong: (groups, onSaved) =>
      inTurn(async () => {
        const head = await store.head();
        const batch = opId(session.sender.device, head.nextSeq);
        const records: Saved['records'][number][] = [];
        let done = 0;
        for (const pack of packGroups(groups)) {
          const saved = await write(
            pack.flatMap(({ drafts, from }) => drafts.map((draft) => within(draft, from, batch))),
          );
          records.push(...saved.records);
          done += pack.length;
          onSaved?.(done);
        }
        return { transaction: batch, records };
      }),
  };
}

interface Packed {
  readonly drafts: readonly OpDraft[];
  /** Place of its first draft in the transaction. */
  readonly from: number;
}

function packGroups(groups: readonly (readonly OpDraft[])[]): readonly (readonly Packed[])[] {
  const packs: Packed[][] = [];
  let size = maxTransactionOps;
  for (const drafts of groups) {
    if (size + drafts.length > maxTransactionOps) {
      packs.push([]);
      size = 0;
    }
    packs.at(-1)?.push({ drafts, from: size });
    size += drafts.length;
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
