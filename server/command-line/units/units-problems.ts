import type { UnitsProblem } from '../../../src/sync/units-change.ts';
import { type Told, told } from '../told.ts';

/** Not among what phones are told: only the command line asks of several communes. */
export const communeMerged = [
  'Một trong các xã này vừa nhập vào xã khác: xem lại mã xã bằng units list rồi làm lại.',
  'One of these communes has just gone into another: look at the codes by units list, and ask again.',
] as const;

const problems: { readonly [problem in UnitsProblem | 'commune_merged']: readonly [vi: string, en: string] } = {
  bad_request: ['Yêu cầu không đọc được.', 'The request cannot be read.'],
  commune_merged: communeMerged,
  role: ['Chỉ cán bộ xã làm được việc này.', 'Only an officer can do this.'],
  unknown_unit: ['Không có thôn này trong xã.', 'There is no such village in the commune.'],
  ended_unit: ['Thôn này không còn nữa.', 'This village is no more.'],
  same_unit: ['Chọn hai thôn khác nhau.', 'Choose two different villages.'],
  name_missing: ['Thiếu tên mới.', 'The new name is missing.'],
  name_taken: ['Xã đã có thôn tên này.', 'The commune has a village of this name.'],
  date_missing: [
    'Ngày viết theo kiểu 2026-07-01 và sau ngày lập thôn.',
    'The date is written like 2026-07-01 and lies after the founding of the village.',
  ],
  date_after_today: ['Ngày không được sau hôm nay.', 'The date cannot be after today.'],
  no_household: ['Không có hộ nào trong dãy số này.', 'No household has one of these numbers.'],
  unknown_change: ['Không có việc nào với mã này, hoặc đã lấy lại.', 'No such change, or it was taken back already.'],
  not_last: [
    'Sau đó thôn đã có thay đổi khác: lấy lại thay đổi sau trước.',
    'The village was changed again since: take that back first.',
  ],
};

/** Why units were not changed, in both languages. */
export function tellProblem(problem: keyof typeof problems): Told {
  return told(...problems[problem]);
}
