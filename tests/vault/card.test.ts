import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { cardText, drawCard } from '../../src/vault/card.ts';
import { cardSyllables } from '../../src/vault/card-syllables.ts';
import { random } from './node-argon.ts';

test('four of 2,048 syllables carry 44 bits', () => {
  expect(new Set(cardSyllables).size).toBe(2048);
  expect(Math.log2(cardSyllables.length) * 4).toBe(44);
  expect(cardSyllables.every((syllable) => /^[a-z]{2,7}$/.test(syllable))).toBe(true);
});

test('syllables are spelt as Vietnamese spells them', () => {
  expect(cardSyllables).toEqual(expect.arrayContaining(['ke', 'nghi', 'ghe', 'qua', 'truong', 'nguyen', 'gia']));
  expect(cardSyllables.filter((syllable) => /^(ce|ci|ge|ngi|nge|ka|ko|gha|ngha)/.test(syllable))).toEqual([]);
});

test('the list of version 1 never moves', () => {
  const print = createHash('sha256').update(cardSyllables.join(' ')).digest('hex').slice(0, 16);
  expect(print).toMatchInlineSnapshot(`"423720d9874c83a1"`);
});

test('each card is another one', () => {
  const cards = Array.from({ length: 200 }, () => drawCard(random).join(' '));
  expect(new Set(cards).size).toBe(200);
  expect(cards.every((card) => card.split(' ').every((word) => cardSyllables.includes(word)))).toBe(true);
});

test('a card may be typed with accents, capitals, commas and too many spaces', () => {
  const read = 'dang nguyen hoa sua';
  expect(cardText(['dang', 'nguyen', 'hoa', 'sua'])).toBe(read);
  expect(cardText([' Đặng NGUYỄN,', 'hoà', '', 'sữa '])).toBe(read);
  expect(cardText(['Đặng  nguyễn - hóa; sửa'])).toBe(read);
  expect(cardText(['dang', 'nguyen', 'hoa', 'sau'])).not.toBe(read);
});
