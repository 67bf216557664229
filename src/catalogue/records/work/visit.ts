import type { RecordDefinition } from '../../../domain/record.ts';
import { visitKind } from '../../codes/work/visit-kind.ts';
import { visitTopic } from '../../codes/work/visit-topic.ts';
import { always, asked, dateField, householdField, note } from '../fact-fields.ts';

/** What was talked about, with whom; nothing of what was found. */
export const visit: RecordDefinition = {
  kind: 'visit',
  nature: 'fact',
  label: { vi: 'Thăm hộ, gọi điện, tư vấn', en: 'Visit, call or talk' },
  law: 'Thông tư 02/2021/TT-BYT; Phụ lục I Thông tư 01/2022/TT-BYT (thăm hộ hằng tháng)',
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  fields: [
    dateField({ vi: 'Ngày', en: 'Date' }),
    householdField({ vi: 'Hộ', en: 'Household' }),
    { key: 'person', label: { vi: 'Đã gặp', en: 'Met' }, type: { is: 'reference', to: 'person' } },
    { key: 'kind', label: { vi: 'Hình thức', en: 'Kind' }, type: { is: 'code', list: visitKind }, isRequired: true },
    {
      key: 'topics',
      label: { vi: 'Nội dung', en: 'Topics' },
      type: { is: 'codes', list: visitTopic },
      // A talk about contraception stands on no page that a neighbour may see.
      isSensitive: true,
    },
    { key: 'people', label: { vi: 'Số người dự', en: 'Participants' }, type: { is: 'integer', min: 1, max: 9999 } },
    note,
    asked,
  ],
};
