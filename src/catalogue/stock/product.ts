import type { CodeList } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';

/** What is kept in a store. Keys are the short names that orders and files use. */
export const product: CodeList = {
  name: 'product',
  ...formSet,
  law: 'Quyết định 199/QĐ-BYT ngày 20/4/2009 về quản lý hậu cần phương tiện tránh thai',
  codes: [
    { key: 'BCS', label: { vi: 'Bao cao su', en: 'Condom' } },
    { key: 'VUTT', label: { vi: 'Viên uống tránh thai', en: 'Combined pill' } },
    { key: 'VUCB', label: { vi: 'Viên uống cho con bú', en: 'Pill while breastfeeding' } },
    { key: 'VKC', label: { vi: 'Viên tránh thai khẩn cấp', en: 'Emergency pill' } },
    { key: 'TTTT', label: { vi: 'Thuốc tiêm tránh thai', en: 'Injectable' } },
    { key: 'TC1', label: { vi: 'Thuốc cấy 1 que', en: 'Implant, one rod' } },
    { key: 'TC2', label: { vi: 'Thuốc cấy 2 que', en: 'Implant, two rods' } },
    { key: 'DCTC', label: { vi: 'Dụng cụ tử cung TCu-380A', en: 'IUD TCu-380A' } },
  ],
};

/** A collaborator hands out condoms and pills only: Thông tư 02/2021/TT-BYT. */
export const collaboratorProducts: readonly string[] = ['BCS', 'VUTT', 'VUCB'];

/** Products by the method that they are. */
export const methodProducts: readonly (readonly [method: string, products: readonly string[]])[] = [
  ['condom', ['BCS']],
  ['pill', ['VUTT', 'VUCB']],
  ['inject', ['TTTT']],
  ['implant', ['TC1', 'TC2']],
  ['iud', ['DCTC']],
];
