import { civilDay } from '../../domain/calendar/civil-date.ts';
import { opId } from '../../sync/op.ts';
import { commit } from '../../sync/phone/commit.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
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
      // Only an import is so long: loaded with the first.
      inTurn(async () => {
        const { writeLong } = await import('./long-act.ts');
        const { nextSeq } = await store.head();
        return writeLong(write, opId(session.sender.device, nextSeq), groups, onSaved);
      }),
  };
}
