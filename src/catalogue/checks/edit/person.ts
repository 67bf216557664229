import type { Operand } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';
import { isOddForMother } from '../../rules/age/odd-mother-age.ts';
import { birthMotherAge } from '../life/birth-mother-age.ts';
import { isSexAnew } from './couple.ts';
import { closer } from './relation.ts';

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

const motherBorn: Operand = { path: 'mother.birthDate' };
const motherAge: Operand = { yearsFrom: motherBorn, to: { path: 'birthDate' } };

/** Her age where the child's date of birth, or the mother, is written anew: as with a birth, rare and not impossible. */
const motherAgeOdd: Check = {
  id: 'mother_age_odd',
  strength: 'ask',
  field: 'mother',
  when: {
    all: [
      {
        any: ['birthDate', 'mother'].map((key) => ({
          not: { is: [{ path: key }, { path: `person.${key}` }] as const },
        })),
      },
      { below: [motherBorn, { path: 'birthDate' }] },
      isOddForMother(motherAge),
    ],
  },
  message: birthMotherAge.message,
  names: { motherAge },
  law: birthMotherAge.law,
};

/** A parent of the row that is being written. */
export const parentChecks: readonly Check[] = [
  motherAgeOdd,
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

/** The book tells of something that the person lived through before the birth that is now written: nothing counts before a birth. */
const bornAfterFacts: Check = {
  id: 'person_born_after_facts',
  strength: 'stop',
  field: 'birthDate',
  when: { below: [{ path: 'person.lived.first' }, { path: 'birthDate' }] },
  message: {
    vi: 'Sổ ghi việc của người này ngày {first}, trước ngày sinh vừa ghi: ghi lại ngày sinh, hoặc rút lại việc đó trước',
    en: 'The book tells of this person on {first}, before this date of birth: mend the date, or take that record back first',
  },
  names: { first: { path: 'person.lived.first' } },
  law,
};

/** The birth stands on another day, and the birth date is left as it is: one of the two is wrong. */
const birthFactDiffers: Check = {
  id: 'person_birth_fact_differs',
  strength: 'ask',
  field: 'birthDate',
  when: {
    all: [
      { complete: { path: 'birthDate' } },
      { is: [{ path: 'birthDate' }, { path: 'person.birthDate' }] },
      { not: { unknown: { path: 'person.last.birth.child' } } },
      { not: { is: [{ path: 'birthDate' }, { path: 'person.last.birth.child' }] } },
    ],
  },
  message: {
    vi: 'Sự kiện sinh ghi ngày {told}, khác ngày sinh này. Ghi lại sự kiện sinh theo ngày sinh này, đúng không?',
    en: 'The birth is dated {told}, not on this date of birth. Date the birth anew by this date?',
  },
  names: { told: { path: 'person.last.birth.child' } },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 1 (trẻ sinh ra, theo ngày sinh)',
};

const first = { path: 'person.children.first' } as const;

/** A parent who would be born after a child, or be a child then. */
const bornAfterChild: Check = {
  id: 'person_born_after_child',
  strength: 'ask',
  field: 'birthDate',
  when: {
    all: [
      { not: { is: [{ path: 'birthDate' }, { path: 'person.birthDate' }] } },
      closer({ path: 'birthDate' }, first, 10),
    ],
  },
  message: {
    vi: 'Con của người này sinh {first}, mà người này ghi sinh {born}. Đúng không?',
    en: 'A child of this person was born {first}, and this person {born}. Is that right?',
  },
  names: { first, born: { path: 'birthDate' } },
  law,
};

const sexOfParent: Check = {
  id: 'person_sex_of_parent',
  strength: 'ask',
  field: 'sex',
  when: { all: [isSexAnew, { not: { unknown: first } }, { not: { unknown: { path: 'person.sex' } } }] },
  message: {
    vi: 'Trong sổ, người này là mẹ hoặc cha của người khác. Đổi giới tính, đúng không?',
    en: 'In the book this person is a mother or father. Change the sex?',
  },
  law,
};

export const bornChecks: readonly Check[] = [bornAfterFacts, birthFactDiffers, bornAfterChild, sexOfParent];
