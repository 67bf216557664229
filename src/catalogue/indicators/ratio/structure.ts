import type { Indicator } from '../../../domain/figure/indicator.ts';
import { mean, nationalList, proportion, share } from './quotient.ts';

/* The population by sex and age. Where Viet Nam and the world draw the line at other ages, both stand and say so. */

const aged = `${nationalList}; Luật Người cao tuổi, Điều 2 (người cao tuổi từ đủ 60 tuổi)`;

export const structure: readonly Indicator[] = [
  mean(
    'hh_size',
    { vi: 'Quy mô hộ bình quân', en: 'People a household' },
    { vi: 'người/hộ', en: 'people a household' },
    { of: ['pop_end', 'hh_total'] },
  ),
  proportion(
    'sex_ratio',
    { vi: 'Tỷ số giới tính của dân số', en: 'Sex ratio of the population' },
    { of: ['pop_m_end', 'pop_f_end'] },
    { vi: 'nam/100 nữ', en: 'men per 100 women' },
  ),
  share(
    'share60',
    { vi: 'Tỷ trọng dân số từ 60 tuổi', en: 'Share aged 60 and over' },
    {
      of: ['pop60_end', 'pop_end'],
      law: aged,
    },
  ),
  share(
    'share65',
    { vi: 'Tỷ trọng dân số từ 65 tuổi', en: 'Share aged 65 and over' },
    { of: ['pop65_end', 'pop_end'] },
  ),
  proportion(
    'ageing_index',
    { vi: 'Chỉ số già hóa (từ 60 tuổi, cách tính của Việt Nam)', en: 'Ageing index (60+, as in Viet Nam)' },
    { of: ['pop60_end', 'pop_u15_end'], law: aged },
  ),
  proportion(
    'ageing_index_65',
    { vi: 'Chỉ số già hóa (từ 65 tuổi, cách tính quốc tế)', en: 'Ageing index (65+, international)' },
    { of: ['pop65_end', 'pop_u15_end'] },
  ),
  proportion(
    'child_dep',
    { vi: 'Tỷ số phụ thuộc trẻ (dưới 15 / 15–64 tuổi)', en: 'Child dependency (under 15 / 15–64)' },
    { of: ['pop_u15_end', 'pop15_64_end'] },
  ),
  proportion(
    'old_dep',
    { vi: 'Tỷ số phụ thuộc già (từ 65 / 15–64 tuổi, quốc tế)', en: 'Old-age dependency (65+ / 15–64, international)' },
    { of: ['pop65_end', 'pop15_64_end'] },
  ),
  proportion(
    'old_dep_60',
    { vi: 'Tỷ số phụ thuộc già (từ 60 / 15–59 tuổi, Việt Nam)', en: 'Old-age dependency (60+ / 15–59, Viet Nam)' },
    { of: ['pop60_end', 'pop15_59_end'], law: aged },
  ),
  {
    key: 'pop_dependent_end',
    label: { vi: 'Số người dưới 15 và từ 65 tuổi', en: 'People under 15 or aged 65 and over' },
    unit: { vi: 'người', en: 'people' },
    decimals: 0,
    rule: {
      is: 'sum',
      of: [
        { indicator: 'pop_u15_end', times: 1 },
        { indicator: 'pop65_end', times: 1 },
      ],
    },
    from: '2022-03-01',
    law: nationalList,
  },
  proportion(
    'total_dep',
    { vi: 'Tỷ số phụ thuộc chung (dưới 15 và từ 65 / 15–64 tuổi)', en: 'Total dependency (under 15 and 65+ / 15–64)' },
    { of: ['pop_dependent_end', 'pop15_64_end'] },
  ),
];
