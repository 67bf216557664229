import type { CodeList } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';
import { withPrinted } from './printed.ts';

/** In the order of the paper sheet; people of a household stand in it. Three keys share one printed number. */
export const relation: CodeList = {
  name: 'relation',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I, cột 4',
  codes: withPrinted('relation', [
    { key: 'head', label: { vi: 'Chủ hộ', en: 'Head of household' } },
    {
      key: 'spouse',
      label: { vi: 'Vợ / chồng', en: 'Spouse' },
      bySex: { female: { vi: 'Vợ', en: 'Wife' }, male: { vi: 'Chồng', en: 'Husband' } },
    },
    {
      key: 'child',
      label: { vi: 'Con đẻ', en: 'Own child' },
      bySex: { female: { vi: 'Con gái', en: 'Daughter' }, male: { vi: 'Con trai', en: 'Son' } },
    },
    // An adopted child is a child: whoever looks at the household's page reads no more.
    { key: 'adopted', label: { vi: 'Con nuôi', en: 'Adopted child' }, shownAs: 'child' },
    { key: 'son_in_law', label: { vi: 'Con rể', en: 'Son-in-law' } },
    { key: 'daughter_in_law', label: { vi: 'Con dâu', en: 'Daughter-in-law' } },
    {
      key: 'parent',
      label: { vi: 'Bố / mẹ', en: 'Parent or parent-in-law' },
      bySex: { female: { vi: 'Mẹ', en: 'Mother' }, male: { vi: 'Bố', en: 'Father' } },
    },
    { key: 'grandchild', label: { vi: 'Cháu nội / ngoại', en: 'Grandchild' } },
    { key: 'other', label: { vi: 'Quan hệ khác', en: 'Other relation' } },
  ]),
};
