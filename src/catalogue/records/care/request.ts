import type { RecordDefinition } from '../../../domain/record.ts';
import { always, asked, dateField, personField } from '../fact-fields.ts';

/** What a person wants corrected or deleted of herself. It may name what nobody else may see, so it stands in her panel. */
export const request: RecordDefinition = {
  kind: 'request',
  nature: 'fact',
  label: { vi: 'Đề nghị sửa hoặc xóa dữ liệu', en: 'Request to correct or delete' },
  law: 'Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP: quyền yêu cầu chỉnh sửa, xóa dữ liệu cá nhân',
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  isSensitive: true,
  lasts: {
    who: 'person',
    now: { vi: 'Đề nghị chưa trả lời, từ ngày', en: 'A request not answered yet, since' },
    until: [{ fact: 'request_answer', who: 'person' }],
    // Another may have been taken down on a phone that the officer has not heard yet.
    namedIn: 'answers',
  },
  fields: [
    dateField({ vi: 'Ngày đề nghị', en: 'Date' }),
    personField({ vi: 'Người đề nghị', en: 'Who asks' }),
    {
      key: 'wish',
      label: { vi: 'Muốn sửa hoặc xóa gì', en: 'What to correct or delete' },
      type: { is: 'text', maxLength: 500 },
      isRequired: true,
    },
    asked,
  ],
};
