import type { Operand } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';
import { factChecks } from '../fact-checks.ts';

const age: Operand = { yearsFrom: { path: 'person.birthDate' }, to: { path: 'date' } };

const notYet: Check = {
  id: 'elder_check_under_60',
  strength: 'ask',
  field: 'person',
  when: { below: [age, { value: 60 }] },
  message: {
    vi: 'Người này {age} tuổi, chưa đủ 60, nên không tính vào số người cao tuổi được khám. Vẫn ghi, đúng không?',
    en: 'This person is {age}, below 60, and does not count as a checked elder. Record it all the same?',
  },
  names: { age },
  law: 'Luật Người cao tuổi, Điều 2 (từ đủ 60 tuổi) và Điều 12 (khám sức khỏe định kỳ ít nhất một lần một năm)',
};

export const elderCheckChecks: readonly Check[] = [
  ...factChecks({ of: 'elder_check', who: 'person', date: { vi: 'Ngày khám', en: 'The date of the check-up' } }),
  notYet,
];
