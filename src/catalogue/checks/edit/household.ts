import type { Check } from '../../../domain/form/check.ts';
import { afterToday } from '../fact-checks.ts';

/** Numbers run within a numbering area; two sheets of one number are asked about, for the paper may have them. */
export const numberTaken: Check = {
  id: 'household_number_taken',
  strength: 'ask',
  field: 'number',
  when: {
    all: [
      { above: [{ path: 'alike.number' }, { value: 0 }] },
      { not: { is: [{ path: 'number' }, { path: 'household.number' }] } },
    ],
  },
  message: {
    vi: 'Hộ số {number} đã có trong địa bàn đánh số này. Vẫn ghi, đúng không?',
    en: 'Household {number} exists in this numbering area. Record it all the same?',
  },
  names: { number: { path: 'number' } },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV: hộ số đánh liên tục trong địa bàn',
};

/** A sheet without anything on it could not be found again, by nobody. */
export const householdUnnamed: Check = {
  id: 'household_unnamed',
  strength: 'stop',
  field: 'number',
  when: {
    all: [
      { unknown: { path: 'number' } },
      { unknown: { path: 'address' } },
      { not: { is: [{ path: 'isUnnumbered' }, { value: true }] } },
    ],
  },
  message: {
    vi: 'Nhập hộ số hoặc địa chỉ hộ; hộ chưa được đánh số thì chọn “Có” ở “Hộ này chưa có số”',
    en: 'Enter the number or the address; if the household has no number yet, answer “Yes” below',
  },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV: mỗi hộ một trang, có hộ số hoặc địa chỉ',
};

export const editDateCheck: Check = afterToday({
  of: 'edit',
  date: { vi: 'Ngày thay đổi', en: 'The date of the change' },
});
