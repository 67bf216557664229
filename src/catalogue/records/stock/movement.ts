import type { RecordField } from '../../../domain/field.ts';
import type { RecordDefinition } from '../../../domain/record.ts';
import { ageGroup } from '../../codes/care/age-group.ts';
import { sex } from '../../codes/sex.ts';
import { channel, movementType, passedOverReason, stockReason } from '../../stock/lists.ts';
import { product } from '../../stock/product.ts';
import { always, asked, dateField, note } from '../fact-fields.ts';

/** No store of a commune ever holds a million of anything. */
const most = 999_999;

export const productField: RecordField = {
  key: 'product',
  label: { vi: 'Phương tiện tránh thai', en: 'Product' },
  type: { is: 'code', list: product },
  isRequired: true,
};

export const channelField: RecordField = {
  key: 'channel',
  label: { vi: 'Kênh', en: 'Channel' },
  type: { is: 'code', list: channel },
  isRequired: true,
};

const quantityField: RecordField = {
  key: 'quantity',
  label: { vi: 'Số lượng', en: 'Quantity' },
  type: { is: 'integer', min: -most, max: most },
  isRequired: true,
};

/** What a client is given, and what is counted, is never below nought. */
export const givenQuantity: RecordField = { ...quantityField, type: { is: 'integer', min: 1, max: most } };

const priceField: RecordField = {
  key: 'unitPrice',
  label: { vi: 'Giá bán một đơn vị (đồng)', en: 'Price of one unit (đồng)' },
  type: { is: 'integer', min: 0, max: 10_000_000 },
};

export const lotField: RecordField = {
  key: 'lot',
  label: { vi: 'Số lô', en: 'Lot number' },
  type: { is: 'text', maxLength: 40 },
};

export const expiryField: RecordField = {
  key: 'expiry',
  label: { vi: 'Hạn dùng', en: 'Expiry' },
  type: { is: 'date', partial: true },
};

/** A unit: the commune's station, a village's collaborator; or the id of an outlying point (`point.ts`). */
export const storeField: RecordField = {
  key: 'store',
  label: { vi: 'Kho', en: 'Store' },
  type: { is: 'place', isStore: true },
  isRequired: true,
};

/**
 * One line of a stock card. It names no person: to a woman of the book it leads through her own supply, which her panel
 * alone shows; so it stays where its store is when she moves. Between two stores it stands at the village's place, for
 * both sides to see.
 */
export const stockMovement: RecordDefinition = {
  kind: 'stock_movement',
  nature: 'fact',
  label: { vi: 'Nhập, xuất kho', en: 'Stock movement' },
  law: 'Quyết định 199/QĐ-BYT ngày 20/4/2009 về quản lý hậu cần phương tiện tránh thai',
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  fields: [
    dateField({ vi: 'Ngày', en: 'Date' }),
    storeField,
    {
      key: 'type',
      label: { vi: 'Loại nhập, xuất', en: 'Kind of movement' },
      type: { is: 'code', list: movementType },
      isRequired: true,
    },
    productField,
    channelField,
    lotField,
    expiryField,
    quantityField,
    {
      key: 'counterpart',
      label: { vi: 'Nơi giao, nơi nhận', en: 'Other store' },
      type: { is: 'place', isStore: true },
    },
    { key: 'supply', label: { vi: 'Lần cấp', en: 'Supply' }, type: { is: 'reference', to: 'supply' } },
    { key: 'ageGroup', label: { vi: 'Nhóm tuổi', en: 'Age group' }, type: { is: 'code', list: ageGroup } },
    { key: 'sex', label: { vi: 'Giới tính', en: 'Sex' }, type: { is: 'code', list: sex } },
    priceField,
    { key: 'reason', label: { vi: 'Lý do', en: 'Reason' }, type: { is: 'code', list: stockReason } },
    {
      key: 'passedOver',
      label: { vi: 'Vì sao không xuất lô hết hạn trước', en: 'Why not the lot that expires first' },
      type: { is: 'code', list: passedOverReason },
    },
    { key: 'document', label: { vi: 'Số chứng từ', en: 'Document' }, type: { is: 'text', maxLength: 60 } },
    {
      key: 'confirms',
      label: { vi: 'Nhận theo phiếu xuất', en: 'Takes in' },
      type: { is: 'reference', to: 'stock_movement' },
    },
    {
      key: 'order',
      label: { vi: 'Nhận theo dự trù', en: 'Of the order' },
      type: { is: 'reference', to: 'stock_order' },
    },
    note,
    asked,
  ],
};
