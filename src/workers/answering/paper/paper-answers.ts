import type { PaperApi } from '../../api/paper-api.ts';
import type { BookSession } from '../book-session.ts';

/** Loaded by the first who prints. */
export function paperAnswers(whole: () => Promise<{ readonly session: BookSession }>): PaperApi {
  const open = async (): Promise<PaperApi> => (await import('./paper-desk.ts')).openPaperDesk(whole);
  return {
    bookCover: async (...asked) => (await open()).bookCover(...asked),
    monthVisits: async (...asked) => (await open()).monthVisits(...asked),
  };
}
