/** Outlying points of a station. */
export const points = {
  how: 'Điểm trạm, như trạm của xã cũ sau sáp nhập, có thẻ kho riêng. Hàng xuất từ trạm còn đang chuyển cho đến khi điểm trạm bấm Đã nhận đủ. Báo cáo và dự trù của xã tính cả điểm trạm.',
  name: 'Tên điểm trạm',
  since: 'Ngày mở',
  until: 'Ngày đóng',
  close: 'Đóng điểm trạm',
  closeHow: 'Chỉ đóng khi thẻ kho không còn gì và không có hàng đang chuyển. Thẻ kho cũ vẫn xem được.',
  reopen: 'Mở lại điểm trạm',
  saved: 'Đã ghi điểm trạm',
  closed: 'Đã đóng điểm trạm',
  opened: 'Đã mở lại điểm trạm',
};
