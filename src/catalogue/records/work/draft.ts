import type { RecordDefinition } from '../../../domain/record.ts';

/** Most of a form's answers as text: an op carries no longer one. */
export const longestDraft = 4_000;

/**
 * A form that was begun on one device and is to be finished on another (bắt đầu trên điện thoại, làm nốt trên máy tính):
 * taken back once it is saved or dropped. It stands in the drawer of its device, never in a village, and nothing of its
 * answers in any list.
 */
export const draft: RecordDefinition = {
  kind: 'draft',
  nature: 'state',
  label: { vi: 'Nháp gửi sang máy khác', en: 'Draft for another device' },
  law: 'Không có trong biểu mẫu; việc ghi theo Thông tư 01/2022/TT-BYT, Phụ lục I, làm nốt trên máy tính',
  fields: [
    { key: 'form', label: { vi: 'Biểu', en: 'Form' }, type: { is: 'text', maxLength: 64 }, isRequired: true },
    { key: 'at', label: { vi: 'Nơi ghi', en: 'Where' }, type: { is: 'text', maxLength: 64 }, isRequired: true },
    { key: 'page', label: { vi: 'Trang', en: 'Page' }, type: { is: 'integer', min: 0, max: 50 } },
    {
      key: 'answers',
      label: { vi: 'Trả lời', en: 'Answers' },
      type: { is: 'text', maxLength: longestDraft },
      isRequired: true,
      isSensitive: true,
    },
    { key: 'author', label: { vi: 'Người ghi', en: 'Author' }, type: { is: 'text', maxLength: 64 }, isRequired: true },
    // Said along: a device knows those colleagues by name who were there before it.
    { key: 'authorName', label: { vi: 'Họ tên người ghi', en: "Author's name" }, type: { is: 'name' } },
    { key: 'day', label: { vi: 'Ngày gửi', en: 'Handed on' }, type: { is: 'date' }, isRequired: true },
  ],
};
