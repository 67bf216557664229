import type { RecordDefinition } from '../../../domain/record.ts';
import { always, dateField, note } from '../fact-fields.ts';
import { channelField, expiryField, lotField, productField, storeField } from './movement.ts';

/* What is written in a store beside the goods that move. */

const law = 'Quyết định 199/QĐ-BYT ngày 20/4/2009 về quản lý hậu cần phương tiện tránh thai';
const many = { is: 'integer', min: 0, max: 999_999 } as const;

/** One line of a count: what was found, and what the card said at that moment. */
export const stockCount: RecordDefinition = {
  kind: 'stock_count',
  nature: 'fact',
  label: { vi: 'Kiểm kê', en: 'Count' },
  law,
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  fields: [
    dateField({ vi: 'Ngày kiểm kê', en: 'Date of the count' }),
    storeField,
    productField,
    channelField,
    lotField,
    expiryField,
    { key: 'counted', label: { vi: 'Số đếm được', en: 'Counted' }, type: many, isRequired: true },
    {
      key: 'expected',
      label: { vi: 'Số theo thẻ kho', en: 'By the card' },
      type: { ...many, min: -999_999 },
      isRequired: true,
    },
    note,
  ],
};

/** One line of an order (dự trù): what was computed, and what is asked for. */
export const stockOrder: RecordDefinition = {
  kind: 'stock_order',
  nature: 'fact',
  label: { vi: 'Dự trù', en: 'Order' },
  law,
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  fields: [
    dateField({ vi: 'Ngày dự trù', en: 'Date of the order' }),
    storeField,
    productField,
    channelField,
    {
      key: 'computed',
      label: { vi: 'Số lượng máy tính', en: 'Computed' },
      type: many,
      isRequired: true,
    },
    {
      key: 'quantity',
      label: { vi: 'Số lượng đề nghị cấp', en: 'Quantity asked for' },
      type: many,
      isRequired: true,
    },
    { key: 'why', label: { vi: 'Vì sao thay đổi', en: 'Why it was changed' }, type: { is: 'text', maxLength: 120 } },
  ],
};

/**
 * What the level above answers to one line of an order, written by the hub at the order's own place: whoever holds the
 * order holds the answer. The latest one holds.
 */
export const orderApproval: RecordDefinition = {
  kind: 'order_approval',
  nature: 'fact',
  label: { vi: 'Duyệt dự trù', en: 'Order confirmed' },
  law,
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  fields: [
    dateField({ vi: 'Ngày duyệt', en: 'Date' }),
    {
      key: 'order',
      label: { vi: 'Dòng dự trù', en: 'Line of the order' },
      type: { is: 'reference', to: 'stock_order' },
      isRequired: true,
    },
    { key: 'quantity', label: { vi: 'Số lượng duyệt', en: 'Quantity confirmed' }, type: many, isRequired: true },
    { key: 'why', label: { vi: 'Vì sao thay đổi', en: 'Why it was changed' }, type: { is: 'text', maxLength: 120 } },
    { key: 'by', label: { vi: 'Người duyệt', en: 'Confirmed by' }, type: { is: 'text', maxLength: 80 } },
  ],
};

/** Money of social marketing that was handed on, in whole đồng. */
export const remittance: RecordDefinition = {
  kind: 'remittance',
  nature: 'fact',
  label: { vi: 'Nộp tiền tiếp thị xã hội', en: 'Money handed on' },
  law: 'Thông tư liên tịch 25/2013/TTLT-BYT-BTC, Điều 6',
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  fields: [
    dateField({ vi: 'Ngày nộp', en: 'Date' }),
    storeField,
    {
      key: 'amount',
      label: { vi: 'Số tiền (đồng)', en: 'Amount (đồng)' },
      type: { is: 'integer', min: 1, max: 1_000_000_000 },
      isRequired: true,
    },
    { key: 'receipt', label: { vi: 'Số biên lai', en: 'Receipt' }, type: { is: 'text', maxLength: 60 } },
    note,
  ],
};
