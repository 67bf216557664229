import type { Check } from '../../../domain/form/check.ts';
import { relationFitChecks } from './relation.ts';
import { secondHead } from './second-head.ts';

/* The row of a person: what is typed must be able to be true. */

const law = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I "Thông tin cơ bản"';
const card = { path: 'insuranceNo' } as const;

const cardLength: Check = {
  id: 'insurance_length',
  strength: 'stop',
  field: 'insuranceNo',
  when: { all: [{ not: { unknown: card } }, { not: { oneOf: [{ lengthOf: card }, [10, 12, 15]] } }] },
  message: {
    vi: 'Số thẻ BHYT có 10, 12 hoặc 15 ký tự, viết liền không dấu cách; đang là {length}',
    en: 'An insurance number has 10, 12 or 15 characters without blanks; this one has {length}',
  },
  names: { length: { lengthOf: card } },
  law,
};

const cardTaken: Check = {
  id: 'insurance_taken',
  strength: 'ask',
  field: 'insuranceNo',
  when: { above: [{ path: 'alike.card' }, { value: 0 }] },
  message: {
    vi: 'Số thẻ BHYT này đã ghi cho người khác trong sổ. Vẫn ghi, đúng không?',
    en: 'This insurance number stands with somebody else in the book. Record it all the same?',
  },
  law,
};

const born: Check = {
  id: 'row_born_after_today',
  strength: 'stop',
  field: 'birthDate',
  when: { above: [{ path: 'birthDate' }, { path: 'today' }] },
  message: { vi: 'Ngày sinh không được sau hôm nay', en: 'The date of birth cannot be after today' },
  law,
};

const tooOld: Check = {
  id: 'row_very_old',
  strength: 'ask',
  field: 'birthDate',
  when: { above: [{ yearsFrom: { path: 'birthDate' }, to: { path: 'today' } }, { value: 105 }] },
  message: { vi: 'Người này {age} tuổi. Đúng không?', en: 'This person is {age} years old. Is that right?' },
  names: { age: { yearsFrom: { path: 'birthDate' }, to: { path: 'today' } } },
  law,
};

const newHeadElsewhere = {
  vi: 'Hộ này đã có chủ hộ. Muốn đổi chủ hộ, dùng “Đổi chủ hộ”. Vẫn ghi, đúng không?',
  en: 'This household has a head. To change the head, use “Change of head”. Record it all the same?',
} as const;
const heads = { home: 'household', message: newHeadElsewhere, law } as const;
/** Of who is written into a household, or comes to it. */
export const rowSecondHead = secondHead({ ...heads, id: 'row_second_head', who: 'person' });
/** Of the one who comes by marriage: the other one may be the head. */
export const spouseSecondHead = secondHead({ ...heads, id: 'marriage_second_head', who: 'spouse' });

/** 15 and married, or younger. */
export const youngMarried: Check = {
  id: 'row_child_married',
  strength: 'ask',
  field: 'marital',
  when: {
    all: [
      { not: { is: [{ path: 'marital' }, { value: 'single' }] } },
      { not: { unknown: { path: 'marital' } } },
      { below: [{ yearsFrom: { path: 'birthDate' }, to: { path: 'today' } }, { value: 15 }] },
    ],
  },
  message: {
    vi: 'Chưa đủ 15 tuổi mà không phải “Chưa kết hôn”. Đúng không?',
    en: 'Under 15 and not “Never married”. Is that right?',
  },
  law,
};

export const cardChecks: readonly Check[] = [cardLength, cardTaken];
export const relationChecks: readonly Check[] = [rowSecondHead, ...relationFitChecks];
export const birthDateChecks: readonly Check[] = [born, tooOld];
/** Of a whole row. */
export const rowChecks: readonly Check[] = [...birthDateChecks, ...cardChecks, ...relationChecks, youngMarried];
