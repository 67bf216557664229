import type { FieldDefinition } from '../../../domain/field.ts';
import type { RecordDefinition } from '../../../domain/record.ts';
import { slipVerdict } from '../../codes/work/slip-verdict.ts';
import { always, dateField, note } from '../fact-fields.ts';

const law = 'Thông tư 01/2022/TT-BYT, Phụ lục I';

/** "2026-10": a date known to the month. */
export const monthField: FieldDefinition & { readonly isRequired: true } = {
  key: 'month',
  label: { vi: 'Tháng', en: 'Month' },
  type: { is: 'date', partial: true },
  isRequired: true,
};

const lines: FieldDefinition = {
  key: 'lines',
  label: { vi: 'Số dòng trên phiếu', en: 'Lines on the slip' },
  type: { is: 'integer', min: 0, max: 9_999_999 },
};

/** A collaborator hands in her month, for all villages that she keeps. It is written in the first of them. */
export const slipHanded: RecordDefinition = {
  kind: 'slip_handed',
  nature: 'fact',
  label: { vi: 'Nộp phiếu P0', en: 'P0 handed in' },
  law,
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  fields: [
    dateField({ vi: 'Ngày nộp', en: 'Handed in on' }),
    monthField,
    lines,
    { key: 'onPaper', label: { vi: 'Nộp bằng giấy', en: 'On paper' }, type: { is: 'boolean' } },
    note,
  ],
};

/** The officer accepts a slip whole, or returns it with a reason. The lines that she looked at one by one are named. */
export const slipAnswer: RecordDefinition = {
  kind: 'slip_answer',
  nature: 'fact',
  label: { vi: 'Thẩm định phiếu P0', en: 'P0 judged' },
  law,
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  fields: [
    dateField({ vi: 'Ngày thẩm định', en: 'Judged on' }),
    monthField,
    { key: 'slip', label: { vi: 'Lần nộp', en: 'Handed in' }, type: { is: 'reference', to: 'slip_handed' } },
    {
      key: 'verdict',
      label: { vi: 'Kết quả', en: 'Verdict' },
      type: { is: 'code', list: slipVerdict },
      isRequired: true,
    },
    { key: 'reason', label: { vi: 'Lý do', en: 'Reason' }, type: { is: 'text', maxLength: 500 } },
    lines,
    {
      key: 'confirmed',
      label: { vi: 'Dòng đã xem lại', en: 'Lines looked at' },
      type: { is: 'text', maxLength: 3_000 },
    },
  ],
};
