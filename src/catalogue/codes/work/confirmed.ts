import type { CodeList } from '../../../domain/field.ts';
import { formSet } from '../../forms/parts/form-set.ts';

/** What was asked again and is as it was: an answer too, that ends a task. */
export const confirmed: CodeList = {
  name: 'confirmed',
  ...formSet,
  law: 'Sổ A0/CTV ghi đúng sự thật, không biết không điền (Thông tư 01/2022/TT-BYT, Phụ lục I)',
  codes: [
    { key: 'away', label: { vi: 'Vẫn đang tạm vắng', en: 'Still away' } },
    { key: 'schooling', label: { vi: 'Trình độ học vấn không đổi', en: 'Schooling as before' } },
    { key: 'poverty', label: { vi: 'Hộ nghèo, cận nghèo không đổi', en: 'Poverty as before' } },
    { key: 'birth_date', label: { vi: 'Không ai biết rõ ngày sinh', en: 'Nobody knows the birth date' } },
  ],
};
