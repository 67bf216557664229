import type { SendResult } from '../../sync/phone/send.ts';
import type { NetworkFailure } from '../../sync/ports.ts';
import type { SyncState, SyncTrouble } from '../api/phone-api.ts';
import type { Session } from '../session.ts';

export interface Standing extends Pick<SyncState, 'is' | 'why' | 'retryAfterSeconds' | 'progress' | 'agreedAt'> {
  /** The hub has answered all that waited: its signed words are kept, and about to take effect. */
  readonly isAnswered?: boolean;
}

/** A try that did not come through, as the bar tells it. */
export type Trouble = Pick<Standing, 'is' | 'why' | 'retryAfterSeconds'>;

export interface Bar {
  state(): Promise<SyncState>;
  move(next: Partial<Standing> & Pick<Standing, 'is'>): Promise<SyncState>;
}

/** What the bar on top says: the last outcome, with counts from the store. */
export function createBar({ store, clockOffset }: Session, tell: (state: SyncState) => void): Bar {
  let standing: Standing = { is: 'opening', agreedAt: null };
  let failures = 0;

  async function state(): Promise<SyncState> {
    // As it stood when it was asked: what is told of one page is not told of the next.
    const { isAnswered = false, ...stood } = standing;
    const sentAt = await store.sentAt();
    const { waiting: readable, mending } = store.counts();
    // A pending row that no longer opens still waits as an envelope: it is sent all the same, and must not seem sent.
    const waiting = Math.max(isAnswered ? 0 : readable, await store.waitingCount());
    const is = stood.is === 'idle' && waiting === 0 && sentAt !== null ? 'done' : stood.is;
    const isWhole = await store.isWhole();
    return { ...stood, is, waiting, mending, sentAt, isWhole, failures, clockOffset: clockOffset() };
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

/**
 * How far a sending is, as the bar counts beside it: "80 mục chờ gửi · đang gửi 12 / 80".
 * @param done ops, of so many
 * @param acts that wait; 0 where none of them can be read
 */
export function inActs(done: number, of: number, acts: number): { readonly done: number; readonly of: number } {
  return acts === 0 || of === 0 ? { done, of } : { done: Math.floor((done / of) * acts), of: acts };
}

/** `undefined`: all that could be sent was, and answered. */
export function troubleOf({ is, why, contact, retryAfterSeconds }: SendResult): Trouble | undefined {
  if (contact?.standing !== undefined) return { is: 'failed', why: contact.standing };
  if (why === undefined && is !== 'failed') return undefined;
  if (why === 'offline') return { is: 'offline', why };
  const rest = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  return { is: 'failed', why: wordOf(why), ...rest };
}

function wordOf(why: SendResult['why']): SyncTrouble {
  switch (why) {
    case 'busy':
    case 'forged':
    case 'foreign':
    case 'device':
    case 'frozen':
      return why;
    case 'unknown_device':
      return 'device';
    case 'hub':
    case 'too_large':
    case undefined:
      return 'hub';
    default:
      return 'refused';
  }
}

export function networkTrouble(failure: NetworkFailure): Trouble {
  const { why } = failure;
  if (why === 'offline') return { is: 'offline', why };
  if (why === 'busy') return { is: 'failed', why, retryAfterSeconds: failure.retryAfterSeconds };
  return { is: 'failed', why: why === 'foreign' || why === 'device' ? why : 'hub' };
}
