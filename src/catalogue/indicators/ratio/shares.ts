import type { Indicator } from '../../../domain/figure/indicator.ts';
import { forEachMethod } from '../care/plain.ts';
import type { Choices } from '../choices.ts';
import { law01Dsh, nationalList, proportion, share } from './quotient.ts';

/* Shares of the programme's own counts. */

const strategy = 'Quyết định 1679/QĐ-TTg 2019 (Chiến lược Dân số Việt Nam đến năm 2030)';
/** On fewer births chance rules the ratio of boys to girls. */
const small = { of: 'births', below: 100 } as const;

export const birthShares: readonly Indicator[] = [
  proportion(
    'SRB',
    { vi: 'Tỷ số giới tính khi sinh', en: 'Sex ratio at birth' },
    { of: ['births_m', 'births_f'], small },
    { vi: 'bé trai/100 bé gái', en: 'boys per 100 girls' },
  ),
  {
    key: 'SRB_change',
    label: { vi: 'Tỷ số giới tính khi sinh tăng, giảm so với cùng kỳ', en: 'Sex ratio at birth against last year' },
    unit: { vi: 'điểm', en: 'points' },
    decimals: 1,
    rule: { is: 'change', of: 'SRB' },
    small,
    from: '2022-03-01',
    law: `${nationalList}; Công văn 66/TCDS-KHTC 2021 (chỉ tiêu giảm tỷ số giới tính khi sinh so với năm trước)`,
  },
  share('share2', { vi: 'Tỷ lệ sinh con thứ 2', en: 'Second children' }, { of: ['births_2', 'births'], law: law01Dsh }),
  share(
    'share3',
    { vi: 'Tỷ lệ sinh con thứ 3 trở lên', en: 'Third children and later' },
    {
      of: ['births_3plus', 'births'],
      law: law01Dsh,
    },
  ),
  share(
    'premarital_rate',
    {
      vi: 'Tỷ lệ cặp kết hôn được tư vấn, khám sức khỏe trước kết hôn',
      en: 'Couples with premarital advice and check',
    },
    { of: ['premarital_couples', 'marriages'], law: strategy },
  ),
];

const prevalence = { law: law01Dsh, isSensitive: true } as const;

export const methodShares: readonly Indicator[] = [
  share(
    'CPR',
    { vi: 'Tỷ lệ sử dụng biện pháp tránh thai của phụ nữ 15–49 tuổi có chồng', en: 'Contraceptive prevalence' },
    { of: ['users_end', 'mwra_end'], ...prevalence },
  ),
  share(
    'mCPR',
    {
      vi: 'Tỷ lệ sử dụng biện pháp tránh thai hiện đại của phụ nữ 15–49 tuổi có chồng',
      en: 'Modern contraceptive prevalence among married women aged 15–49',
    },
    { of: ['users_modern_end', 'mwra_end'], ...prevalence },
  ),
  share(
    'mCPR_all_women',
    {
      vi: 'Tỷ lệ sử dụng biện pháp tránh thai hiện đại tính trên mọi phụ nữ 15–49 tuổi',
      en: 'Modern methods among all women aged 15–49',
    },
    { of: ['users_modern_end', 'w15_49_end'], ...prevalence },
  ),
  ...forEachMethod('method_mix', { vi: 'Cơ cấu biện pháp tránh thai', en: 'Method mix' }, ({ key, label, method }) =>
    share(key, label, { of: [`users_end[${method}]`, 'users_end'], ...prevalence }),
  ),
];

/** Cumulative since 1 January only: whoever is screened in June may have been known to be pregnant in March. */
export function careShares({ mothersOver, newbornsOver }: Choices): readonly Indicator[] {
  return [
    share(
      'SLTS_rate',
      { vi: 'Tỷ lệ bà mẹ mang thai được sàng lọc trước sinh (từ đầu năm)', en: 'Pregnancies screened since 1 January' },
      {
        of: ['slts', mothersOver],
        law: strategy,
        isSinceNewYear: true,
        isSensitive: true,
        remark: {
          above: 100,
          words: {
            vi: 'Trên 100 %: có cả sàng lọc của lần mang thai ghi từ năm trước.',
            en: 'Over 100 %: pregnancies known last year are screened this year.',
          },
        },
      },
    ),
    share(
      'SLSS_rate',
      { vi: 'Tỷ lệ trẻ được sàng lọc sơ sinh (từ đầu năm)', en: 'Newborns screened since 1 January' },
      {
        of: ['slss', newbornsOver],
        law: strategy,
        isSinceNewYear: true,
        isSensitive: true,
        remark: {
          above: 100,
          words: {
            vi: 'Trên 100 %: có cả trẻ sinh từ năm trước.',
            en: 'Over 100 %: children born last year are screened this year.',
          },
        },
      },
    ),
    share(
      'elder_check_rate',
      { vi: 'Tỷ lệ người cao tuổi được khám sức khỏe (từ đầu năm)', en: 'Elders checked since 1 January' },
      {
        of: ['elder_checked', 'pop60_end'],
        law: 'Luật Người cao tuổi, Điều 12',
        isSinceNewYear: true,
        remark: {
          above: 100,
          words: {
            vi: 'Trên 100 %: có người đã khám, nay đã chết hoặc chuyển đi.',
            en: 'Over 100 %: some who were checked died or moved out since.',
          },
        },
      },
    ),
  ];
}
