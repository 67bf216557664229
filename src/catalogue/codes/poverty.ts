import type { CodeList } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';

export const poverty: CodeList = {
  name: 'poverty',
  ...formSet,
  law: 'Không in trong Sổ A0/CTV; theo chuẩn nghèo đa chiều hiện hành của Chính phủ',
  codes: [
    { key: 'none', label: { vi: 'Không nghèo', en: 'Not poor' } },
    { key: 'near', label: { vi: 'Cận nghèo', en: 'Near-poor' } },
    { key: 'poor', label: { vi: 'Nghèo', en: 'Poor' } },
  ],
};
