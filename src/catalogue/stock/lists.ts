import type { CodeList } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';

const logistics = 'Quyết định 199/QĐ-BYT ngày 20/4/2009 về quản lý hậu cần phương tiện tránh thai';

/** Through which channel goods come and go. What is bought on the market is never in these stores. */
export const channel: CodeList = {
  name: 'channel',
  ...formSet,
  law: 'Thông tư liên tịch 25/2013/TTLT-BYT-BTC, Điều 2 và Điều 5',
  codes: [
    { key: 'free', label: { vi: 'Miễn phí', en: 'Free' } },
    { key: 'social', label: { vi: 'Tiếp thị xã hội', en: 'Social marketing' } },
    { key: 'socialised', label: { vi: 'Xã hội hóa', en: 'Paid by clients' } },
  ],
};

/** Where a user has her method from. */
export const methodSource: CodeList = {
  name: 'method_source',
  ...formSet,
  law: logistics,
  codes: [
    { key: 'free', label: { vi: 'Cấp miễn phí', en: 'Given free' } },
    { key: 'social', label: { vi: 'Tiếp thị xã hội', en: 'Social marketing' } },
    { key: 'market', label: { vi: 'Tự mua', en: 'Bought herself' } },
    { key: 'facility', label: { vi: 'Cơ sở y tế', en: 'Health facility' } },
  ],
};

/** Sources that are no store of the commune's. */
export const sourcesElsewhere: readonly unknown[] = ['market', 'facility'];

export const movementType: CodeList = {
  name: 'movement_type',
  ...formSet,
  law: logistics,
  codes: [
    { key: 'opening', label: { vi: 'Tồn đầu kỳ', en: 'Opening stock' } },
    { key: 'receipt', label: { vi: 'Nhập', en: 'Receipt' } },
    { key: 'return_in', label: { vi: 'Nhận trả lại', en: 'Returned to us' } },
    { key: 'issue', label: { vi: 'Xuất cho tuyến dưới', en: 'Issue to a lower level' } },
    { key: 'dispense', label: { vi: 'Cấp phát miễn phí', en: 'Given free' } },
    { key: 'sale', label: { vi: 'Bán tiếp thị xã hội', en: 'Sold' } },
    { key: 'return_out', label: { vi: 'Trả tuyến trên', en: 'Returned upwards' } },
    { key: 'loss', label: { vi: 'Hao hụt', en: 'Loss' } },
    { key: 'adjust', label: { vi: 'Điều chỉnh theo kiểm kê', en: 'Adjusted after a count' } },
  ],
};

export const stockReason: CodeList = {
  name: 'stock_reason',
  ...formSet,
  law: logistics,
  codes: [
    { key: 'expired', label: { vi: 'Hết hạn dùng', en: 'Expired' } },
    { key: 'damaged', label: { vi: 'Hỏng, rách bao gói', en: 'Damaged' } },
    { key: 'missing', label: { vi: 'Thiếu, mất', en: 'Missing' } },
    { key: 'recalled', label: { vi: 'Thu hồi theo thông báo', en: 'Recalled' } },
    { key: 'counted', label: { vi: 'Kiểm kê thấy chênh lệch', en: 'A count differed' } },
    { key: 'unwritten', label: { vi: 'Trước đây ghi thiếu', en: 'Not written down before' } },
    { key: 'unneeded', label: { vi: 'Không dùng đến', en: 'Not needed' } },
  ],
};

/** Why another lot than the one that expires first: of a list, for free words could name somebody. */
export const passedOverReason: CodeList = {
  name: 'passed_over_reason',
  ...formSet,
  law: logistics,
  codes: [
    { key: 'damaged', label: { vi: 'Lô kia hỏng, rách bao gói', en: 'The other lot is damaged' } },
    { key: 'elsewhere', label: { vi: 'Lô kia không có ở đây', en: 'The other lot is not at hand' } },
    { key: 'held_back', label: { vi: 'Lô kia đang chờ thu hồi, kiểm tra', en: 'The other lot is held back' } },
    { key: 'other', label: { vi: 'Lý do khác', en: 'Another reason' } },
  ],
};

/** Whether what is given begins a method. */
export const supplyKind: CodeList = {
  name: 'supply_kind',
  ...formSet,
  law: logistics,
  codes: [
    {
      key: 'start',
      label: { vi: 'Bắt đầu dùng, hoặc đổi sang biện pháp này', en: 'Begins, or changes to, this method' },
    },
    { key: 'again', label: { vi: 'Đang dùng, cấp tiếp', en: 'Uses it, supplied again' } },
    { key: 'beside', label: { vi: 'Cấp thêm, không đổi biện pháp', en: 'Beside her method, which stays' } },
  ],
};

/** Asked before pills are given for the first time, at a change, and each year; any of these sends her to the station. */
export const pillCheck: CodeList = {
  name: 'pill_check',
  ...formSet,
  law: 'Quyết định 4128/QĐ-BYT ngày 29/7/2016, Hướng dẫn quốc gia về chăm sóc sức khỏe sinh sản (bảng hỏi chưa đối chiếu)',
  codes: [
    { key: 'none', label: { vi: 'Đã hỏi, không có dấu hiệu nào', en: 'Asked, none of these' } },
    { key: 'pressure', label: { vi: 'Huyết áp cao, bệnh tim mạch', en: 'High blood pressure, heart disease' } },
    { key: 'smoking', label: { vi: 'Từ 35 tuổi và hút thuốc', en: '35 or older and smokes' } },
    { key: 'migraine', label: { vi: 'Đau nửa đầu dữ dội', en: 'Severe migraine' } },
    { key: 'breastfeeding', label: { vi: 'Cho con bú dưới 6 tháng', en: 'Breastfeeds a child under 6 months' } },
    { key: 'pregnant', label: { vi: 'Nghi có thai', en: 'May be pregnant' } },
  ],
};
