import type { Condition, Operand } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';
import type { Words } from '../../../domain/words.ts';
import { afterLeaving, bornLater, factChecks, lifeChecks } from '../fact-checks.ts';
import { leftThatDay } from '../move/left-that-day.ts';

const law = 'Luật Hôn nhân và gia đình 2014, Điều 3 và Điều 8: nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi; một vợ một chồng';
const fact = { of: 'marriage', who: 'person', date: { vi: 'Ngày kết hôn', en: 'The date of marriage' } } as const;

function underAge(sex: Operand, birthDate: Operand): Condition {
  const age: Operand = { yearsFrom: birthDate, to: { path: 'date' } };
  const isOf = (code: string): Condition => ({ is: [sex, { value: code }] });
  return {
    any: [
      { all: [isOf('male'), { below: [age, { value: 20 }] }] },
      { all: [isOf('female'), { below: [age, { value: 18 }] }] },
    ],
  };
}

/** Counted, not refused: the book tells what is. */
function tooYoung(id: string, field: string, sex: string, birthDate: string): Check {
  const age: Operand = { yearsFrom: { path: birthDate }, to: { path: 'date' } };
  const message: Words = {
    vi: 'Mới {age} tuổi, chưa đủ tuổi kết hôn; sẽ ghi là tảo hôn. Đúng không?',
    en: 'Only {age} years old, below the legal age; it is recorded as child marriage. Is that right?',
  };
  return {
    id,
    strength: 'ask',
    field,
    when: underAge({ path: sex }, { path: birthDate }),
    message,
    names: { age },
    law,
  };
}

function marriedAlready(id: string, who: string): Check {
  return {
    id,
    strength: 'ask',
    field: who,
    when: { is: [{ path: `${who}.marital` }, { value: 'married' }] },
    message: {
      vi: 'Theo sổ, ngày đó người này đang có vợ/chồng. Đúng không?',
      en: 'By the book this person was married on that day. Is that right?',
    },
    law,
  };
}

const marriedToSelf: Check = {
  id: 'marriage_to_self',
  strength: 'stop',
  field: 'spouse',
  when: { is: [{ path: 'person' }, { path: 'spouse' }] },
  message: { vi: 'Chọn hai người khác nhau', en: 'Choose two different people' },
  law,
};

function sameSex(id: string, field: string, sex: string): Check {
  return {
    id,
    strength: 'ask',
    field,
    when: {
      all: [{ not: { is: [{ path: 'person' }, { path: 'spouse' }] } }, { is: [{ path: 'person.sex' }, { path: sex }] }],
    },
    message: {
      vi: 'Hai người cùng giới tính trong sổ. Đúng không?',
      en: 'The two are of the same sex by the book. Is that right?',
    },
    law,
  };
}

const same = (one: string, other: string): Condition => ({ is: [{ path: one }, { path: other }] });

/** Parent and child, or children of one mother or father, as far as the book knows. */
const kin: Check = {
  id: 'marriage_kin',
  strength: 'ask',
  field: 'spouse',
  when: {
    all: [
      { not: { is: [{ path: 'closeKin' }, { value: true }] } },
      {
        any: ['mother', 'father'].flatMap((parent) => [
          same(`person.${parent}`, `spouse.${parent}`),
          same(`person.${parent}`, 'spouse'),
          same(`spouse.${parent}`, 'person'),
        ]),
      },
    ],
  },
  message: {
    vi: 'Theo sổ hai người là cha mẹ và con, hoặc cùng cha, cùng mẹ. Nếu đúng thì chọn “Có” ở mục cận huyết thống. Vẫn ghi như vậy, đúng không?',
    en: 'By the book the two are parent and child, or have the same mother or father. If so, answer “Yes” to close kin. Record it as it is?',
  },
  law: 'Luật Hôn nhân và gia đình 2014, Điều 3 và Điều 5 (dòng máu trực hệ, họ trong phạm vi ba đời)',
};

export const marriageChecks: readonly Check[] = [
  ...factChecks(fact),
  ...lifeChecks({ ...fact, of: 'marriage_spouse' }, 'spouse'),
  afterLeaving({ ...fact, of: 'marriage_spouse' }, 'spouse'),
  leftThatDay('marriage_spouse_left_that_day', 'spouse', { is: [{ path: 'joins' }, { value: true }] }),
  bornLater(fact),
  marriedToSelf,
  tooYoung('marriage_under_age', 'person', 'person.sex', 'person.birthDate'),
  tooYoung('marriage_spouse_under_age', 'spouse', 'spouse.sex', 'spouse.birthDate'),
  tooYoung('marriage_newcomer_under_age', 'birthDate', 'sex', 'birthDate'),
  sameSex('marriage_same_sex', 'spouse', 'spouse.sex'),
  sameSex('marriage_newcomer_same_sex', 'sex', 'sex'),
  kin,
  marriedAlready('marriage_married_already', 'person'),
  marriedAlready('marriage_spouse_married_already', 'spouse'),
];
