import type { Words } from '../../domain/words.ts';
import type { DeviceCrypto } from '../../sync/ports.ts';
import type { Session } from '../session.ts';

/** What answering and saving need of an open book, wherever it is kept. */
export interface BookSession extends Pick<Session, 'who' | 'activation' | 'people' | 'sender' | 'register' | 'search'> {
  readonly crypto: Pick<DeviceCrypto, 'hash' | 'seal' | 'randomId'>;
  readonly store: Pick<
    Session['store'],
    | 'isWhole'
    | 'head'
    | 'append'
    | 'pending'
    | 'confirmed'
    | 'shown'
    | 'drafts'
    | 'sentBack'
    | 'putAway'
    | 'allConfirmed'
  >;
}

/** What is counted on a book that is still on its way would be too little, and would stand. */
export const stillPartial: Words = {
  vi: 'Sổ chưa tải đủ về máy, số liệu còn thiếu. Khi tải đủ thì ghi được',
  en: 'The book is not whole on this phone yet. This can be written once it is',
};
