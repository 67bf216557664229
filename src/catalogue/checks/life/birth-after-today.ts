import type { Check } from '../../../domain/form/check.ts';

export const birthAfterToday: Check = {
  id: 'birth_after_today',
  strength: 'stop',
  field: 'date',
  when: { above: [{ path: 'date' }, { path: 'today' }] },
  message: { vi: 'Ngày sinh không được sau hôm nay', en: 'The date of birth cannot be after today' },
  law: 'Sổ A0/CTV chỉ ghi biến động đã xảy ra (Thông tư 01/2022/TT-BYT, Phụ lục I)',
};
