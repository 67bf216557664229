import type { RecordDefinition } from '../../../domain/record.ts';

/**
 * A number of a report on paper, typed ("nhập tay"): of a time before the book, or beside what the book counts. One record
 * for each form, period and indicator of the commune; blank where it was taken away again.
 */
export const typedFigure: RecordDefinition = {
  kind: 'typed_figure',
  nature: 'state',
  label: { vi: 'Số liệu nhập tay', en: 'Typed figure' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục II',
  fields: [
    { key: 'form', label: { vi: 'Biểu', en: 'Form' }, type: { is: 'text', maxLength: 64 }, isRequired: true },
    { key: 'period', label: { vi: 'Kỳ báo cáo', en: 'Period' }, type: { is: 'text', maxLength: 64 }, isRequired: true },
    {
      key: 'indicator',
      label: { vi: 'Chỉ tiêu', en: 'Indicator' },
      type: { is: 'text', maxLength: 64 },
      isRequired: true,
    },
    {
      key: 'value',
      label: { vi: 'Số trên giấy', en: 'Number on paper' },
      type: { is: 'integer', min: 0, max: 9_999_999 },
    },
  ],
};
