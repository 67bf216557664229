import type { Indicator } from '../../../domain/figure/indicator.ts';
import { bandOn, fertileBands } from '../../rules/age/age-bands.ts';
import { becomesResident } from '../../rules/becomes-resident.ts';
import { bornOfMother, dayOfFact } from '../../rules/women.ts';

const plain = { unit: { vi: 'người', en: 'people' }, decimals: 0, from: '2022-03-01' } as const;

/** Births dated in the period whose child was resident on that day; nobody is born twice, or after living here. */
export const births: Indicator = {
  ...plain,
  key: 'births',
  label: { vi: 'Tổng số trẻ sinh ra trong kỳ', en: 'Births in the period' },
  rule: {
    is: 'flow',
    of: [{ fact: 'birth', subject: 'child', where: becomesResident('child') }],
    by: [bandOn(bornOfMother, dayOfFact)],
  },
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 4',
};

/** Of these, by the age of the mother on that day. */
export const birthsByAge: readonly Indicator[] = fertileBands.map(({ key, words }) => ({
  ...plain,
  key: `births_by_age[${key}]`,
  label: { vi: `Số trẻ có mẹ ${words} tuổi`, en: `Births to mothers aged ${words}` },
  rule: { is: 'part', of: births.key, groups: [key] },
  law: 'Hệ thống chỉ tiêu thống kê quốc gia (Luật Thống kê): tỷ suất sinh đặc trưng theo tuổi',
}));
