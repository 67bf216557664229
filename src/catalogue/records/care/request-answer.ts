import type { RecordDefinition } from '../../../domain/record.ts';
import { requestOutcome } from '../../codes/work/request-outcome.ts';
import { always, asked, dateField, note, personField } from '../fact-fields.ts';

/** Ends what the person had asked for, as far as whoever answers knew of it. */
export const requestAnswer: RecordDefinition = {
  kind: 'request_answer',
  nature: 'fact',
  label: { vi: 'Trả lời đề nghị sửa hoặc xóa', en: 'Answer to the request' },
  law: 'Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP: quyền yêu cầu chỉnh sửa, xóa dữ liệu cá nhân',
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  isSensitive: true,
  fields: [
    dateField({ vi: 'Ngày trả lời', en: 'Date' }),
    personField({ vi: 'Người đề nghị', en: 'Who asked' }),
    {
      key: 'outcome',
      label: { vi: 'Kết quả', en: 'Outcome' },
      type: { is: 'code', list: requestOutcome },
      isRequired: true,
    },
    { key: 'answers', label: { vi: 'Đề nghị được trả lời', en: 'Requests answered' }, type: { is: 'marks' } },
    note,
    asked,
  ],
};
