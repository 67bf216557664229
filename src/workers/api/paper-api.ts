import type { BookCover, VillageVisits } from '../../register/lives/answers.ts';

/** What the pages that are printed ask of the worker, where no page of the screen asks it. */
export interface PaperApi {
  /** The cover of a village's book, and its list of areas; nothing for a village that this device does not keep. */
  bookCover(place: string): Promise<BookCover | undefined>;
  /** Whom to visit in a month ("2026-11"), village by village; of one village, or of all this device keeps (`''`). */
  monthVisits(place: string, month: string): Promise<readonly VillageVisits[]>;
}
