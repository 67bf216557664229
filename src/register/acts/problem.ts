import type { Words } from '../../domain/words.ts';
import type { ActProblem } from './act.ts';

const messages: { readonly [code in ActProblem['code']]: Words } = {
  no_household: { vi: 'Không tìm thấy hộ này trong sổ', en: 'This household is not in the book' },
  nobody: { vi: 'Chọn ít nhất một người', en: 'Choose at least one person' },
  no_head: { vi: 'Chọn chủ hộ', en: 'Choose the head of the household' },
  two_heads: { vi: 'Mỗi hộ chỉ có một chủ hộ', en: 'A household has one head only' },
  relation_missing: { vi: 'Chọn quan hệ với chủ hộ của từng người', en: "Choose everybody's relation to the head" },
  date_missing: { vi: 'Nhập ngày', en: 'Enter the date' },
  date_after_today: { vi: 'Ngày không được sau hôm nay', en: 'The date cannot be after today' },
  same_household: { vi: 'Chọn một hộ khác để nhập vào', en: 'Choose another household to join' },
  same_village: { vi: 'Hộ đã ở thôn này', en: 'The household is in this village already' },
  no_village: { vi: 'Chọn thôn chuyển đến', en: 'Choose the village' },
  no_range: {
    vi: 'Không có hộ nào từ số này đến số này. Nhập lại dãy số.',
    en: 'No household has a number in this range. Enter the range again.',
  },
  year_closed: { vi: 'Sổ năm này đã khóa', en: "This year's book is closed already" },
  year_to_come: { vi: 'Chưa đến năm này', en: 'This year has not come yet' },
  year_not_over: {
    vi: 'Năm chưa hết: số liệu ghi theo đến hôm nay. Vẫn khóa sổ, đúng không?',
    en: 'The year is not over: figures are those up to today. Close the book all the same?',
  },
  number_taken: {
    vi: 'Hộ số này đã có trong địa bàn. Vẫn dùng số này?',
    en: 'This number is in use in the area. Use it all the same?',
  },
  number_twice: { vi: 'Hai hộ không thể cùng một số', en: 'Two households cannot have one number' },
  malformed_number: {
    vi: 'Hộ số là số nguyên từ 1 đến 99999',
    en: 'A household number is a whole number from 1 to 99999',
  },
};

export function problem(code: ActProblem['code'], about?: string): ActProblem {
  const strength = code === 'number_taken' || code === 'year_not_over' ? 'ask' : 'stop';
  return { strength, code, message: messages[code], ...(about !== undefined && { about }) };
}
