import type { Operand } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';
import { isOddForMother } from '../../rules/age/odd-mother-age.ts';

const motherAge: Operand = { yearsFrom: { path: 'mother.birthDate' }, to: { path: 'date' } };

/** Rare, not impossible: asked, and the answer is kept with the birth. */
export const birthMotherAge: Check = {
  id: 'birth_mother_age',
  strength: 'ask',
  field: 'mother',
  when: isOddForMother(motherAge),
  message: {
    vi: 'Mẹ {motherAge} tuổi khi sinh. Đúng không?',
    en: 'The mother was {motherAge} years old at the birth. Is that right?',
  },
  names: { motherAge },
  law: 'Kiểm tra tính hợp lý của Sổ A0/CTV: tuổi của mẹ khi sinh từ 10 đến 55',
};
