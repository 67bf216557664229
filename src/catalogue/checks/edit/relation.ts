import type { Condition, Operand } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';
import type { Words } from '../../../domain/words.ts';

/*
 * What somebody is to the head, beside sex and age: odd, not impossible, so it is asked. Of a row that stands only where
 * the relation, the sex or the date of birth is written anew.
 */

const law = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I, cột 4 (quan hệ với chủ hộ)';
const relation: Operand = { path: 'relation' };
const sex: Operand = { path: 'sex' };
const born: Operand = { path: 'birthDate' };
const headBorn: Operand = { path: 'household.head.birthDate' };
const age: Operand = { yearsFrom: born, to: { path: 'today' } };

const isAnew: Condition = {
  any: ['relation', 'sex', 'birthDate'].map((key) => ({
    not: { is: [{ path: key }, { path: `person.${key}` }] as const },
  })),
};
const isOther: Condition = { not: { is: [{ path: 'person' }, { path: 'household.head' }] } };

function oddly(id: string, codes: readonly string[], when: Condition, message: Words): Check {
  return {
    id,
    strength: 'ask',
    field: 'relation',
    when: { all: [{ oneOf: [relation, codes] }, isAnew, isOther, when] },
    message,
    names: { born, headBorn, age },
    law,
  };
}

/** Not so many years between the two, the elder first; or the younger one is the elder. */
export function closer(elder: Operand, younger: Operand, years: number): Condition {
  return {
    any: [{ above: [elder, younger] }, { below: [{ yearsFrom: elder, to: younger }, { value: years }] }],
  };
}

export const relationFitChecks: readonly Check[] = [
  oddly(
    'relation_son_in_law_female',
    ['son_in_law'],
    { is: [sex, { value: 'female' }] },
    {
      vi: 'Ghi là con rể mà giới tính là nữ. Đúng không?',
      en: 'A son-in-law who is a woman. Is that right?',
    },
  ),
  oddly(
    'relation_daughter_in_law_male',
    ['daughter_in_law'],
    { is: [sex, { value: 'male' }] },
    {
      vi: 'Ghi là con dâu mà giới tính là nam. Đúng không?',
      en: 'A daughter-in-law who is a man. Is that right?',
    },
  ),
  oddly(
    'relation_spouse_same_sex',
    ['spouse'],
    { is: [sex, { path: 'household.head.sex' }] },
    {
      vi: 'Vợ hoặc chồng cùng giới tính với chủ hộ. Đúng không?',
      en: 'The spouse is of the same sex as the head. Is that right?',
    },
  ),
  oddly(
    'relation_too_young',
    ['spouse', 'son_in_law', 'daughter_in_law'],
    { below: [age, { value: 13 }] },
    {
      vi: 'Mới {age} tuổi mà ghi là vợ, chồng, con dâu hoặc con rể. Đúng không?',
      en: 'Only {age} years old, and a spouse or in-law. Is that right?',
    },
  ),
  oddly('relation_parent_younger', ['parent'], closer(born, headBorn, 12), {
    vi: 'Bố hoặc mẹ sinh {born}, chủ hộ sinh {headBorn}. Đúng không?',
    en: 'A parent born {born}, while the head was born {headBorn}. Is that right?',
  }),
  oddly('relation_child_older', ['child', 'adopted'], closer(headBorn, born, 12), {
    vi: 'Con sinh {born}, chủ hộ sinh {headBorn}. Đúng không?',
    en: 'A child born {born}, while the head was born {headBorn}. Is that right?',
  }),
  oddly('relation_grandchild_older', ['grandchild'], closer(headBorn, born, 24), {
    vi: 'Cháu nội hoặc ngoại sinh {born}, chủ hộ sinh {headBorn}. Đúng không?',
    en: 'A grandchild born {born}, while the head was born {headBorn}. Is that right?',
  }),
];
