import type { Check } from '../../../domain/form/check.ts';
import { factChecks } from '../fact-checks.ts';

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

const laterFacts: Check = {
  id: 'death_before_later_facts',
  strength: 'ask',
  field: 'date',
  when: { above: [{ path: 'person.lastFact' }, { path: 'date' }] },
  message: {
    vi: 'Sổ còn ghi việc của người này vào ngày {later}, sau ngày chết. Đúng không?',
    en: 'The book tells of this person on {later}, after the death. Is that right?',
  },
  names: { later: { path: 'person.lastFact' } },
  law,
};

export const deathChecks: readonly Check[] = [
  deadTwice,
  ...factChecks({ of: 'death', who: 'person', date: { vi: 'Ngày chết', en: 'The date of death' } }),
  laterFacts,
];
