import type { SyncState } from '../api/phone-api.ts';
import type { Session } from '../session.ts';

export interface Standing extends Pick<SyncState, 'is' | 'why' | 'retryAfterSeconds' | 'progress' | 'agreedAt'> {
  /** The hub has answered all that waited: its signed words are kept, and about to take effect. */
  readonly isAnswered?: boolean;
}

export interface Bar {
  state(): Promise<SyncState>;
  move(next: Partial<Standing> & Pick<Standing, 'is'>): Promise<SyncState>;
}

/** What the bar on top says: the last outcome, with counts from the store. */
export function createBar({ store, clock, clockOffset }: Session, tell: (state: SyncState) => void): Bar {
  let standing: Standing = { is: 'opening', agreedAt: null };
  let failures = 0;

  async function state(): Promise<SyncState> {
    // As it stood when it was asked: what is told of one page is not told of the next.
    const { isAnswered = false, ...stood } = standing;
    const sentAt = await store.sentAt();
    const { waiting: readable, mending, since } = store.counts();
    // A pending row that no longer opens still waits as an envelope: it is sent all the same, and must not seem sent.
    const waiting = Math.max(isAnswered ? 0 : readable, await store.waitingCount());
    const is = stood.is === 'idle' && waiting === 0 && sentAt !== null ? 'done' : stood.is;
    const isWhole = await store.isWhole();
    const { metAt, closesAt } = clock;
    const lease = metAt === undefined || closesAt === undefined ? {} : { lease: { metAt, closesAt } };
    const counted = { waiting, waitsSince: since, mending, sentAt, isWhole, failures };
    return { ...stood, is, ...counted, clockOffset: clockOffset(), ...lease };
  }
  return {
    state,
    async move(next) {
      const { agreedAt } = standing;
      standing = { agreedAt, ...next };
      if (next.is === 'done') failures = 0;
      if (next.is === 'failed' || next.is === 'offline') failures += 1;
      const now = await state();
      tell(now);
      return now;
    },
  };
}
