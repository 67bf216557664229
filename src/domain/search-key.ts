/*
 * Keys under which Vietnamese text is found and sorted. Folding lets "hoa" find "Hoà" and "Hòa" whichever way the tone
 * is placed; NFD alone does not reach đ. What cannot be seen, pasted along with a name, is no part of it.
 */

/** Soft hyphens, joiners, marks of direction, as far as texts that are pasted hold them. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Without accents and case, blanks made single: "Nguyễn  Thị Hoà" → "nguyen thi hoa", "Đặng" → "dang". */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(unseen, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/[\s-]+/g, ' ')
    .trim();
}

/** Same letters with their accents: what was typed exactly ranks first. */
export function exactKey(text: string): string {
  return text
    .normalize('NFC')
    .replace(unseen, '')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();
}

/** The tone mark behind the last vowel of oa, oe, uy: "hòa" and "hoà" (both spellings are taught) become one. */
export function toneKey(text: string): string {
  return text.normalize('NFD').replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])/g, '$1$3$2');
}

/** Folded, with the given (last) name first, as people here sort: "Nguyễn Thị Hoà" → "hoa nguyen thi". */
export function givenNameFirst(fullName: string): string {
  const words = foldText(fullName).split(' ');
  // Joined, not cut: a slice would keep its whole parent in memory, once for each of 60,000 people.
  return [words.at(-1) ?? '', ...words.slice(0, -1)].join(' ');
}

/**
 * What the spellings of one card or personal number have in common: no blanks, no capitals, and of a card of 15 places the
 * last ten, which are its holder's number (BHXH) and stand alone on the cards of today.
 */
export function cardKey(text: string): string {
  const number = foldText(text).replaceAll(' ', '');
  return number.length === 15 ? number.slice(-10) : number;
}
