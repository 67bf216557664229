import type { Indicator } from '../../../domain/indicator.ts';

/* Shares of the programme, each with both its parts. SRB of fewer than 100 births is shown grey, "số nhỏ". */

const percent = { vi: '%', en: '%' };

function share(
  key: string,
  label: Indicator['label'],
  [numerator, denominator]: readonly [string, string],
  law: string,
  isSinceNewYear?: true,
): Indicator {
  const parts = { is: 'ratio', numerator, denominator, times: 100 } as const;
  const rule = isSinceNewYear === undefined ? parts : { ...parts, isSinceNewYear };
  return { key, label, unit: percent, decimals: 1, rule, from: '2022-03-01', law };
}

const statistics = 'Hệ thống chỉ tiêu thống kê quốc gia (Luật Thống kê)';
const screening = 'Quyết định 1679/QĐ-TTg 2019 (Chiến lược Dân số Việt Nam đến năm 2030)';
const forms = 'Thông tư 01/2022/TT-BYT, biểu 01-DSH';

/** Boys of 100 girls. */
const sexRatioAtBirth: Indicator = {
  ...share('SRB', { vi: 'Tỷ số giới tính khi sinh', en: 'Sex ratio at birth' }, ['births_m', 'births_f'], statistics),
  unit: { vi: 'bé trai/100 bé gái', en: 'boys per 100 girls' },
};

/** Men of 100 women. */
const sexRatio: Indicator = {
  ...share('sex_ratio', { vi: 'Tỷ số giới tính của dân số', en: 'Sex ratio' }, ['pop_m_end', 'pop_f_end'], statistics),
  unit: { vi: 'nam/100 nữ', en: 'men per 100 women' },
};

export const shares: readonly Indicator[] = [
  sexRatioAtBirth,
  sexRatio,
  share(
    'share3',
    { vi: 'Tỷ lệ sinh con thứ 3 trở lên', en: 'Third children and later' },
    ['births_3plus', 'births'],
    forms,
  ),
  share(
    'CPR',
    { vi: 'Tỷ lệ sử dụng biện pháp tránh thai', en: 'Contraceptive prevalence' },
    ['users_end', 'mwra_end'],
    forms,
  ),
  share(
    'mCPR',
    { vi: 'Tỷ lệ sử dụng biện pháp tránh thai hiện đại', en: 'Modern contraceptive prevalence' },
    ['users_modern_end', 'mwra_end'],
    forms,
  ),
  share(
    'mCPR_all_women',
    { vi: 'Tỷ lệ phụ nữ 15–49 tuổi sử dụng biện pháp hiện đại', en: 'Modern methods among all women aged 15–49' },
    ['users_modern_end', 'w15_49_end'],
    forms,
  ),
  share(
    'premarital_rate',
    {
      vi: 'Tỷ lệ cặp kết hôn được tư vấn, khám sức khỏe trước kết hôn',
      en: 'Couples with premarital advice and check',
    },
    ['premarital_couples', 'marriages'],
    screening,
  ),
  share(
    'elder_check_rate',
    { vi: 'Tỷ lệ người cao tuổi được khám sức khỏe (từ đầu năm)', en: 'Elders checked since 1 January' },
    ['elder_checked', 'pop60_end'],
    'Luật Người cao tuổi, Điều 12',
    true,
  ),
  share(
    'SLTS_rate',
    { vi: 'Tỷ lệ bà mẹ mang thai được sàng lọc trước sinh (từ đầu năm)', en: 'Pregnancies screened since 1 January' },
    ['slts', 'pregnant'],
    screening,
    true,
  ),
  share(
    'SLSS_rate',
    { vi: 'Tỷ lệ trẻ được sàng lọc sơ sinh (từ đầu năm)', en: 'Newborns screened since 1 January' },
    ['slss', 'births'],
    screening,
    true,
  ),
];
