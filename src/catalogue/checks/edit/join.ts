import type { Check } from '../../../domain/form/check.ts';
import { afterToday } from '../fact-checks.ts';

const law = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV: mỗi người một dòng';

/** Two records of one person are two, and of one sex. */
export const joinChecks: readonly Check[] = [
  afterToday({ of: 'alias', date: { vi: 'Ngày ghép', en: 'The date' } }),
  {
    id: 'join_same_record',
    strength: 'stop',
    field: 'other',
    when: { is: [{ path: 'other' }, { path: 'person' }] },
    message: { vi: 'Chọn một bản ghi khác', en: 'Choose another record' },
    law,
  },
  {
    id: 'join_other_sex',
    strength: 'ask',
    field: 'other',
    when: {
      all: [
        { not: { unknown: { path: 'person.sex' } } },
        { not: { unknown: { path: 'other.sex' } } },
        { not: { is: [{ path: 'person.sex' }, { path: 'other.sex' }] } },
      ],
    },
    message: {
      vi: 'Hai bản ghi khác giới tính. Có đúng là một người không?',
      en: 'The two records are of different sexes. Is it really one person?',
    },
    law,
  },
  {
    id: 'join_other_name',
    strength: 'ask',
    field: 'other',
    when: {
      all: [
        { not: { unknown: { path: 'person.fullName' } } },
        { not: { unknown: { path: 'other.fullName' } } },
        { not: { is: [{ path: 'person.fullName' }, { path: 'other.fullName' }] } },
      ],
    },
    message: {
      vi: 'Hai bản ghi khác họ tên: {one} và {other}. Có đúng là một người không?',
      en: 'The two records have different names: {one} and {other}. Is it really one person?',
    },
    names: { one: { path: 'person.fullName' }, other: { path: 'other.fullName' } },
    law,
  },
  {
    id: 'join_other_birth',
    strength: 'ask',
    field: 'other',
    when: {
      any: [
        { above: [{ yearsFrom: { path: 'person.birthDate' }, to: { path: 'other.birthDate' } }, { value: 0 }] },
        { above: [{ yearsFrom: { path: 'other.birthDate' }, to: { path: 'person.birthDate' } }, { value: 0 }] },
      ],
    },
    message: {
      vi: '{one} sinh {oneBorn}, {other} sinh {otherBorn}. Có đúng là một người không?',
      en: '{one} was born {oneBorn}, {other} {otherBorn}. Is it really one person?',
    },
    names: {
      one: { path: 'person.fullName' },
      other: { path: 'other.fullName' },
      oneBorn: { path: 'person.birthDate' },
      otherBorn: { path: 'other.birthDate' },
    },
    law,
  },
];
