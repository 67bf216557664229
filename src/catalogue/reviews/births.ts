import type { Operand } from '../../domain/condition.ts';
import type { ReviewDefinition } from '../../domain/worklist.ts';
import { isOddForMother } from '../rules/age/odd-mother-age.ts';
import { shortestSpacing } from '../rules/birth-spacing.ts';
import { isLivingHere } from '../rules/is-living-here.ts';
import { birthDate, isFemale, isKnown } from '../rules/spans.ts';
import { cameOtherwise } from './came-otherwise.ts';

const motherAge: Operand = { yearsFrom: { path: 'mother.birthDate' }, to: birthDate };
const a0 = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I';

/** Checks of mothers, and of how children came into the book. */
export const birthReviews: readonly ReviewDefinition[] = [
  {
    key: 'mother_age',
    kind: 'person',
    title: { vi: 'Tuổi của mẹ khi sinh', en: "Mother's age at birth" },
    message: { vi: 'Mẹ {age} tuổi khi sinh', en: 'The mother was {age} at birth' },
    names: { age: motherAge },
    where: {
      all: [isKnown('it.mother'), isOddForMother(motherAge)],
    },
    law: a0,
  },
  {
    key: 'mother_younger',
    kind: 'person',
    title: { vi: 'Con sinh trước mẹ', en: 'Born before the mother' },
    message: { vi: 'Ngày sinh trước ngày sinh của mẹ', en: "Birth date before the mother's" },
    where: { all: [isKnown('it.mother'), { below: [birthDate, { path: 'mother.birthDate' }] }] },
    law: a0,
  },
  {
    key: 'mother_male',
    kind: 'person',
    title: { vi: 'Người mẹ ghi giới tính nam', en: 'Mother recorded as male' },
    message: {
      vi: 'Mẹ là {name}, mà sổ ghi giới tính nam: xem lại giới tính, hoặc ai là mẹ',
      en: 'The mother is {name}, who is male by the book: look at the sex again, or at who the mother is',
    },
    names: { name: { path: 'mother.fullName' } },
    where: { all: [isKnown('it.mother'), { is: [{ path: 'mother.sex' }, { value: 'male' }] }] },
    law: a0,
  },
  {
    key: 'birth_spacing',
    kind: 'person',
    title: { vi: 'Hai lần sinh quá gần nhau', en: 'Two births too close together' },
    message: { vi: 'Hai lần sinh cách nhau {days} ngày', en: 'Two births {days} days apart' },
    names: { days: { path: 'births.spacing' } },
    where: { all: [isFemale, { below: [{ path: 'births.spacing' }, { value: shortestSpacing }] }] },
    law: 'Thông tư 01/2022/TT-BYT, Phiếu P0/CTV, bảng 1',
  },
  {
    key: 'birth_missing',
    kind: 'person',
    title: { vi: 'Chưa ghi sự kiện sinh', en: 'Birth not written down' },
    message: {
      vi: 'Sinh sau khi lập sổ mà chưa ghi ở mục trẻ sinh ra',
      en: 'Born since the book began, no birth written',
    },
    where: { all: [{ above: [birthDate, { path: 'since' }] }, isLivingHere, { not: cameOtherwise }] },
    law: 'Thông tư 01/2022/TT-BYT, Phiếu P0/CTV, bảng 1',
  },
  {
    key: 'birth_date_differs',
    kind: 'person',
    title: { vi: 'Ngày sinh và sự kiện sinh khác nhau', en: 'Birth date and birth differ' },
    message: {
      vi: 'Ngày sinh {born}, mà sự kiện sinh ghi ngày {told}',
      en: 'Born on {born}, while the birth is dated {told}',
    },
    names: { born: birthDate, told: { path: 'last.birth.child' } },
    where: {
      all: [
        isKnown('last.birth.child'),
        {
          any: [
            { below: [{ path: 'last.birth.child' }, birthDate] },
            { all: [{ complete: birthDate }, { above: [{ path: 'last.birth.child' }, birthDate] }] },
          ],
        },
      ],
    },
    mends: 'person_edit',
    law: 'Thông tư 01/2022/TT-BYT, Phiếu P0/CTV, bảng 1',
  },
];
