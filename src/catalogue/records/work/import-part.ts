import type { RecordDefinition } from '../../../domain/record.ts';

const count = { is: 'integer', min: 0, max: 99_999_999 } as const;

/**
 * An import, or its undo, is many transactions, and each says how much of the act it holds: whoever has them all knows
 * that it has all, and whoever does not, how much is still to come.
 */
export const importPart: RecordDefinition = {
  kind: 'import_part',
  nature: 'state',
  label: { vi: 'Phần của lần nhập tệp', en: 'Part of an import' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV',
  fields: [
    { key: 'act', label: { vi: 'Lần nhập', en: 'Import' }, type: { is: 'text', maxLength: 36 }, isRequired: true },
    { key: 'day', label: { vi: 'Ngày nhập', en: 'Day' }, type: { is: 'date' }, isRequired: true },
    { key: 'entries', label: { vi: 'Số mục', en: 'Entries' }, type: count, isRequired: true },
    { key: 'of', label: { vi: 'Trong tổng số', en: 'Of' }, type: count, isRequired: true },
    { key: 'isBack', label: { vi: 'Hoàn tác', en: 'Undo' }, type: { is: 'boolean' } },
    { key: 'isLast', label: { vi: 'Phần cuối', en: 'The last' }, type: { is: 'boolean' } },
  ],
};
