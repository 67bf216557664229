/** "Tình trạng máy": the proof that nothing is lost. */
export const proof = {
  allSent: (moment: string): string => `Đã gửi đủ ✓ · ${moment}`,
  notYet: 'Chưa đối chiếu đủ với máy chủ. Bật mạng rồi bấm “Gửi ngay”.',
  code: 'Mã biên nhận',
  digest: 'Mã đối chiếu',
  drafts: 'Phiếu đang làm dở',
  mended: 'Tự sửa theo máy chủ',
  records: (count: string, moment: string): string => `${count} bản ghi, lần cuối ${moment}`,
  damaged: (count: string, moment: string): string =>
    `Từ ${moment}: ${count} dòng ghi chờ gửi bị bộ nhớ máy làm hỏng cả hai bản, máy không đọc lại và không gửi được; việc ghi sau đó còn trên máy nhưng máy chủ chưa tính. Nếu đã lưu tệp dự phòng hoặc nhờ máy khác mang đi, hãy gửi bản ấy. Nếu không, đừng xóa máy; báo cán bộ dân số xã.`,
  before: 'Trước khi xóa hoặc giao máy',
  onlyHere: 'Chỉ có trên máy này, xóa máy là mất:',
  waiting: (count: string): string => `${count} mục chờ gửi`,
  mending: (count: string): string => `${count} mục máy chủ trả lại, cần sửa`,
  draftsLeft: (count: string): string => `${count} phiếu đang làm dở`,
  nothing: 'Không có gì chỉ nằm trên máy này.',
  ask: 'Xin giấy xác nhận đã gửi đủ',
  asking: 'Đang gửi và hỏi máy chủ…',
  certified: (moment: string, acts: string): string =>
    `Máy chủ ký xác nhận lúc ${moment}: mọi việc ghi trên máy này (đến số ${acts}) đã ở máy chủ. Có thể xóa hoặc giao máy.`,
  /** Something is on this phone alone, and told above. */
  answered: (moment: string, acts: string): string =>
    `Máy chủ ký xác nhận lúc ${moment}: đã trả lời mọi việc gửi từ máy này (đến số ${acts}). Chưa xóa hoặc giao máy được: những mục nêu ở trên chỉ có trên máy này.`,
  outdated: (moment: string): string => `Giấy xác nhận lúc ${moment} đã cũ: sau đó máy này có ghi thêm.`,
  save: 'Lưu giấy xác nhận thành tệp',
  fileName: (day: string): string => `so-dan-so-xac-nhan-${day}.txt`,
  failed: {
    network: 'Chưa liên lạc được với máy chủ. Bật mạng rồi thử lại.',
    waiting: 'Còn mục chưa gửi được, nên chưa thể xác nhận. Xem dòng gửi ở trên cùng.',
    differs: 'Sổ trên máy và trên máy chủ chưa khớp. Đừng xóa máy; báo cán bộ dân số xã.',
  },
};
