import type { Words } from '../../domain/words.ts';

/** One of the eleven tables of the collaborator's monthly slip: its title and its columns, as printed. */
export interface SlipTable {
  readonly number: number;
  readonly title: Words;
  readonly columns: readonly Words[];
}

const number: Words = { vi: 'Hộ số', en: 'Household' };
const name: Words = { vi: 'Họ và tên', en: 'Name' };
const card: Words = { vi: 'Số thẻ BHYT', en: 'Insurance number' };
const relation: Words = { vi: 'Quan hệ với chủ hộ', en: 'Relation to head' };
const sex: Words = { vi: 'Giới tính', en: 'Sex' };
const born: Words = { vi: 'Ngày sinh', en: 'Birth date' };
const ethnicity: Words = { vi: 'Dân tộc', en: 'Ethnic group' };
const note: Words = { vi: 'Ghi chú', en: 'Note' };
const wife: Words = { vi: 'Họ tên vợ (15–49 tuổi)', en: "Wife's name (15–49)" };
const place: Words = { vi: 'Nơi thực hiện, ghi chú', en: 'Where, note' };

const tables: readonly (readonly [title: Words, columns: readonly Words[]])[] = [
  [
    { vi: 'Trẻ sinh ra', en: 'Births' },
    [
      number,
      { vi: 'Họ tên con', en: "Child's name" },
      { vi: 'Ngày sinh: nam', en: 'Born: boy' },
      { vi: 'Ngày sinh: nữ', en: 'Born: girl' },
      ethnicity,
      { vi: 'Họ tên mẹ', en: "Mother's name" },
      { vi: 'Số thẻ BHYT mẹ', en: "Mother's insurance number" },
      { vi: 'Ngày sinh mẹ', en: "Mother's birth date" },
      { vi: 'Nơi đẻ', en: 'Place of delivery' },
      { vi: 'Con thứ mấy của mẹ', en: "Which of the mother's children" },
    ],
  ],
  [
    { vi: 'Sàng lọc sơ sinh', en: 'Newborn screening' },
    [
      number,
      { vi: 'Họ tên trẻ', en: "Child's name" },
      { vi: 'Suy giáp trạng bẩm sinh', en: 'Congenital hypothyroidism' },
      { vi: 'Thiếu men G6PD', en: 'G6PD deficiency' },
      { vi: 'Tăng sản thượng thận bẩm sinh', en: 'Congenital adrenal hyperplasia' },
      { vi: 'Khiếm thính bẩm sinh', en: 'Congenital hearing loss' },
      { vi: 'Tim bẩm sinh', en: 'Congenital heart disease' },
      place,
    ],
  ],
  [
    { vi: 'Người chết', en: 'Deaths' },
    [number, name, card, relation, sex, born, { vi: 'Ngày chết', en: 'Date of death' }, note],
  ],
  [
    { vi: 'Chuyển đến từ xã khác', en: 'Moved in from another commune' },
    [
      number,
      name,
      card,
      relation,
      sex,
      born,
      ethnicity,
      { vi: 'Trình độ học vấn', en: 'Education' },
      { vi: 'Tình trạng hôn nhân', en: 'Marital status' },
      { vi: 'Ngày đến', en: 'Date of arrival' },
      { vi: 'Nơi đi', en: 'From' },
    ],
  ],
  [
    { vi: 'Chuyển đi khỏi xã', en: 'Moved out of the commune' },
    [
      number,
      name,
      card,
      relation,
      sex,
      born,
      { vi: 'Ngày đi', en: 'Date of leaving' },
      { vi: 'Nơi đến', en: 'To' },
      note,
    ],
  ],
  [
    { vi: 'Thay đổi thông tin cơ bản', en: 'Changes of basic information' },
    [number, name, card, sex, born, { vi: 'Thông tin cũ', en: 'Before' }, { vi: 'Thông tin mới', en: 'After' }, note],
  ],
  [
    { vi: 'Vợ chồng mới sử dụng BPTT', en: 'Couples who began a method' },
    [number, wife, card, born, { vi: 'Ngày sử dụng', en: 'Date' }, { vi: 'Mã BPTT mới', en: 'Method' }],
  ],
  [
    { vi: 'Vợ chồng thôi sử dụng BPTT', en: 'Couples who stopped a method' },
    [number, wife, card, born, { vi: 'Ngày thôi', en: 'Date' }, { vi: 'Mã BPTT thôi', en: 'Method' }],
  ],
  [
    { vi: 'Phụ nữ có thông tin thai sản', en: 'Pregnancies' },
    [
      number,
      name,
      card,
      born,
      { vi: 'Ngày sự kiện', en: 'Date' },
      { vi: 'Mang thai, sảy thai, phá thai', en: 'Pregnancy, miscarriage, abortion' },
      { vi: 'Mang thai lần thứ', en: 'Which pregnancy' },
    ],
  ],
  [
    { vi: 'Sàng lọc trước sinh', en: 'Prenatal screening' },
    [
      number,
      card,
      { vi: 'Họ tên mẹ', en: "Mother's name" },
      { vi: 'Nơi cư trú', en: 'Residence' },
      born,
      { vi: 'Tuần thai (12 hoặc 21)', en: 'Week (12 or 21)' },
      { vi: 'Ngày thực hiện', en: 'Date' },
      { vi: 'Edwards', en: 'Edwards' },
      { vi: 'Down', en: 'Down' },
      { vi: 'Patau', en: 'Patau' },
      { vi: 'Thalassemia', en: 'Thalassemia' },
      place,
    ],
  ],
  [
    { vi: 'Người cao tuổi khám sức khỏe', en: 'Elders who had a check-up' },
    [
      number,
      { vi: 'Mã số đối tượng', en: 'Person code' },
      name,
      { vi: 'Năm sinh', en: 'Year of birth' },
      { vi: 'Ngày khám', en: 'Date' },
      note,
    ],
  ],
];

/**
 * Phiếu thu tin P0/CTV. Thông tư 01/2022/TT-BYT, Phụ lục I; the columns as a commune's software prints them, the signed
 * appendix was not seen.
 */
export const slipTables: readonly SlipTable[] = tables.map(([title, columns], index) => ({
  number: index + 1,
  title,
  columns,
}));
