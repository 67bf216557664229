import type { CodeList } from '../../../domain/field.ts';
import { formSet } from '../../forms/parts/form-set.ts';

/** How people were reached. */
export const visitKind: CodeList = {
  name: 'visit_kind',
  ...formSet,
  law: 'Thông tư 02/2021/TT-BYT, nhiệm vụ của cộng tác viên dân số',
  codes: [
    { key: 'home', label: { vi: 'Thăm hộ', en: 'Home visit' } },
    { key: 'call', label: { vi: 'Gọi điện', en: 'Phone call' } },
    { key: 'talk', label: { vi: 'Nói chuyện, tư vấn nhóm', en: 'Talk' } },
  ],
};
