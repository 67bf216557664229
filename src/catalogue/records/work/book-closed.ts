import type { FieldDefinition, RecordField } from '../../../domain/field.ts';
import type { RecordDefinition } from '../../../domain/record.ts';
import type { Words } from '../../../domain/words.ts';
import { dateField, note } from '../fact-fields.ts';

function countField(key: string, label: Words): FieldDefinition {
  return { key, label, type: { is: 'integer', min: 0, max: 9_999_999 } };
}

/** What stood in the book when it was closed, and what was still doubtful. */
export const closingCounts: readonly RecordField[] = [
  countField('households', { vi: 'Số hộ', en: 'Households' }),
  countField('people', { vi: 'Nhân khẩu thực tế thường trú', en: 'Usual residents' }),
  countField('births', { vi: 'Trẻ sinh ra trong năm', en: 'Births of the year' }),
  countField('deaths', { vi: 'Người chết trong năm', en: 'Deaths of the year' }),
  countField('moveIn', { vi: 'Chuyển đến trong năm', en: 'Moved in during the year' }),
  countField('moveOut', { vi: 'Chuyển đi trong năm', en: 'Moved out during the year' }),
  countField('drafts', { vi: 'Đang ghi dở', en: 'Drafts' }),
  countField('waiting', { vi: 'Chờ gửi, cần sửa', en: 'Waiting or sent back' }),
  countField('doubts', { vi: 'Còn phải rà soát', en: 'Left to check' }),
];

/** The year's book is closed (khóa sổ) and the next one begins. Nothing is frozen by it: reports freeze elsewhere. */
export const bookClosed: RecordDefinition = {
  kind: 'book_closed',
  nature: 'fact',
  label: { vi: 'Khóa sổ năm', en: "The year's book closed" },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV: sổ ghi theo năm, dùng 5 năm (2026–2030)',
  dateField: 'date',
  phase: 'change',
  fields: [
    dateField({ vi: 'Ngày khóa sổ', en: 'Closed on' }),
    { key: 'year', label: { vi: 'Năm', en: 'Year' }, type: { is: 'integer', min: 2000, max: 2999 }, isRequired: true },
    ...closingCounts,
    note,
  ],
};
