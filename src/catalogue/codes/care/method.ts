import type { CodeList } from '../../../domain/field.ts';
import { formSet } from '../../forms/parts/form-set.ts';
import { withPrinted } from '../printed.ts';

/** Codes 1 to 7 are modern; code 8 was recalled, not seen in print. */
export const method: CodeList = {
  name: 'method',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục II, mã biện pháp tránh thai',
  codes: withPrinted('method', [
    { key: 'iud', label: { vi: 'Vòng tránh thai (DCTC)', en: 'IUD' } },
    { key: 'ster_m', label: { vi: 'Triệt sản nam', en: 'Vasectomy' } },
    { key: 'ster_f', label: { vi: 'Triệt sản nữ', en: 'Tubal ligation' } },
    { key: 'condom', label: { vi: 'Bao cao su', en: 'Condom' } },
    { key: 'pill', label: { vi: 'Viên uống tránh thai', en: 'Pill' } },
    { key: 'inject', label: { vi: 'Thuốc tiêm tránh thai', en: 'Injectable' } },
    { key: 'implant', label: { vi: 'Thuốc cấy tránh thai', en: 'Implant' } },
    { key: 'other', label: { vi: 'Biện pháp khác', en: 'Other or traditional' } },
  ]),
};
