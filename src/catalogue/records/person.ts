import type { RecordDefinition } from '../../domain/record.ts';
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
    { key: 'ethnicity', label: { vi: 'Dân tộc', en: 'Ethnic group' }, type: { is: 'code', list: ethnicity } },
    { key: 'education', label: { vi: 'Trình độ học vấn', en: 'Education' }, type: { is: 'code', list: education } },
    {
      key: 'relation',
      label: { vi: 'Quan hệ với chủ hộ', en: 'Relation to head' },
      type: { is: 'code', list: relation },
    },
    { key: 'mother', label: { vi: 'Mẹ', en: 'Mother' }, type: { is: 'reference', to: 'person' } },
    { key: 'spouse', label: { vi: 'Vợ / chồng', en: 'Spouse' }, type: { is: 'reference', to: 'person' } },
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
    { key: 'status', label: { vi: 'Tình trạng', en: 'Status' }, type: { is: 'code', list: status }, isDated: true },
  ],
};
