import type { Words } from '../../domain/words.ts';

/** What a list says of something sensitive: a neighbour may be looking. */
export const privateWords: Words = { vi: 'Ghi ở trang riêng', en: 'Noted on the own page' };
