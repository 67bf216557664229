import type { RecordDefinition } from '../../../domain/record.ts';
import { residence } from '../../codes/residence.ts';
import { asked, dateField, householdField, note, personField } from '../fact-fields.ts';

/** A change, not a birth. From outside the commune it counts as a move in. */
export const adopt: RecordDefinition = {
  kind: 'adopt',
  nature: 'fact',
  label: { vi: 'Nhận con nuôi', en: 'Adoption' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 6 (con nuôi ghi là thay đổi, không phải trẻ sinh ra)',
  dateField: 'date',
  phase: 'change',
  isSensitive: true,
  fields: [
    dateField({ vi: 'Ngày nhận con nuôi', en: 'Date of adoption' }),
    personField({ vi: 'Con nuôi', en: 'Adopted child' }),
    { key: 'parent', label: { vi: 'Người nhận nuôi', en: 'Who adopts' }, type: { is: 'reference', to: 'person' } },
    householdField({ vi: 'Hộ nhận nuôi', en: 'Household' }),
    {
      key: 'residence',
      label: { vi: 'Tình trạng cư trú', en: 'Residence' },
      type: { is: 'code', list: residence },
    },
    {
      key: 'from',
      label: { vi: 'Nơi đi (nếu từ ngoài xã)', en: 'From (if from outside)' },
      type: { is: 'text', maxLength: 200 },
    },
    note,
    asked,
  ],
  effects: [
    { target: 'person', set: { household: { field: 'household' } } },
    {
      // To be adopted is to come for good: a lodger's child is a resident from that day.
      target: 'person',
      when: {
        all: [
          { is: [{ path: 'it.status' }, { value: 'active' }] },
          { is: [{ path: 'it.residence' }, { value: 'temporary' }] },
        ],
      },
      set: { residence: { field: 'residence' } },
    },
    {
      target: 'person',
      when: { not: { is: [{ path: 'it.status' }, { value: 'active' }] } },
      set: { residence: { field: 'residence' }, marital: { value: 'single' }, status: { value: 'active' } },
    },
  ],
};
