import type { RecordDefinition } from '../../../domain/record.ts';
import { deliveryPlace } from '../../codes/delivery-place.ts';
import { residence } from '../../codes/residence.ts';

/** From its day on the child lives, in that household; a temporary mother's child starts as temporary. */
export const birth: RecordDefinition = {
  kind: 'birth',
  nature: 'fact',
  label: { vi: 'Sinh', en: 'Birth' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 1 "Trẻ sinh ra"',
  dateField: 'date',
  phase: 'first',
  livedBy: ['mother'],
  fields: [
    { key: 'date', label: { vi: 'Ngày sinh', en: 'Date of birth' }, type: { is: 'date' }, isRequired: true },
    { key: 'child', label: { vi: 'Con', en: 'Child' }, type: { is: 'reference', to: 'person' }, isRequired: true },
    { key: 'mother', label: { vi: 'Mẹ', en: 'Mother' }, type: { is: 'reference', to: 'person' } },
    // Of a mother who is in no book: a foundling's is unknown.
    { key: 'motherName', label: { vi: 'Họ tên mẹ', en: "Mother's name" }, type: { is: 'name' } },
    {
      key: 'motherBirthDate',
      label: { vi: 'Ngày sinh của mẹ', en: "Mother's date of birth" },
      type: { is: 'date', partial: true },
    },
    {
      key: 'household',
      label: { vi: 'Hộ', en: 'Household' },
      type: { is: 'reference', to: 'household' },
      isRequired: true,
    },
    {
      key: 'order',
      label: { vi: 'Con thứ mấy của mẹ', en: "Which of the mother's children" },
      type: { is: 'integer', min: 1, max: 20 },
    },
    {
      key: 'deliveryPlace',
      label: { vi: 'Nơi đẻ', en: 'Place of delivery' },
      type: { is: 'code', list: deliveryPlace },
    },
    { key: 'multiple', label: { vi: 'Sinh đôi trở lên', en: 'Twins or more' }, type: { is: 'boolean' } },
    {
      key: 'firstOrder',
      label: { vi: 'Trẻ ra đầu tiên là con thứ mấy', en: "Which of the mother's children came out first" },
      type: { is: 'integer', min: 1, max: 20 },
    },
    {
      key: 'residence',
      label: { vi: 'Tình trạng cư trú của con', en: "Child's residence" },
      type: { is: 'code', list: residence },
      isRequired: true,
    },
    // Dated anew when the child's birth date was mended: the fact it stands for.
    { key: 'replaces', label: { vi: 'Ghi lại của', en: 'Told anew' }, type: { is: 'text', maxLength: 80 } },
    { key: 'asked', label: { vi: 'Đã hỏi lại', en: 'Doubts confirmed' }, type: { is: 'marks' } },
  ],
  effects: [
    {
      target: 'child',
      set: {
        household: { field: 'household' },
        residence: { field: 'residence' },
        marital: { value: 'single' },
        status: { value: 'active' },
      },
    },
  ],
};
