import type { DeviceCrypto } from '../../sync/ports.ts';
import type { Session } from '../session.ts';

/** What answering and saving need of an open book, wherever it is kept. */
export interface BookSession extends Pick<Session, 'who' | 'activation' | 'people' | 'sender' | 'register' | 'search'> {
  readonly crypto: Pick<DeviceCrypto, 'hash' | 'seal' | 'randomId'>;
  readonly store: Pick<
    Session['store'],
    'head' | 'append' | 'pending' | 'confirmed' | 'shown' | 'drafts' | 'sentBack' | 'putAway' | 'allConfirmed'
  >;
}
