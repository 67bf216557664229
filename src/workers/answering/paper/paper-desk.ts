import { bookCover } from '../../../register/lives/lists/book-cover.ts';
import type { PaperApi } from '../../api/paper-api.ts';
import type { BookSession } from '../book-session.ts';
import { readerOf } from '../meeting/slip-reader.ts';

export function openPaperDesk(whole: () => Promise<{ readonly session: BookSession }>): PaperApi {
  return {
    async bookCover(place) {
      const { session } = await whole();
      const { folk, today } = session.register;
      return bookCover(folk, place, readerOf(session), today());
    },
  };
}
