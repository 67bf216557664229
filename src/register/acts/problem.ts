import type { Words } from '../../domain/words.ts';
import type { ActProblem } from './act.ts';

const messages: { readonly [code in ActProblem['code']]: Words } = {
  no_household: { vi: 'Không tìm thấy hộ này trong sổ', en: 'This household is not in the book' },
  nobody: { vi: 'Chọn ít nhất một người', en: 'Choose at least one person' },
  nobody_then: { vi: 'Ngày đó chưa có ai trong số này ở hộ', en: 'None of them lived in the household on that day' },
  came_later: { vi: 'Có người sinh hoặc đến hộ sau ngày này', en: 'Somebody came, or was born, after that day' },
  gone_since: { vi: 'Có người đã mất hoặc đã đi từ ngày này', en: 'Somebody has died or left since that day' },
  no_head: { vi: 'Chọn chủ hộ', en: 'Choose the head of the household' },
  two_heads: { vi: 'Mỗi hộ chỉ có một chủ hộ', en: 'A household has one head only' },
  relation_missing: { vi: 'Chọn quan hệ với chủ hộ của từng người', en: "Choose everybody's relation to the head" },
  relation_odd: { vi: 'Quan hệ với chủ hộ chưa hợp lý. Đúng không?', en: 'An odd relation to the head. Is it right?' },
  date_missing: { vi: 'Nhập đủ ngày, tháng, năm', en: 'Enter the whole date' },
  date_after_today: { vi: 'Ngày không được sau hôm nay', en: 'The date cannot be after today' },
  same_household: { vi: 'Tìm và chọn một hộ khác', en: 'Choose another household to join' },
  same_village: { vi: 'Hộ đã ở thôn này', en: 'The household is in this village already' },
  no_village: { vi: 'Chọn thôn chuyển đến', en: 'Choose the village' },
  no_range: {
    vi: 'Không có hộ nào từ số này đến số này. Nhập lại dãy số.',
    en: 'No household has a number in this range. Enter the range again.',
  },
  year_closed: { vi: 'Sổ năm này đã khóa', en: "This year's book is closed already" },
  year_to_come: { vi: 'Chưa đến năm này', en: 'This year has not come yet' },
  year_not_over: {
    vi: 'Năm chưa hết: số liệu tính đến hôm nay. Vẫn khóa sổ, đúng không?',
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
  unacceptable: {
    vi: 'Máy chủ sẽ không nhận như vậy. Hãy xem lại rồi lưu.',
    en: 'The hub would not take this. Look at it again, then save.',
  },
};

const doubts: ReadonlySet<ActProblem['code']> = new Set([
  'number_taken',
  'relation_odd',
  'came_later',
  'gone_since',
  'year_not_over',
]);

/** @param message what is said of it here, where that is more than what is said anywhere */
export function problem(code: ActProblem['code'], about?: string, message: Words = messages[code]): ActProblem {
  const strength = doubts.has(code) ? 'ask' : 'stop';
  return { strength, code, message, ...(about !== undefined && { about }) };
}
