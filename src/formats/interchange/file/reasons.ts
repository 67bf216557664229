import { formatDate, isPartialDate } from '../../../domain/calendar/partial-date.ts';
import { say, type Words } from '../../../domain/words.ts';

/* What may be said about a row. */

/** As it stands in the cell, or as the book calls it. */
export type Spoken = string | Words;

type Say = (value: Spoken) => Words;

const said = (vi: string, en: string): Say => {
  // What stands in a cell is quoted as it stands; a date that is spoken of is spelt as people write it.
  const isQuoted = vi.includes('"{}"');
  const spell = (value: string) => (!isQuoted && isPartialDate(value) ? formatDate(value) : value);
  const spoken = (value: Spoken, language: 'vi' | 'en') =>
    spell(typeof value === 'string' ? value : say(value, language));
  return (value) => ({ vi: vi.replace('{}', spoken(value, 'vi')), en: en.replace('{}', spoken(value, 'en')) });
};

/** Reasons for which a row is refused. `{}` is the value that stands in the cell. */
export const refusals = {
  no_key: said('thiếu mã', 'the key is missing'),
  unreadable_date: said('không đọc được ngày "{}"', 'the date "{}" cannot be read'),
  serial_date: said(
    '"{}" là số ngày của bảng tính, không phải ngày: định dạng cột thành ngày/tháng/năm rồi lưu lại',
    '"{}" is a spreadsheet\'s day number, not a date: format the column as a date and save again',
  ),
  short_year: said('năm chỉ có hai chữ số: "{}", cần đủ bốn', 'the year has two digits only: "{}"'),
  impossible_date: said('ngày "{}" không có trong lịch', 'there is no date "{}"'),
  incomplete_date: said('cần đủ ngày, tháng, năm, không phải "{}"', 'a whole date is needed, not "{}"'),
  no_date: said('thiếu ngày', 'the date is missing'),
  future_date: said('ngày {} ở tương lai', 'the date {} lies in the future'),
  before_birth: said('ngày {} trước ngày sinh của người này', 'the date {} is before the birth of this person'),
  after_death: said('ngày {} sau ngày chết của người này', 'the date {} is after the death of this person'),
  unknown_code: said('không có mã "{}"', 'there is no code "{}"'),
  unknown_village: said('không có thôn mã "{}"', 'there is no village with code "{}"'),
  unknown_place: said('không có đơn vị mã "{}"', 'there is no unit with code "{}"'),
  unknown_household: said('không có hộ "{}"', 'there is no household "{}"'),
  unknown_person: said('không có người "{}"', 'there is no person "{}"'),
  not_writable: said('giá trị này không ghi được vào sổ', 'this value cannot be written into the book'),
  no_quantity: said('số lượng "{}" không phải số nguyên khác 0', 'the quantity "{}" is no whole number other than 0'),
  erased: said(
    'đã được xóa khỏi sổ theo yêu cầu, không ghi lại',
    'was erased from the book on request and is not written again',
  ),
  method_not_open: said('thôi biện pháp "{}" mà không đang dùng', 'stops the method "{}", which is not in use'),
} as const;

/** Reasons to ask; whoever takes the row takes what is said here. */
export const doubts = {
  twice_in_file: said(
    'mã "{}" có hai lần trong tệp; chỉ lấy dòng đầu',
    'the key "{}" is here twice; the first is taken',
  ),
  joined_in_book: said(
    'sổ đã ghép người này với người có mã "{}": dòng này không lấy',
    'the book joined this person with the one whose key is "{}": this row is not taken',
  ),
  other_values: said('dòng này đã có trong sổ, nay khác: {}', 'this row is in the book already, with another: {}'),
  no_name: said('thiếu họ và tên', 'the name is missing'),
  no_sex: said('thiếu giới tính', 'the sex is missing'),
  no_birth_date: said('thiếu ngày sinh', 'the birth date is missing'),
  no_residence: said(
    'thiếu tình trạng cư trú: không tính là thường trú',
    'residence is missing: not counted as resident',
  ),
  gone_residence: said(
    'không rõ trước khi đi hoặc chết có thường trú không: tính là thường trú',
    'nothing says how they lived here before they left or died: counted as resident',
  ),
  no_new_household: said('không rõ về hộ nào', 'nothing says to which household'),
  opening_differs: said(
    'sổ mở đầu khác với những gì tệp kể: sửa {} lúc mở sổ',
    'the book opens otherwise than the file tells: {} at the opening is changed',
  ),
  taken_back: said('sổ đã hủy việc này: nhập lại thì có lại', 'the book took this back: it comes back'),
  in_book: said('sổ đã có cùng việc, cùng người, cùng ngày, mã khác', 'the book has the same event under another key'),
  no_household: said('không ở hộ nào', 'lives in no household'),
  no_number: said('thiếu hộ số', 'the household number is missing'),
  odd_number: said('số "{}" không hợp lệ, bỏ trống', 'the number "{}" is no number here; left blank'),
  odd_text: said('"{}" không hợp lệ, bỏ trống', '"{}" does not fit; left blank'),
  odd_code: said('không rõ "{}", ghi "khác"', '"{}" is not known; written as "other"'),
  number_in_book: said(
    'thôn đã có hộ số {} trong sổ: nhập thì thành hộ thứ hai cùng số',
    'the book has a household {} in this village: this is a second one of that number',
  ),
  same_number: said('hộ số {} có hai lần trong thôn', 'the number {} is in this village twice'),
  no_head: said('hộ không có chủ hộ', 'the household has no head'),
  heads: said('hộ có {} chủ hộ', 'the household has {} heads'),
  same_person: said('trùng họ tên, ngày sinh, giới tính với dòng {}', 'same name, birth date and sex as row {}'),
  person_in_book: said(
    'trùng họ tên, ngày sinh, giới tính với một người của sổ, hộ số {}',
    'same name, birth date and sex as somebody in the book, household {}',
  ),
  card_in_book: said(
    'số này đã là của một người trong sổ, hộ số {}',
    'somebody in the book has this number, household {}',
  ),
  odd_mother_age: said('mẹ {} tuổi khi sinh', 'the mother was {} at the birth'),
  spouse_differs: said('vợ/chồng "{}" lại ghi người khác', 'the spouse "{}" names somebody else'),
  spouse_guessed: said('ghi ly hôn với "{}", người cùng hộ', 'divorced from "{}" of the same household'),
  spouse_unknown: said(
    'ly hôn với ai? Nếu là {} thì ghi mã trong ngoặc vào cột này; nay chỉ tính một người',
    'divorced from whom? If from {}, write the key in brackets into this column; only one person is counted now',
  ),
  own_spouse: said('ghi chính mình là vợ/chồng, bỏ trống', 'is named as their own spouse; left blank'),
  not_married: said('ly hôn mà trước đó không có vợ/chồng', 'divorces without having been married'),
  no_birth_event: said(
    'sinh {} mà không có biến động sinh: có mặt từ ngày sinh',
    'born on {} without a birth event: is there from that day',
  ),
  birth_date_differs: said('ngày sinh của người là {}', 'the birth date of the person is {}'),
  other_household: said(
    'theo bảng nhân khẩu, lúc đó đang ở hộ {}',
    'was in the household {} then, by the table of persons',
  ),
  ends_otherwise: said('sau các biến động thành "{}"', 'is "{}" after all events'),
  no_reason: said('thiếu lý do', 'the reason is missing'),
  no_method: said('thiếu biện pháp; ghi biện pháp đang dùng', 'the method is missing; the one in use is written'),
  not_a_woman: said('người này không phải nữ', 'this person is not a woman'),
  under_60: said('chưa đủ 60 tuổi', 'is not yet 60'),
  written_twice: said('cùng việc, cùng người, cùng ngày với dòng {}', 'the same event as row {}'),
  no_old: said('thiếu thông tin cũ', 'the old value is missing'),
  as_ceasing: said('vẫn ở, thành tạm trú: ghi là thôi thường trú', 'stays as temporary: written as ceasing to reside'),
  short_code: said('đọc là mã "{}"', 'read as code "{}"'),
  other_name: said('máy chủ đã có tên "{}": giữ tên đó', 'the hub has the name "{}": it stays'),
  other_predecessors: said(
    'máy chủ đã ghi các đơn vị trước là "{}": giữ như vậy',
    'the hub has the predecessors "{}": they stay',
  ),
  unknown_parent: said('không có đơn vị cấp trên "{}"', 'there is no unit above with code "{}"'),
  stock_short: said('sau dòng này thẻ kho âm: {}', 'the card is below nought after this row: {}'),
  stock_expired: said('cấp, xuất lô đã hết hạn {}', 'gives a lot that expired {}'),
  stock_passed_over: said('lô {} hết hạn trước còn hàng', 'lot {} expires first and is there'),
  stock_other_expiry: said('lô này có hạn dùng khác: {}', 'this lot has another expiry: {}'),
  another_commune: said('thuộc xã khác, không lấy', 'belongs to another commune; not taken'),
} as const;

export type Refusal = keyof typeof refusals;
export type Doubt = keyof typeof doubts;

/** What is said of a whole kind of doubt, whatever the value. */
export function doubtWords(why: string): Words {
  return isDoubt(why) ? doubts[why]('…') : { vi: why };
}

function isDoubt(why: string): why is Doubt {
  return Object.hasOwn(doubts, why);
}
