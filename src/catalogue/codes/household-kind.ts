import type { CodeList } from '../../domain/field.ts';

export const householdKind: CodeList = {
  name: 'household_kind',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục II, biểu 03-DSX, phần I, mục 1',
  printedFrom: 'recalled',
  codes: [
    { key: 'family', label: { vi: 'Hộ gia đình', en: 'Family household' }, printed: '1' },
    { key: 'collective', label: { vi: 'Hộ tập thể', en: 'Collective household' }, printed: '2' },
  ],
};
