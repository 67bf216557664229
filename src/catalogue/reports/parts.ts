import type { Words } from '../../domain/words.ts';

/* Part I was seen on 03-DSX, the others are rebuilt: what they are called follows from what stands in them. */

export const partI: Words = { vi: 'I. Hộ và nhân khẩu', en: 'I. Households and people' };
export const partII: Words = {
  vi: 'II. Sinh, chết, kết hôn, ly hôn, đi và đến',
  en: 'II. Births, deaths, marriages, moves',
};
export const partIII: Words = { vi: 'III. Sử dụng biện pháp tránh thai', en: 'III. Use of contraception' };
export const partIV: Words = { vi: 'IV. Chất lượng dân số', en: 'IV. Quality of the population' };
export const partV: Words = { vi: 'V. Mạng lưới cộng tác viên', en: 'V. The network' };
