import type { Condition } from '../../../domain/condition.ts';
import type { Indicator } from '../../../domain/figure/indicator.ts';
import { isAged } from '../../rules/age/ages.ts';
import { eachSpouse } from '../../rules/spouses.ts';
import { dayOfFact } from '../../rules/women.ts';

function isUnderAge(who: string): Condition {
  const under = (sex: string, age: number): Condition => ({
    all: [{ is: [{ path: `${who}.sex` }, { value: sex }] }, isAged(who, dayOfFact, 0, age)],
  });
  return { any: [under('male', 20), under('female', 18)] };
}

/** A man under 20, a woman under 18, on the day of the wedding; a number only. */
export const taoHon: Indicator = {
  key: 'tao_hon',
  label: { vi: 'Số người tảo hôn', en: 'Of these, under the legal age' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: { is: 'flow', of: eachSpouse('marriage', isUnderAge), isOnce: true },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 6a; Luật Hôn nhân và gia đình 2014, Điều 8',
};
