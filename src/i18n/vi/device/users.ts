/** One phone that several people use: the list before any PIN, and what each is called there. */
export const users = {
  title: 'Ai dùng máy này?',
  text: 'Mỗi người có sổ riêng, khóa bằng mã PIN riêng. Chọn ký hiệu của mình rồi nhập mã PIN.',
  nameless: (number: number): string => `Người dùng ${number}`,
  current: 'Dùng gần đây nhất',
  revoked: 'Máy của người này đã bị thu hồi',
  add: 'Thêm người dùng',
  addingHow: 'Người mới cần mã riêng. Sổ của người dùng trước vẫn khóa nguyên trên máy, việc chờ gửi vẫn được gửi.',
  unfinishedHow:
    'Nếu đó là bạn, hãy nhập lại đúng mã ấy. Thẻ khôi phục đã in hoặc chép lần trước không còn giá trị, hãy bỏ đi; thẻ mới sẽ hiện ra.',
  label: 'Ký hiệu trên máy này',
  labelHint: '1 đến 3 chữ cái hoặc số, ví dụ chữ đầu của họ tên. Ai cầm máy cũng thấy, nên đừng ghi đủ tên.',
  labelText: 'Hiện ở màn hình khóa khi máy có nhiều người dùng.',
  saveLabel: 'Đổi ký hiệu',
  labelSaved: 'Đã đổi ký hiệu',
  errors: {
    missing: 'Nhập ký hiệu của bạn',
    shape: 'Ký hiệu chỉ gồm 1 đến 3 chữ cái hoặc số, viết liền',
    taken: 'Người khác trên máy này đã dùng ký hiệu ấy. Hãy chọn ký hiệu khác.',
  },
  leave: 'Xóa sổ của tôi khỏi máy này',
  leaveHow:
    'Sổ của bạn và mã PIN sẽ bị xóa khỏi máy này. Máy chủ đã có đủ những gì bạn ghi. Sổ của người khác trên máy không đổi. Muốn dùng lại ở đây, bạn cần mã kích hoạt mới.',
  leaveNow: 'Xóa khỏi máy này',
  stay: 'Không xóa',
  leaveUnproved: 'Chưa xóa: còn việc chưa gửi hoặc phiếu làm dở. Hãy xin lại giấy xác nhận đã gửi đủ.',
};
