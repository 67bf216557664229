import type { Condition } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';
import { afterToday } from '../fact-checks.ts';

const law = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV: mỗi người một dòng';

/**
 * One of the two lives here and the other is off the book, last of all that is told: joined, whoever lives here would be
 * off the book too. A move within the commune that was written as a leaving and a coming is the usual reason.
 */
function endsBoth(here: string, gone: string): Check {
  const gotOff = { path: `${gone}.since.status` };
  const cameBack = ['move_in', 'review_add'].map(
    (kind): Condition => ({ above: [{ path: `${here}.last.${kind}.person` }, gotOff] }),
  );
  return {
    id: `join_ends_${here}`,
    strength: 'ask',
    field: 'other',
    when: {
      all: [
        { is: [{ path: `${here}.status` }, { value: 'active' }] },
        { oneOf: [{ path: `${gone}.status` }, ['left', 'dead']] },
        { not: { any: cameBack } },
      ],
    },
    message: {
      vi: 'Một bản ghi đang ở, bản ghi kia đã ra khỏi sổ từ {date}. Ghép rồi, người này không còn tính là đang ở. Nếu thật ra vẫn ở, hãy bấm “Không ghép”, mở bản ghi kia và rút lại mục chuyển đi hoặc đưa ra khỏi sổ, rồi ghép. Vẫn ghép, đúng không?',
      en: 'One record lives here, the other is off the book since {date}. Once joined, this person counts as gone. If they do live here, do not join: open the other record, take back its leaving or its taking off, then join. Join them all the same?',
    },
    names: { date: gotOff },
    law,
  };
}

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
  endsBoth('person', 'other'),
  endsBoth('other', 'person'),
];
