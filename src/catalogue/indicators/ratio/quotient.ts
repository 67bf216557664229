import type { Indicator } from '../../../domain/figure/indicator.ts';
import type { Words } from '../../../domain/words.ts';

/* How ratios are written down. Both parts travel with each; higher levels sum the parts, then divide. */

export const percent: Words = { vi: '%', en: '%' };
const perThousand: Words = { vi: '‰', en: 'per 1,000' };
const perHundred: Words = { vi: 'người/100 người', en: 'per 100 people' };

export const nationalList = 'Hệ thống chỉ tiêu thống kê quốc gia (Luật Thống kê)';
export const law01Dsh = 'Thông tư 01/2022/TT-BYT, biểu 01-DSH';

interface Quotient {
  readonly of: readonly [numerator: string, denominator: string];
  readonly law?: string;
  readonly decimals?: number;
  readonly isSinceNewYear?: true;
  readonly isSensitive?: true;
  readonly remark?: NonNullable<Indicator['remark']>;
  readonly small?: NonNullable<Indicator['small']>;
}

function quotient(key: string, label: Words, unit: Words, times: number, given: Quotient): Indicator {
  const { of, law = nationalList, decimals = 1, isSinceNewYear, ...more } = given;
  const [numerator, denominator] = of;
  const rule = { is: 'ratio', numerator, denominator, times, ...(isSinceNewYear && { isSinceNewYear }) } as const;
  return { ...more, key, label, unit, decimals, rule, from: '2022-03-01', law };
}

/** So many of a hundred. */
export function share(key: string, label: Words, given: Quotient): Indicator {
  return quotient(key, label, percent, 100, given);
}

/** So many for each hundred of others. */
export function proportion(key: string, label: Words, given: Quotient, unit = perHundred): Indicator {
  return quotient(key, label, unit, 100, given);
}

/** So many of a thousand, over the period as it is: a month's rate is not blown up to a year's. */
export function rate(key: string, label: Words, given: Quotient): Indicator {
  return quotient(key, label, perThousand, 1000, given);
}

/** How many to one. */
export function mean(key: string, label: Words, unit: Words, given: Quotient): Indicator {
  return quotient(key, label, unit, 1, given);
}
