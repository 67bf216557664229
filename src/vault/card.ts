import { cardSyllables } from './card-syllables.ts';

/* The recovery card: four syllables, printed or copied once and kept at the station. */

const cardLength = 4;

/** Four syllables by fair draw: 2,048 = 2^11 divides 65,536, so no draw is favoured. */
export function drawCard(random: (length: number) => Uint8Array): readonly string[] {
  const bytes = random(2 * cardLength);
  return Array.from({ length: cardLength }, (_, at) => {
    const drawn = ((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0);
    return cardSyllables[drawn % cardSyllables.length] ?? '';
  });
}

/** What was typed, as it is on the card: accents, capitals, commas and spaces do not matter. "Nguyễn  HOÀ" → "nguyen hoa" */
export function cardText(typed: readonly string[]): string {
  const plain = typed.join(' ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return plain
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .join(' ');
}
