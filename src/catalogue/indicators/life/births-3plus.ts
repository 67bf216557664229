import type { Condition } from '../../../domain/condition.ts';
import type { Indicator } from '../../../domain/figure/indicator.ts';
import { becomesResident } from '../../rules/becomes-resident.ts';
import type { Choices } from '../choices.ts';

/** Of several born at once, the first of whom is a first or second child: an older rule of the book. */
const isTwinOfSecond: Condition = {
  all: [{ is: [{ path: 'fact.multiple' }, { value: true }] }, { below: [{ path: 'fact.firstOrder' }, { value: 3 }] }],
};

/** A statistic only: since 3 June 2025 couples decide freely on the number of children. */
export function births3plus({ sparesTwins }: Choices): Indicator {
  const isThird: Condition = { above: [{ path: 'fact.order' }, { value: 2 }] };
  const where = { all: [becomesResident('child'), isThird, ...(sparesTwins ? [{ not: isTwinOfSecond }] : [])] };
  return {
    key: 'births_3plus',
    label: { vi: 'Là con thứ 3 trở lên', en: 'Of these, third children and later' },
    unit: { vi: 'người', en: 'people' },
    decimals: 0,
    rule: { is: 'flow', of: [{ fact: 'birth', subject: 'child', where }] },
    from: '2022-03-01',
    law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 4d',
  };
}
