import type { CodeList } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';

export const poverty: CodeList = {
  name: 'poverty',
  ...formSet,
  law: 'Không in trong Sổ A0/CTV; theo chuẩn nghèo đa chiều hiện hành của Chính phủ',
  codes: [
    { key: 'none', label: { vi: 'Không nghèo', en: 'Not poor' } },
    { key: 'near', label: { vi: 'Hộ cận nghèo', en: 'Near-poor household' } },
    { key: 'poor', label: { vi: 'Hộ nghèo', en: 'Poor household' } },
  ],
};
