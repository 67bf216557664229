import type { CodeList } from '../../../domain/field.ts';
import { formSet } from '../../forms/parts/form-set.ts';

/** What was talked about. */
export const visitTopic: CodeList = {
  name: 'visit_topic',
  ...formSet,
  law: 'Thông tư 02/2021/TT-BYT, nội dung tuyên truyền, vận động, tư vấn',
  codes: [
    { key: 'register', label: { vi: 'Cập nhật sổ hộ', en: 'Updating the register' } },
    { key: 'method', label: { vi: 'Biện pháp tránh thai', en: 'Contraception' } },
    { key: 'pregnancy', label: { vi: 'Chăm sóc thai, sàng lọc trước sinh', en: 'Pregnancy care, prenatal screening' } },
    { key: 'newborn', label: { vi: 'Sàng lọc sơ sinh', en: 'Newborn screening' } },
    { key: 'elder', label: { vi: 'Sức khỏe người cao tuổi', en: 'Health of elders' } },
    { key: 'marriage', label: { vi: 'Tư vấn trước khi kết hôn', en: 'Premarital advice' } },
    { key: 'adolescent', label: { vi: 'Sức khỏe vị thành niên', en: 'Adolescent health' } },
    { key: 'other', label: { vi: 'Việc khác', en: 'Something else' } },
  ],
};
