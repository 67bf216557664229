import type { Check } from '../../../domain/form/check.ts';
import { afterToday, bornLater, factChecks } from '../fact-checks.ts';

const date = { vi: 'Ngày nhận con nuôi', en: 'The date of adoption' } as const;

const tooOld: Check = {
  id: 'adopt_grown_up',
  strength: 'ask',
  field: 'person',
  when: { above: [{ yearsFrom: { path: 'person.birthDate' }, to: { path: 'date' } }, { value: 17 }] },
  message: {
    vi: 'Người này đã đủ 18 tuổi vào ngày nhận con nuôi. Đúng không?',
    en: 'This person was 18 or older on the day of adoption. Is that right?',
  },
  law: 'Luật Nuôi con nuôi 2010, Điều 8: người được nhận làm con nuôi dưới 16 tuổi, có trường hợp dưới 18 tuổi',
};

export const adoptChecks: readonly Check[] = [...factChecks({ of: 'adopt', who: 'person', date }), tooOld];

export const adoptOutsideChecks: readonly Check[] = [
  afterToday({ of: 'adopt_outside', date }),
  bornLater({ of: 'adopt_outside', date }),
];
