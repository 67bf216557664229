import type { CodeList } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';

export const education: CodeList = {
  name: 'education',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I, cột 8',
  codes: [
    { key: 'none', label: { vi: 'Chưa đi học', en: 'No schooling' } },
    { key: 'primary', label: { vi: 'Tiểu học', en: 'Primary' }, short: 'TH' },
    { key: 'lower_sec', label: { vi: 'Trung học cơ sở', en: 'Lower secondary' }, short: 'THCS' },
    { key: 'upper_sec', label: { vi: 'Trung học phổ thông', en: 'Upper secondary' }, short: 'THPT' },
    { key: 'vocational', label: { vi: 'Trung cấp', en: 'Vocational' } },
    { key: 'college', label: { vi: 'Cao đẳng', en: 'College' } },
    { key: 'university', label: { vi: 'Đại học', en: 'University' } },
    { key: 'postgrad', label: { vi: 'Trên đại học', en: 'Postgraduate' } },
  ],
};
