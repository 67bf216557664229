import type { ActsApi } from '../api/acts-api.ts';
import type { RecordingBook } from './book.ts';
import type { Recording } from './recording.ts';

export type Acting = ActsApi;

/** From an act on whole households to a durable save: loaded by the first who does something to one. */
export function createActing(session: RecordingBook, recording: Pick<Recording, 'save'>): Acting {
  const open = async (): Promise<Acting> => (await import('./act-desk.ts')).openActDesk(session, recording);
  return {
    judgeAct: async (act) => (await open()).judgeAct(act),
    act: async (act, asked) => (await open()).act(act, asked),
  };
}
