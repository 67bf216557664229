import type { CodeList } from '../../../domain/field.ts';
import { formSet } from '../../forms/parts/form-set.ts';

/** Of a fact that is recorded without a name. */
export const ageGroup: CodeList = {
  name: 'age_group',
  ...formSet,
  law: 'Ghi không nêu tên: chỉ thôn và nhóm tuổi, theo Luật 91/2025/QH15 (tối thiểu hóa dữ liệu)',
  codes: [
    { key: 'under18', label: { vi: 'Dưới 18 tuổi', en: 'Under 18' } },
    { key: '18_19', label: { vi: '18–19 tuổi', en: '18–19' } },
    { key: '20_34', label: { vi: '20–34 tuổi', en: '20–34' } },
    { key: '35_49', label: { vi: '35–49 tuổi', en: '35–49' } },
  ],
};
