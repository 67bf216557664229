import type { RecordDefinition } from '../../domain/record.ts';
import { contactWish } from '../codes/care/contact-wish.ts';
import { method } from '../codes/care/method.ts';
import { education } from '../codes/education.ts';
import { ethnicity } from '../codes/ethnicity.ts';
import { marital } from '../codes/marital.ts';
import { relation } from '../codes/relation.ts';
import { residence } from '../codes/residence.ts';
import { sex } from '../codes/sex.ts';
import { status } from '../codes/status.ts';

/** One line of a sheet. Household, residence, marriage and status move with facts only. */
export const person: RecordDefinition = {
  kind: 'person',
  nature: 'state',
  label: { vi: 'Nhân khẩu', en: 'Person' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I "Thông tin cơ bản"',
  placeThrough: 'household',
  opensAt: 'birthDate',
  fields: [
    {
      key: 'fullName',
      label: { vi: 'Họ và tên', en: 'Full name' },
      type: { is: 'name' },
      isRequired: true,
      disagrees: true,
    },
    { key: 'sex', label: { vi: 'Giới tính', en: 'Sex' }, type: { is: 'code', list: sex }, disagrees: true },
    {
      key: 'birthDate',
      label: { vi: 'Ngày sinh', en: 'Birth date' },
      type: { is: 'date', partial: true },
      disagrees: true,
    },
    {
      key: 'birthDateSaid',
      label: { vi: 'Ngày sinh như người dân kể (âm lịch, can chi)', en: 'Birth date as told (lunar, zodiac)' },
      type: { is: 'text', maxLength: 60 },
    },
    { key: 'ethnicity', label: { vi: 'Dân tộc', en: 'Ethnic group' }, type: { is: 'code', list: ethnicity } },
    { key: 'education', label: { vi: 'Trình độ học vấn', en: 'Education' }, type: { is: 'code', list: education } },
    {
      key: 'relation',
      label: { vi: 'Quan hệ với chủ hộ', en: 'Relation to head' },
      type: { is: 'code', list: relation },
    },
    { key: 'mother', label: { vi: 'Mẹ', en: 'Mother' }, type: { is: 'reference', to: 'person' } },
    { key: 'father', label: { vi: 'Cha', en: 'Father' }, type: { is: 'reference', to: 'person' } },
    {
      key: 'spouse',
      label: { vi: 'Vợ / chồng', en: 'Spouse' },
      type: { is: 'reference', to: 'person' },
      isDated: true,
      // On paper one line of the two often says it for both.
      namesBack: { not: { oneOf: [{ path: 'it.marital' }, ['single', 'divorced']] } },
    },
    { key: 'phone', label: { vi: 'Số điện thoại', en: 'Phone' }, type: { is: 'phone' } },
    {
      key: 'insuranceNo',
      label: { vi: 'Số thẻ BHYT', en: 'Health insurance number' },
      type: { is: 'text', maxLength: 15 },
      disagrees: true,
      isSensitive: true,
    },
    {
      key: 'household',
      label: { vi: 'Hộ', en: 'Household' },
      type: { is: 'reference', to: 'household' },
      isDated: true,
    },
    {
      key: 'residence',
      label: { vi: 'Tình trạng cư trú', en: 'Residence' },
      type: { is: 'code', list: residence },
      isDated: true,
    },
    {
      key: 'marital',
      label: { vi: 'Tình trạng hôn nhân', en: 'Marital status' },
      type: { is: 'code', list: marital },
      isDated: true,
    },
    {
      key: 'nationalId',
      label: { vi: 'Số định danh cá nhân', en: 'National id' },
      type: { is: 'text', maxLength: 12 },
      disagrees: true,
      isSensitive: true,
    },
    { key: 'disability', label: { vi: 'Khuyết tật', en: 'Disability' }, type: { is: 'boolean' }, isSensitive: true },
    {
      key: 'contactWish',
      label: { vi: 'Mong muốn liên lạc', en: 'Contact wish' },
      type: { is: 'code', list: contactWish },
      isSensitive: true,
    },
    {
      key: 'awaySince',
      label: { vi: 'Tạm vắng từ ngày', en: 'Away since' },
      type: { is: 'date', partial: true },
    },
    { key: 'awayWhere', label: { vi: 'Nơi đang ở', en: 'Where' }, type: { is: 'text', maxLength: 200 } },
    { key: 'awayWhy', label: { vi: 'Lý do vắng', en: 'Why away' }, type: { is: 'text', maxLength: 200 } },
    {
      key: 'method',
      label: { vi: 'Biện pháp tránh thai đang dùng', en: 'Method in use' },
      type: { is: 'code', list: method },
      isDated: true,
      isSensitive: true,
    },
    { key: 'note', label: { vi: 'Ghi chú', en: 'Note' }, type: { is: 'text', maxLength: 300 } },
    { key: 'status', label: { vi: 'Tình trạng', en: 'Status' }, type: { is: 'code', list: status }, isDated: true },
  ],
};
