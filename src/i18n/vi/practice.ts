/** "Tập dùng": an invented commune, and the first day in it. */
export const practice = {
  bar: {
    title: 'Tập dùng',
    how: 'Người trong sổ không có thật. Ghi gì cũng được, không gửi đi đâu, đóng lại là mất.',
    leave: 'Ra khỏi phần tập',
  },
  guide: {
    title: 'Hướng dẫn ngày đầu',
    how: 'Làm lần lượt. Việc đã làm có dấu ✓.',
    done: (count: number, of: number): string => `${count} / ${of} việc đã làm`,
    mark: 'Đã làm',
    find: 'Tìm người: gõ “hoa” vào ô Tìm hộ, người',
    findHow: 'Không cần gõ dấu. Bấm vào tên để mở hộ.',
    birth: 'Ghi một trẻ sinh ra cho chị Hoà',
    birthHow: 'Trong trang của hộ bấm Ghi biến động, chọn Sinh, trả lời từng trang rồi bấm Lưu.',
    visit: 'Ghi một lần thăm hộ',
    visitHow: 'Trong trang của hộ bấm Thăm hộ, chọn hình thức và nội dung, bấm Lưu.',
    mend: 'Rút lại một mục vừa ghi',
    mendHow: 'Mở Hôm nay tôi đã ghi, chọn mục ghi sai, bấm Rút lại.',
  },
} as const;
