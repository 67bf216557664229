import type { FormDefinition } from '../../src/domain/form/form.ts';

/** A form that no programme has: counting a household's ducks. Real forms may change without moving these tests. */
export const duckForm: FormDefinition = {
  key: 'ducks',
  title: { vi: 'Đếm vịt', en: 'Counting ducks' },
  help: { vi: 'Đếm. Ghi. Xong.', en: 'Count. Write. Done.' },
  shown: 'events',
  pages: [
    {
      key: 'flock',
      title: { vi: 'Đàn vịt', en: 'The flock' },
      questions: [
        {
          field: {
            key: 'keeper',
            label: { vi: 'Họ tên người nuôi', en: 'Keeper' },
            type: { is: 'name' },
            isRequired: true,
          },
        },
        {
          field: {
            key: 'count',
            label: { vi: 'Số vịt', en: 'Ducks' },
            type: { is: 'integer', min: 1, max: 20 },
            isRequired: true,
          },
        },
        {
          field: { key: 'layers', label: { vi: 'Có vịt đẻ', en: 'Layers' }, type: { is: 'boolean' }, isRequired: true },
        },
        {
          field: {
            key: 'eggs',
            label: { vi: 'Số trứng', en: 'Eggs' },
            type: { is: 'integer', min: 0, max: 99 },
            isRequired: true,
          },
          when: { is: [{ path: 'layers' }, { value: true }] },
        },
      ],
    },
    {
      key: 'history',
      title: { vi: 'Từ bao giờ', en: 'Since when' },
      questions: [
        {
          field: {
            key: 'since',
            label: { vi: 'Ngày bắt đầu nuôi', en: 'Since' },
            type: { is: 'date', partial: true },
            isRequired: true,
          },
        },
        { field: { key: 'counted', label: { vi: 'Ngày đếm', en: 'Counted on' }, type: { is: 'date' } } },
        { field: { key: 'phone', label: { vi: 'Điện thoại', en: 'Telephone' }, type: { is: 'phone' } } },
      ],
    },
  ],
  checks: [],
  writes: [],
  formSet: 'INVENTED',
  from: '2026-01-01',
  law: 'none',
};
