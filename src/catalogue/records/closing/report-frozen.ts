import type { FieldDefinition, RecordField } from '../../../domain/field.ts';
import type { RecordDefinition } from '../../../domain/record.ts';
import type { Words } from '../../../domain/words.ts';
import { always, dateField } from '../fact-fields.ts';

function countField(key: string, label: Words): FieldDefinition {
  return { key, label, type: { is: 'integer', min: 0, max: 9_999_999 } };
}

function textField(key: string, label: Words, maxLength = 64): FieldDefinition {
  return { key, label, type: { is: 'text', maxLength }, isRequired: true };
}

/** What was still doubtful when the figures were frozen, in the order in which it is said. */
export const frozenDoubts: readonly RecordField[] = [
  countField('slips', { vi: 'Phiếu P0 chưa nộp', en: 'P0 not in' }),
  countField('waiting', { vi: 'Chờ gửi, cần sửa', en: 'Waiting or sent back' }),
  countField('drafts', { vi: 'Đang ghi dở', en: 'Drafts' }),
  countField('disagreements', { vi: 'Hai người ghi khác nhau', en: 'Disagreements' }),
  countField('incomplete', { vi: 'Ngày sinh chưa đủ', en: 'Incomplete birth dates' }),
  countField('failed', { vi: 'Còn phải rà soát', en: 'Left to check' }),
  countField('odd', { vi: 'Số khác thường của thôn', en: 'Unusual numbers of villages' }),
  countField('goods', { vi: 'Người dùng và cấp phát lệch nhau', en: 'Users and goods given apart' }),
];

/**
 * "Chốt số liệu": a form of a period and place with its values as they were then, and what proves its cases. It is written
 * once and never taken back; a report that was returned is frozen anew, as the next version beside it.
 */
export const reportFrozen: RecordDefinition = {
  kind: 'report_frozen',
  nature: 'fact',
  label: { vi: 'Chốt số liệu báo cáo', en: 'Figures frozen' },
  law: 'Thông tư 01/2022/TT-BYT, Điều 5 (kỳ báo cáo, thời hạn gửi) và Phụ lục II (biểu 01, 02, 03-DSX)',
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  isFinal: true,
  fields: [
    dateField({ vi: 'Ngày chốt', en: 'Frozen on' }),
    textField('form', { vi: 'Biểu', en: 'Form' }),
    textField('formSet', { vi: 'Bộ biểu', en: 'Form set' }),
    textField('period', { vi: 'Kỳ báo cáo', en: 'Period' }),
    { key: 'of', label: { vi: 'Của', en: 'Of' }, type: { is: 'place' }, isRequired: true },
    textField('hash', { vi: 'Mã đối chiếu', en: 'Hash of the cases' }),
    // Row of the form, indicator, value, since New Year, numerator, denominator; at full precision.
    { key: 'figures', label: { vi: 'Số liệu', en: 'Figures' }, type: { is: 'lines' }, isRequired: true },
    // What late facts changed in the period before: indicator, as it was frozen then, as it came to now; since New Year.
    { key: 'carried', label: { vi: 'Điều chỉnh kỳ trước', en: 'Late for the period before' }, type: { is: 'lines' } },
    // Since New Year with months before the book: indicator, number, the first of those months.
    { key: 'paper', label: { vi: 'Lũy kế có số nhập tay', en: 'Since New Year with paper' }, type: { is: 'lines' } },
    // The book that it was computed on: what this device had read of the hub's sequence, and its own last op.
    { key: 'cursor', label: { vi: 'Đã nhận đến', en: 'Read up to' }, type: { is: 'integer', min: 0, max: 2 ** 50 } },
    { key: 'ownSeq', label: { vi: 'Đã ghi đến', en: 'Written up to' }, type: { is: 'integer', min: 0, max: 2 ** 50 } },
    ...frozenDoubts,
  ],
};

/** A part of the lists behind a frozen report, in the same transaction: too long for one op. */
export const reportCases: RecordDefinition = {
  kind: 'report_cases',
  nature: 'fact',
  label: { vi: 'Mã các danh sách của báo cáo', en: 'Lists behind a frozen report' },
  law: reportFrozen.law,
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  isFinal: true,
  fields: [
    dateField({ vi: 'Ngày chốt', en: 'Frozen on' }),
    textField('report', { vi: 'Báo cáo', en: 'Report' }),
    { key: 'part', label: { vi: 'Phần', en: 'Part' }, type: { is: 'integer', min: 0, max: 499 }, isRequired: true },
    // Indicator, period or since New Year, number of cases, their sketch, then unit and hash of each unit's list.
    { key: 'lists', label: { vi: 'Danh sách', en: 'Lists' }, type: { is: 'lines' }, isRequired: true },
  ],
};
