import type { Words } from '../../domain/words.ts';

/** What screens say wherever they use a number of `norms.ts`. */
export const unverifiedWords: Words = {
  vi: 'Số tháng tối thiểu, tối đa, quy cách và mức dùng thường lệ là số tạm đặt, chưa đối chiếu với Quyết định 199/QĐ-BYT.',
  en: 'Months of stock, packs and usual needs are defaults, not compared with Decision 199/QĐ-BYT yet.',
};

const blister: Words = { vi: 'vỉ', en: 'blisters' };
const piece: Words = { vi: 'chiếc', en: 'pieces' };
const set: Words = { vi: 'bộ', en: 'sets' };

/** In what each product is counted. */
export const baseUnits: { readonly [product: string]: Words } = {
  BCS: piece,
  VUTT: blister,
  VUCB: blister,
  VKC: { vi: 'liều', en: 'doses' },
  TTTT: { vi: 'lọ', en: 'vials' },
  TC1: set,
  TC2: set,
  DCTC: piece,
};
