/** The bar on top: whether my work has arrived, what stands in its way, what to do about it. */
export const bar = {
  waiting: (count: number): string => `${count} mục chờ gửi`,
  lastSent: (when: string): string => ` · lần cuối ${when}`,
  sending: (done: number, of: number): string => ` · đang gửi ${done} / ${of}`,
  nothingWaiting: 'Không có mục chờ gửi',
  sent: (when: string): string => `Đã gửi lúc ${when}`,
  onDay: (time: string, day: string): string => `${time} ngày ${day}`,
  progress: (done: number, of: number): string => `Đang nhận ${done} / ${of}`,
  partial: 'Sổ chưa tải đủ về máy: số liệu còn thiếu.',
  offline: 'Không có mạng. Vẫn làm việc bình thường.',
  mending: (count: number): string => `${count} mục cần sửa`,
  sendNow: 'Gửi ngay',
  saved: 'Đã lưu trên máy',
  /** By why it did not come through, and what to do. */
  trouble: {
    hub: 'Chưa liên lạc được máy chủ. Sẽ tự gửi lại.',
    busy: 'Máy chủ đang bận. Sẽ tự gửi lại.',
    foreign: 'Mạng này chưa cho vào máy chủ. Hãy đăng nhập Wi-Fi, hoặc dùng mạng khác.',
    forged: 'Có ai đó trả lời thay máy chủ; máy không tin và giữ nguyên việc đã ghi. Hãy dùng mạng khác.',
    device: 'Máy chủ không nhận ra máy này. Việc đã ghi vẫn còn trên máy. Hãy báo người cấp mã kích hoạt.',
    frozen: 'Máy chủ tạm giữ máy này vì thấy hai máy trùng nhau. Hãy báo người cấp mã kích hoạt.',
    revoked: 'Máy này đã bị thu hồi. Hãy báo người cấp mã kích hoạt.',
    refused: 'Máy chủ chưa nhận được việc đã gửi. Việc vẫn còn trên máy. Hãy báo người cấp mã kích hoạt.',
  },
  clockWrong: (time: string): string => `Ngày giờ trên máy sai ${time}`,
  clockHow: '. Vào Cài đặt của máy, bật ngày giờ tự động.',
  minutes: (count: number): string => `${count} phút`,
  hours: (count: number): string => `${count} giờ`,
  days: (count: number): string => `${count} ngày`,
  /** The answer to "Gửi ngay". */
  notSent: (when: string): string => `Chưa gửi được lúc ${when}. Máy sẽ tự gửi lại.`,
  upToDate: (when: string): string => `Đã hỏi máy chủ lúc ${when}: sổ đã mới nhất.`,
} as const;
