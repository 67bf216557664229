import type { CodeList } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';
import { withPrinted } from './printed.ts';

export const householdKind: CodeList = {
  name: 'household_kind',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục II, biểu 03-DSX, phần I, mục 1',
  codes: withPrinted('household_kind', [
    { key: 'family', label: { vi: 'Hộ gia đình', en: 'Family household' } },
    { key: 'collective', label: { vi: 'Hộ tập thể', en: 'Collective household' } },
  ]),
};
