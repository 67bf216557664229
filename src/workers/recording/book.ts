import type { Session } from '../session.ts';

/** What of an open book a recording needs. */
export interface RecordingBook extends Pick<Session, 'register'> {
  readonly store: Pick<Session['store'], 'shown' | 'pending' | 'confirmed' | 'sentBack' | 'putAway'>;
  readonly sender: Pick<Session['sender'], 'device'>;
  readonly who: Pick<Session['who'], 'role'>;
  readonly activation: Pick<Session['activation'], 'units' | 'places'>;
}
