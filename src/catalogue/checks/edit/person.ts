import type { Check } from '../../../domain/form/check.ts';

const law = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I: mẹ, cha là người khác, sinh trước';

function notSelf(parent: 'mother' | 'father', words: Check['message']): Check {
  return {
    id: `${parent}_is_self`,
    strength: 'stop',
    field: parent,
    when: { is: [{ path: parent }, { path: 'person' }] },
    message: words,
    law,
  };
}

function bornBefore(parent: 'mother' | 'father', words: Check['message']): Check {
  return {
    id: `${parent}_born_later`,
    strength: 'stop',
    field: parent,
    when: { above: [{ path: `${parent}.birthDate` }, { path: 'birthDate' }] },
    message: words,
    names: { born: { path: `${parent}.birthDate` } },
    law,
  };
}

/** A parent of the row that is being written. */
export const parentChecks: readonly Check[] = [
  bornBefore('mother', {
    vi: 'Mẹ sinh ngày {born}, sau người con',
    en: 'The mother was born on {born}, after the child',
  }),
  bornBefore('father', {
    vi: 'Cha sinh ngày {born}, sau người con',
    en: 'The father was born on {born}, after the child',
  }),
];

export const selfParentChecks: readonly Check[] = [
  notSelf('mother', { vi: 'Chọn mẹ là một người khác', en: 'Choose somebody else as the mother' }),
  notSelf('father', { vi: 'Chọn cha là một người khác', en: 'Choose somebody else as the father' }),
];

/** The book's own record tells of a day before the birth that is now written. */
export const bornAfterFacts: Check = {
  id: 'person_born_after_facts',
  strength: 'ask',
  field: 'birthDate',
  when: { below: [{ path: 'person.last.birth.mother' }, { path: 'birthDate' }] },
  message: {
    vi: 'Người này đã sinh con ngày {child}, trước ngày sinh vừa ghi. Đúng không?',
    en: 'This person had a child on {child}, before this date of birth. Is that right?',
  },
  names: { child: { path: 'person.last.birth.mother' } },
  law,
};
