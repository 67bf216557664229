import { livesWords } from '../../../ui/words/lives-words.ts';
import type { Who } from '../../../workers/api/phone-api.ts';

/** In an address, in place of a unit id: all that this device holds. */
export const everywhere = 'all';

export function placeName(who: Who, place: string): string {
  if (place === everywhere) return livesWords.value.book.everywhere;
  return who.places.find(({ id }) => id === place)?.name ?? '';
}
