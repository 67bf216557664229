import type { RecordDefinition } from '../../../domain/record.ts';
import { marital } from '../../codes/marital.ts';
import { residence } from '../../codes/residence.ts';
import { reviewReason } from '../../codes/work/review-reason.ts';
import { always, asked, dateField, householdField, note, personField } from '../fact-fields.ts';

/** Found by a check of the book: lived here and was not in it. */
export const reviewAdd: RecordDefinition = {
  kind: 'review_add',
  nature: 'fact',
  label: { vi: 'Rà soát: ghi bổ sung', en: 'Review: added' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, rà soát sổ A0 ("Điều chỉnh do rà soát")',
  dateField: 'date',
  phase: 'first',
  isPaperwork: always,
  fields: [
    dateField({ vi: 'Ngày rà soát', en: 'Date of the check' }),
    personField({ vi: 'Người ghi bổ sung', en: 'Who was added' }),
    householdField({ vi: 'Ở hộ', en: 'In household' }),
    {
      key: 'residence',
      label: { vi: 'Tình trạng cư trú', en: 'Residence' },
      type: { is: 'code', list: residence },
    },
    { key: 'marital', label: { vi: 'Tình trạng hôn nhân', en: 'Marital status' }, type: { is: 'code', list: marital } },
    { key: 'reason', label: { vi: 'Lý do', en: 'Reason' }, type: { is: 'code', list: reviewReason }, isRequired: true },
    note,
    asked,
  ],
  effects: [
    {
      target: 'person',
      set: {
        household: { field: 'household' },
        residence: { field: 'residence' },
        marital: { field: 'marital' },
        status: { value: 'active' },
      },
    },
  ],
};
