/** The start gate: what a browser lacks, and what to do about it. */
export const gate = {
  title: 'Trình duyệt này chưa dùng được',
  inApp: 'Trang đang mở trong một ứng dụng khác',
  inAppHow: 'Sổ cần mở bằng Chrome thì mới giữ được dữ liệu trên máy.',
  openChrome: 'Mở bằng Chrome',
  lacks: 'Trình duyệt còn thiếu:',
  how: 'Hãy cập nhật Chrome lên bản 109 trở lên, rồi mở lại địa chỉ này. Trên máy tính Windows cũ, Chrome 109 là bản cuối và vẫn dùng được.',
  howSettings: 'Hãy sửa như trên, rồi mở lại địa chỉ này.',
  ability: {
    secure: 'kết nối an toàn (địa chỉ bắt đầu bằng https)',
    crypto: 'mã hóa dữ liệu',
    storage: 'kho dữ liệu trên máy (không dùng chế độ ẩn danh, không chặn cookie)',
    locks: 'khóa giữa các thẻ',
    worker: 'xử lý nền',
    serviceWorker: 'làm việc khi không có mạng',
    wasm: 'WebAssembly',
    compression: 'nén dữ liệu',
  },
  littleSpace: (megabytes: number): string => `Máy chỉ còn khoảng ${megabytes} MB trống`,
  littleSpaceHow: 'Nên xóa bớt ảnh, video để còn ít nhất 300 MB, nếu không sổ có thể không lưu được.',
} as const;
