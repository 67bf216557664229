import type { Check } from '../../../domain/form/check.ts';
import { beforeLaterFacts, factChecks } from '../fact-checks.ts';

const law = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 3 "Người chết"';

const deadTwice: Check = {
  id: 'death_twice',
  strength: 'stop',
  field: 'person',
  when: { not: { unknown: { path: 'person.last.death.person' } } },
  message: {
    vi: 'Đã ghi người này chết ngày {died}. Nếu ngày sai, hãy rút lại lần ghi đó rồi ghi lại',
    en: 'This death is recorded already, on {died}. If the day is wrong, take that record back and write it again',
  },
  names: { died: { path: 'person.last.death.person' } },
  law,
};

const death = { of: 'death', who: 'person', date: { vi: 'Ngày chết', en: 'The date of death' } } as const;

export const deathChecks: readonly Check[] = [
  deadTwice,
  ...factChecks(death),
  beforeLaterFacts(death, { vi: 'ngày chết', en: 'the death' }),
];
