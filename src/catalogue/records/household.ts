import type { RecordDefinition } from '../../domain/record.ts';
import { householdKind } from '../codes/household-kind.ts';
import { poverty } from '../codes/poverty.ts';

/** One sheet of the book; without a number until the officer gives one. Its place is its village; poverty and phone are not in the book and stay optional. */
export const household: RecordDefinition = {
  kind: 'household',
  nature: 'state',
  stoodIn: 'formerPlaces',
  label: { vi: 'Hộ', en: 'Household' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, phần thông tin hộ',
  fields: [
    {
      key: 'number',
      label: { vi: 'Hộ số', en: 'Household number' },
      type: { is: 'integer', min: 1, max: 99_999 },
      disagrees: true,
    },
    {
      key: 'area',
      label: { vi: 'Địa bàn đánh số', en: 'Numbering area' },
      type: { is: 'text', maxLength: 60 },
      disagrees: true,
    },
    { key: 'formerNumbers', label: { vi: 'Hộ số cũ', en: 'Former numbers' }, type: { is: 'marks' } },
    {
      key: 'address',
      label: { vi: 'Địa chỉ hộ', en: 'Address' },
      type: { is: 'text', maxLength: 200 },
      disagrees: true,
    },
    { key: 'kind', label: { vi: 'Loại hộ', en: 'Kind of household' }, type: { is: 'code', list: householdKind } },
    { key: 'poor', label: { vi: 'Nghèo, cận nghèo', en: 'Poverty' }, type: { is: 'code', list: poverty } },
    { key: 'phone', label: { vi: 'Số điện thoại', en: 'Phone' }, type: { is: 'phone' } },
    { key: 'note', label: { vi: 'Ghi chú', en: 'Note' }, type: { is: 'text', maxLength: 300 } },
    // Written when boundaries change and never by a person's hand: where the sheet stands since, and where it stood
    // until which day ("u99001v002 2026-07-01"). A late op of a phone that did not know yet is put right by it.
    {
      key: 'village',
      label: { vi: 'Thôn theo địa giới mới', en: 'Village by the new boundaries' },
      type: { is: 'place' },
    },
    { key: 'formerPlaces', label: { vi: 'Thôn cũ', en: 'Former villages' }, type: { is: 'marks' } },
  ],
};
