/** The lock screen: by PIN, by the card, and what stands in the way of either. */
export const unlock = {
  title: 'Sổ đang khóa',
  open: 'Mở khóa',
  working: 'Đang mở…',
  useCard: 'Dùng thẻ khôi phục',
  usePin: 'Dùng mã PIN',
  others: 'Người khác dùng máy này',
  whose: (label: string): string => `Sổ của ${label}`,
  cardTitle: 'Mở bằng thẻ khôi phục',
  cardWords: 'Các từ trên thẻ, hoặc mã khôi phục',
  cardHint:
    'Gõ các từ theo thứ tự trên thẻ, cách nhau một dấu cách. Không cần dấu. Mất thẻ thì gọi người cấp mã kích hoạt xin mã khôi phục, rồi gõ mã đó vào đây.',
  cardMissing: 'Nhập các từ trên thẻ, hoặc mã khôi phục',
  wrongPin: 'Mã PIN chưa đúng',
  wrongCard: 'Các từ hoặc mã chưa đúng. Hãy xem lại thẻ, hoặc hỏi lại mã.',
  triesLeft: (count: number): string => `Còn ${count} lần thử`,
  wait: (seconds: number): string => `Chờ ${seconds} giây rồi thử lại`,
  waitMinutes: (minutes: number): string => `Chờ ${minutes} phút rồi thử lại`,
  spent: 'Đã hết lần thử. Hãy dùng thẻ khôi phục.',
  expired:
    'Mã PIN đã hết hạn vì máy lâu chưa liên lạc máy chủ. Hãy bật mạng và chờ một lát để dùng lại mã PIN. Chưa có mạng thì dùng thẻ khôi phục.',
  over: 'Máy quá lâu chưa liên lạc máy chủ nên thẻ cũng chưa mở được sổ. Không có gì bị xóa. Hãy bật mạng và chờ một lát.',
  unopened:
    'Chưa mở được sổ trên máy này. Không có gì bị xóa. Hãy đóng hẳn ứng dụng, tắt máy rồi mở lại và thử lần nữa. Vẫn không được thì báo cán bộ dân số xã để xin mã kích hoạt: sổ mới được lập bên cạnh, sổ cũ giữ nguyên trong máy.',
  damaged: 'Kho dữ liệu trên máy bị hỏng. Hãy báo cán bộ dân số xã để kích hoạt lại; những gì đã gửi không mất.',
};
