import type { VillageVisits } from '../../../register/lives/answers.ts';
import { bookCover } from '../../../register/lives/lists/book-cover.ts';
import { monthVisits } from '../../../register/lives/tasks/month-visits.ts';
import type { PaperApi } from '../../api/paper-api.ts';
import { breath } from '../../ports/breath.ts';
import type { BookSession } from '../book-session.ts';
import { readerOf } from '../meeting/slip-reader.ts';

export function openPaperDesk(whole: () => Promise<{ readonly session: BookSession }>): PaperApi {
  return {
    async bookCover(place) {
      const { session } = await whole();
      const { folk, today } = session.register;
      return bookCover(folk, place, readerOf(session), today());
    },
    async monthVisits(place, month) {
      const { session } = await whole();
      const { folk, role, today } = session.register;
      const found: VillageVisits[] = [];
      for (const { id, name } of folk.places.villages()) {
        if (!session.activation.places.includes(id) || (place !== '' && place !== id)) continue;
        found.push({ place: id, name, visits: monthVisits(folk, id, month, { today: today(), role }) });
        // Between two villages the worker answers the screens.
        await breath();
      }
      return found;
    },
  };
}
