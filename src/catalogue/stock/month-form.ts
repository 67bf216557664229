import type { StockColumn, StockForm } from '../../domain/stock/month-form.ts';
import type { Words } from '../../domain/words.ts';

function column(key: StockColumn['key'], label: Words, of: StockColumn['of'], decimals = 0): StockColumn {
  return { key, label, decimals, of };
}

/**
 * The month's report of a commune's stores. Its number and columns were not seen in print: these are the columns that the
 * plans name, until the text of the decision is read.
 */
export const stockForm: StockForm = {
  code: 'LMIS',
  formSet: 'QD199-2009',
  title: { vi: 'Báo cáo nhập – xuất – tồn phương tiện tránh thai', en: 'Report of stores of contraceptives' },
  heads: [
    { vi: 'Phương tiện tránh thai', en: 'Product' },
    { vi: 'Đơn vị', en: 'Unit' },
  ],
  columns: [
    column('opening', { vi: 'Tồn đầu kỳ', en: 'Opening' }, 'before'),
    column('received', { vi: 'Nhập', en: 'Received' }, ['receipt']),
    column('returned', { vi: 'Trả lại', en: 'Returned' }, ['return_in', 'return_out']),
    column('dispensed', { vi: 'Cấp phát', en: 'Given free' }, ['dispense']),
    column('sold', { vi: 'Bán', en: 'Sold' }, ['sale']),
    column('issued', { vi: 'Chuyển', en: 'Issued' }, ['issue']),
    column('lost', { vi: 'Hao hụt', en: 'Lost' }, ['loss']),
    column('adjusted', { vi: 'Điều chỉnh', en: 'Adjusted' }, ['adjust']),
    column('closing', { vi: 'Tồn cuối kỳ', en: 'Closing' }, 'moves'),
    column('counted', { vi: 'Kiểm kê', en: 'Counted' }, 'counts'),
    column('difference', { vi: 'Chênh lệch', en: 'Difference' }, 'moves_counts'),
    column('soonest', { vi: 'Hạn gần nhất', en: 'First expiry' }, 'moves'),
    column('use', { vi: 'Dùng BQ tháng', en: 'Average use' }, 'moves', 1),
    column('months', { vi: 'Số tháng tồn', en: 'Months of stock' }, 'moves', 1),
    column('order', { vi: 'Đề nghị cấp', en: 'Asked for' }, 'moves'),
  ],
  hands: [
    { vi: 'Thủ kho / cán bộ dân số', en: 'Store keeper / population officer' },
    { vi: 'Trạm trưởng', en: 'Head of the station' },
  ],
  from: '2009-04-20',
  law: 'Quyết định 199/QĐ-BYT ngày 20/4/2009 về quản lý hậu cần phương tiện tránh thai',
};
