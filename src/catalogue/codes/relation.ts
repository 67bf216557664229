import type { CodeList } from '../../domain/field.ts';

/** In the order of the paper sheet; people of a household stand in it. Three keys share one printed number. */
export const relation: CodeList = {
  name: 'relation',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I, cột 4',
  printedFrom: 'recalled',
  codes: [
    { key: 'head', label: { vi: 'Chủ hộ', en: 'Head of household' }, printed: '1' },
    {
      key: 'spouse',
      label: { vi: 'Vợ / chồng', en: 'Spouse' },
      bySex: { female: { vi: 'Vợ', en: 'Wife' }, male: { vi: 'Chồng', en: 'Husband' } },
      printed: '2',
    },
    {
      key: 'child',
      label: { vi: 'Con đẻ', en: 'Own child' },
      bySex: { female: { vi: 'Con gái', en: 'Daughter' }, male: { vi: 'Con trai', en: 'Son' } },
      printed: '3',
    },
    // An adopted child is a child: whoever looks at the household's page reads no more.
    { key: 'adopted', label: { vi: 'Con nuôi', en: 'Adopted child' }, printed: '4', shownAs: 'child' },
    { key: 'son_in_law', label: { vi: 'Con rể', en: 'Son-in-law' }, printed: '4' },
    { key: 'daughter_in_law', label: { vi: 'Con dâu', en: 'Daughter-in-law' }, printed: '4' },
    {
      key: 'parent',
      label: { vi: 'Bố / mẹ', en: 'Parent or parent-in-law' },
      bySex: { female: { vi: 'Mẹ', en: 'Mother' }, male: { vi: 'Bố', en: 'Father' } },
      printed: '5',
    },
    { key: 'grandchild', label: { vi: 'Cháu nội / ngoại', en: 'Grandchild' }, printed: '6' },
    { key: 'other', label: { vi: 'Khác', en: 'Other' }, printed: '7' },
  ],
};
