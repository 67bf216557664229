import type { CodeList } from '../../../domain/field.ts';

/** Codes 1 to 7 are modern; code 8 was recalled, not seen in print. */
export const method: CodeList = {
  name: 'method',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục II, mã biện pháp tránh thai',
  printedFrom: 'recalled',
  codes: [
    { key: 'iud', label: { vi: 'Vòng tránh thai (DCTC)', en: 'IUD' }, printed: '1' },
    { key: 'ster_m', label: { vi: 'Triệt sản nam', en: 'Vasectomy' }, printed: '2' },
    { key: 'ster_f', label: { vi: 'Triệt sản nữ', en: 'Tubal ligation' }, printed: '3' },
    { key: 'condom', label: { vi: 'Bao cao su', en: 'Condom' }, printed: '4' },
    { key: 'pill', label: { vi: 'Viên uống tránh thai', en: 'Pill' }, printed: '5' },
    { key: 'inject', label: { vi: 'Thuốc tiêm tránh thai', en: 'Injectable' }, printed: '6' },
    { key: 'implant', label: { vi: 'Thuốc cấy tránh thai', en: 'Implant' }, printed: '7' },
    { key: 'other', label: { vi: 'Biện pháp khác', en: 'Other or traditional' }, printed: '8' },
  ],
};
