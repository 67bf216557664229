import type { Random } from '../chance/random.ts';

export type Sex = 'male' | 'female';

/** Shares of surnames in percent, rounded from what is commonly reported: Nguyễn about a third. Invented beyond that. */
export const surnames: readonly (readonly [name: string, share: number])[] = [
  ['Nguyễn', 34],
  ['Trần', 11],
  ['Lê', 9.5],
  ['Phạm', 7],
  ['Hoàng', 4.5],
  ['Phan', 4.5],
  ['Vũ', 3.9],
  ['Đặng', 2.1],
  ['Bùi', 2],
  ['Đỗ', 1.4],
  ['Hồ', 1.3],
  ['Ngô', 1.3],
  ['Dương', 1],
  ['Lý', 0.5],
  ['Đinh', 1],
  ['Đào', 1],
  ['Trịnh', 1],
  ['Lương', 1],
  ['Nông', 1],
  ['Ma', 0.8],
  ['Triệu', 0.7],
  ['Lưu', 0.7],
  ['Chu', 0.6],
  ['Tạ', 0.6],
  ['Mai', 0.6],
  ['Hà', 0.6],
];

const middleNames: { readonly [sex in Sex]: readonly (readonly [string, number])[] } = {
  male: [
    ['Văn', 42],
    ['Đức', 8],
    ['Hữu', 7],
    ['Minh', 7],
    ['Quang', 6],
    ['Xuân', 5],
    ['Công', 4],
    ['Anh', 4],
    ['Thanh', 4],
    ['Ngọc', 3],
    ['Gia', 3],
    ['Trọng', 2],
    ['Tuấn', 2],
    ['Bá', 1],
  ],
  female: [
    ['Thị', 48],
    ['Thị Thu', 6],
    ['Thị Ngọc', 6],
    ['Thị Thanh', 5],
    ['Thị Kim', 4],
    ['Ngọc', 6],
    ['Thùy', 5],
    ['Phương', 4],
    ['Khánh', 4],
    ['Bảo', 3],
    ['Mai', 2],
    ['Thanh', 2],
    ['Minh', 2],
  ],
};

/** No "Hòa" among them: the demo's own Nguyễn Thị Hoà is the only one. */
const givenNames: { readonly [sex in Sex]: readonly string[] } = {
  male: (
    'An Anh Bách Bảo Bình Chiến Chung Công Cường Dũng Duy Dương Đại Đạt Điệp Định Đông Đức Giang Hải Hạnh Hiếu Hiệp ' +
    'Hiển Hoàng Hùng Huy Hưng Khang Khánh Khoa Kiên Lâm Lập Linh Long Lộc Lợi Luân Lương Mạnh Minh Nam Nghĩa Nguyên ' +
    'Nhân Nhật Ninh Phong Phú Phúc Phước Quân Quang Quốc Quý Quyết Sáng Sơn Tài Tâm Tân Thái Thắng Thành Thảo Thịnh ' +
    'Thọ Thông Thuận Tiến Tín Toàn Trí Trung Trường Tuấn Tùng Tú Tường Việt Vinh Vũ Vượng'
  ).split(' '),
  female: (
    'An Anh Ánh Bích Bình Chi Chinh Cúc Dung Duyên Đào Điệp Giang Hà Hạnh Hằng Hân Hiên Hiền Hoa Hồng Huệ Huyền Hương ' +
    'Khánh Lan Lành Lê Liên Linh Loan Lụa Lý Mai Mận Minh Mơ My Nga Ngân Ngọc Nguyệt Nhàn Nhi Nhung Như Oanh Phúc ' +
    'Phương Phượng Quyên Quỳnh Sen Tâm Thanh Thảo Thắm Thoa Thơm Thu Thủy Thùy Thư Thương Tình Trà Trang Trâm Trinh ' +
    'Tuyết Tú Uyên Vân Vi Xuân Yên Yến'
  ).split(' '),
};

/** Family name first, then middle and given names, as it is written in Viet Nam. NFC. */
export function drawName(random: Random, sex: Sex, surname: string): string {
  return `${surname} ${random.weighted(middleNames[sex])} ${random.pick(givenNames[sex])}`.normalize('NFC');
}
