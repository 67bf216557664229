import type { Words } from '../../../domain/words.ts';

interface AgedOut {
  readonly field: string;
  readonly sex: string;
  readonly years: number;
  readonly words: Words;
  readonly asks: Words;
  readonly lasting: readonly string[];
}

/**
 * Mục II follows a woman up to 49 years: at 50 she leaves every figure of methods in silence, and it is no stop. Beside the
 * method that is in use her own panel says so, and in that year what to ask her (Sổ A0/CTV, Mục II).
 */
export const agedOut: AgedOut = {
  field: 'method',
  sex: 'female',
  years: 50,
  words: { vi: 'đã đủ 50 tuổi, sổ thôi theo dõi', en: 'turned 50, followed no more' },
  /** In the year in which she turns 50, before and after the day. */
  asks: {
    vi: 'năm nay đủ 50 tuổi: hỏi còn dùng không, đã thôi thì ghi “Thôi sử dụng”',
    en: 'turns 50 this year: ask whether she still uses it',
  },
  /** Nobody stops using these. */
  lasting: ['ster_m', 'ster_f'],
};
