import type { RecordDefinition } from '../../../domain/record.ts';
import { reportOutcome } from '../../codes/work/report-outcome.ts';
import { always, dateField } from '../fact-fields.ts';

/** What the level above says of a frozen report. The hub writes it for whoever is signed in there; it opens a received one again, too. */
export const reportVerdict: RecordDefinition = {
  kind: 'report_verdict',
  nature: 'fact',
  label: { vi: 'Cấp trên trả lời báo cáo', en: 'Answer of the level above' },
  law: reportOutcome.law,
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  isFinal: true,
  isOfHub: true,
  fields: [
    dateField({ vi: 'Ngày trả lời', en: 'Answered on' }),
    { key: 'report', label: { vi: 'Báo cáo', en: 'Report' }, type: { is: 'text', maxLength: 64 }, isRequired: true },
    {
      key: 'outcome',
      label: { vi: 'Kết quả', en: 'Outcome' },
      type: { is: 'code', list: reportOutcome },
      isRequired: true,
    },
    { key: 'reason', label: { vi: 'Lý do', en: 'Reason' }, type: { is: 'text', maxLength: 1000 } },
    { key: 'by', label: { vi: 'Người trả lời', en: 'Answered by' }, type: { is: 'name' }, isRequired: true },
  ],
};
