import type { Check } from '../../../domain/form/check.ts';
import { afterToday } from '../fact-checks.ts';

/** A family may ask for somebody who died: nothing but the future is refused. */
export const requestChecks: readonly Check[] = [
  afterToday({ of: 'request', date: { vi: 'Ngày đề nghị', en: 'The date of the request' } }),
];

export const requestAnswerChecks: readonly Check[] = [
  afterToday({ of: 'request_answer', date: { vi: 'Ngày trả lời', en: 'The date of the answer' } }),
  {
    id: 'request_answer_before_request',
    strength: 'stop',
    field: 'date',
    when: { below: [{ path: 'date' }, { path: 'person.last.request.person' }] },
    message: {
      vi: 'Ngày trả lời không được trước ngày đề nghị ({asked})',
      en: 'The answer cannot be before the request ({asked})',
    },
    names: { asked: { path: 'person.last.request.person' } },
    law: 'Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP: quyền yêu cầu chỉnh sửa, xóa dữ liệu cá nhân',
  },
];
