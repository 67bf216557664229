import { foldText } from './search-key.ts';

/**
 * What the spellings of one card or personal number have in common: no blanks, no capitals, and of a card of 15 places the
 * last ten, which are its holder's number (BHXH) and stand alone on the cards of today.
 */
export function cardKey(text: string): string {
  const number = foldText(text).replaceAll(' ', '');
  return number.length === 15 ? number.slice(-10) : number;
}
