import type { Condition } from '../../../domain/condition.ts';
import type { RecordDefinition } from '../../../domain/record.ts';
import { reviewReason } from '../../codes/work/review-reason.ts';
import { always, asked, dateField, note, personField } from '../fact-fields.ts';

/** The day of that death is not known: it counts as found, not as a death of the month. */
const isDead: Condition = { is: [{ path: 'fact.reason' }, { value: 'died' }] };

/** Found by a check of the book: in it, and long gone, dead or written twice. */
export const reviewRemove: RecordDefinition = {
  kind: 'review_remove',
  nature: 'fact',
  label: { vi: 'Rà soát: đưa ra khỏi sổ', en: 'Review: taken off' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, rà soát sổ A0 ("Điều chỉnh do rà soát")',
  dateField: 'date',
  phase: 'last',
  isPaperwork: always,
  fields: [
    dateField({ vi: 'Ngày rà soát', en: 'Date of the check' }),
    personField({ vi: 'Người đưa ra khỏi sổ', en: 'Who was taken off' }),
    { key: 'reason', label: { vi: 'Lý do', en: 'Reason' }, type: { is: 'code', list: reviewReason }, isRequired: true },
    note,
    asked,
  ],
  effects: [
    { target: 'person', when: { not: isDead }, set: { status: { value: 'left' } } },
    { target: 'person', when: isDead, set: { status: { value: 'dead' } } },
    {
      target: 'person',
      holding: 'spouse',
      when: { all: [isDead, { is: [{ path: 'it.marital' }, { value: 'married' }] }] },
      set: { marital: { value: 'widowed' } },
    },
  ],
};
