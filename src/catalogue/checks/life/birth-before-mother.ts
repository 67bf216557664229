import type { Check } from '../../../domain/form/check.ts';

/** A fact dated before a life it belongs to is refused at entry. */
export const birthBeforeMother: Check = {
  id: 'birth_before_mother',
  strength: 'stop',
  field: 'date',
  when: { below: [{ path: 'date' }, { path: 'mother.birthDate' }] },
  message: {
    vi: 'Ngày sinh của con không được trước ngày sinh của mẹ ({motherBirthDate})',
    en: "The child's date of birth cannot be before the mother's ({motherBirthDate})",
  },
  names: { motherBirthDate: { path: 'mother.birthDate' } },
  law: 'Sổ A0/CTV ghi đúng sự thật (Thông tư 01/2022/TT-BYT, Phụ lục I)',
};
