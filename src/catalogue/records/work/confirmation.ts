import type { RecordDefinition } from '../../../domain/record.ts';
import { confirmed } from '../../codes/work/confirmed.ts';
import { always, asked, dateField, householdField, note } from '../fact-fields.ts';

/** Asked again, and nothing differs from the book: no field changes, and whoever asks next sees that it was asked. */
export const confirmation: RecordDefinition = {
  kind: 'confirmation',
  nature: 'fact',
  label: { vi: 'Đã hỏi lại, không đổi', en: 'Asked again, as before' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV (cập nhật thông tin hằng năm)',
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  toldApartBy: 'about',
  fields: [
    dateField({ vi: 'Ngày hỏi lại', en: 'Date' }),
    { key: 'person', label: { vi: 'Hỏi về ai', en: 'About whom' }, type: { is: 'reference', to: 'person' } },
    householdField({ vi: 'Hỏi về hộ', en: 'About the household' }),
    { key: 'about', label: { vi: 'Nội dung', en: 'What' }, type: { is: 'code', list: confirmed }, isRequired: true },
    note,
    asked,
  ],
};
