import type { CodeList } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';

/** Where somebody really lives (six months or settled), whatever the police register says. Who moved out has status left. */
export const residence: CodeList = {
  name: 'residence',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I, cột 10',
  codes: [
    { key: 'usual_present', label: { vi: 'Thực tế thường trú, đang có mặt', en: 'Usual resident, present' } },
    { key: 'usual_absent', label: { vi: 'Thực tế thường trú, tạm vắng', en: 'Usual resident, away' } },
    { key: 'temporary', label: { vi: 'Tạm trú', en: 'Temporary resident' } },
  ],
};
