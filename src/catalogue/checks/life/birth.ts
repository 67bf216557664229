import type { Operand } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';
import { birthAfterToday } from './birth-after-today.ts';
import { birthBeforeMother } from './birth-before-mother.ts';
import { birthMotherAge } from './birth-mother-age.ts';

const law = 'Kiểm tra tính hợp lý của Sổ A0/CTV (Thông tư 01/2022/TT-BYT, Phụ lục I)';
const last: Operand = { path: 'mother.last.birth.mother' };
const since: Operand = { daysFrom: last, to: { path: 'date' } };
const until: Operand = { daysFrom: { path: 'date' }, to: last };
/** Seven months. */
const shortest: Operand = { value: 212 };
const sameDay: Operand = { value: 0 };

/** A late birth may lie before the last one: both ways are measured. */
const birthSpacing: Check = {
  id: 'birth_spacing',
  strength: 'ask',
  field: 'date',
  when: {
    any: [
      { all: [{ above: [since, sameDay] }, { below: [since, shortest] }] },
      { all: [{ above: [until, sameDay] }, { below: [until, shortest] }] },
    ],
  },
  message: {
    vi: 'Mẹ đã sinh ngày {last}, cách lần này chưa đủ 7 tháng. Đúng không?',
    en: 'The mother gave birth on {last}, less than 7 months apart. Is that right?',
  },
  names: { last },
  law,
};

const birthTwice: Check = {
  id: 'birth_twice',
  strength: 'ask',
  field: 'date',
  when: { is: [since, sameDay] },
  message: {
    vi: 'Đã ghi một trẻ của mẹ này sinh ngày {last}. Ghi thêm trẻ nữa, đúng không?',
    en: 'A child of this mother born on {last} is recorded already. Record one more?',
  },
  names: { last },
  law,
};

const motherDead: Check = {
  id: 'birth_after_mothers_death',
  strength: 'stop',
  field: 'date',
  when: { above: [{ path: 'date' }, { path: 'mother.last.death.person' }] },
  message: {
    vi: 'Ngày sinh của con không được sau ngày chết của mẹ ({died})',
    en: "The child's date of birth cannot be after the mother's death ({died})",
  },
  names: { died: { path: 'mother.last.death.person' } },
  law,
};

export const birthChecks: readonly Check[] = [
  birthAfterToday,
  birthBeforeMother,
  motherDead,
  birthMotherAge,
  birthSpacing,
  birthTwice,
];
