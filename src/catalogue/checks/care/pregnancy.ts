import type { Operand } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';
import type { Words } from '../../../domain/words.ts';
import { isOddForMother } from '../../rules/age/odd-mother-age.ts';
import { afterToday, factChecks } from '../fact-checks.ts';

const law = 'Kiểm tra tính hợp lý của Sổ A0/CTV (Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 9 và 10)';
const age: Operand = { yearsFrom: { path: 'person.birthDate' }, to: { path: 'date' } };
const open: Operand = { path: 'person.open.pregnancy' };

const pregnantAlready: Check = {
  id: 'pregnancy_open_already',
  strength: 'ask',
  field: 'date',
  when: { not: { unknown: open } },
  message: {
    vi: 'Đã ghi mang thai ngày {since}, chưa ghi kết thúc. Đây là lần mang thai khác, đúng không?',
    en: 'A pregnancy of {since} is recorded and not ended. Is this another one?',
  },
  names: { since: open },
  law,
};

const sterilised: Check = {
  id: 'pregnancy_sterilised',
  strength: 'ask',
  field: 'date',
  when: { oneOf: [{ path: 'person.method' }, ['ster_f', 'ster_m']] },
  message: {
    vi: 'Theo sổ, vợ chồng người này đã triệt sản. Đúng không?',
    en: 'By the book this couple is sterilised. Is that right?',
  },
  law,
};

const unlikelyAge: Check = {
  id: 'pregnancy_age',
  strength: 'ask',
  field: 'person',
  when: isOddForMother(age),
  message: { vi: 'Người này {age} tuổi. Đúng không?', en: 'This woman is {age} years old. Is that right?' },
  names: { age },
  law,
};

function notPregnant(id: string): Check {
  return {
    id,
    strength: 'ask',
    field: 'date',
    when: { all: [{ not: { unknown: { path: 'person' } } }, { unknown: open }] },
    message: {
      vi: 'Sổ chưa ghi lần mang thai này. Vẫn ghi, đúng không?',
      en: 'The book has no open pregnancy. Record it all the same?',
    },
    law,
  };
}

function nothingTested(id: string, tests: readonly string[]): Check {
  const [field = ''] = tests;
  return {
    id,
    strength: 'stop',
    field,
    when: { all: [{ not: { unknown: { path: 'date' } } }, ...tests.map((path) => ({ unknown: { path } }))] },
    message: {
      vi: 'Ghi ít nhất một bệnh đã sàng lọc; chưa có kết quả thì chọn “Đã làm, chưa rõ kết quả”',
      en: 'Tell at least one test; choose “Done, result not known” while the result is awaited',
    },
    law,
  };
}

const date = {
  pregnancy: { vi: 'Ngày biết mang thai', en: 'The date' },
  miscarriage: { vi: 'Ngày sảy thai', en: 'The date' },
  abortion: { vi: 'Ngày phá thai', en: 'The date' },
} as const satisfies { readonly [kind: string]: Words };

export const pregnancyChecks: readonly Check[] = [
  ...factChecks({ of: 'pregnancy', who: 'person', date: date.pregnancy }),
  unlikelyAge,
  sterilised,
  pregnantAlready,
];
export const miscarriageChecks: readonly Check[] = [
  ...factChecks({ of: 'miscarriage', who: 'person', date: date.miscarriage }),
  notPregnant('miscarriage_not_pregnant'),
];
export const abortionChecks: readonly Check[] = [
  ...factChecks({ of: 'abortion', who: 'person', date: date.abortion }),
  notPregnant('abortion_not_pregnant'),
];
export const unnamedChecks: { readonly [kind in keyof typeof date]: readonly Check[] } = {
  pregnancy: [afterToday({ of: 'pregnancy_unnamed', date: date.pregnancy })],
  miscarriage: [afterToday({ of: 'miscarriage_unnamed', date: date.miscarriage })],
  abortion: [afterToday({ of: 'abortion_unnamed', date: date.abortion })],
};

const screened = { vi: 'Ngày thực hiện', en: 'The date of the screen' } as const;
export const prenatalScreenChecks: readonly Check[] = [
  ...factChecks({ of: 'prenatal_screen', who: 'person', date: screened }),
  nothingTested('prenatal_screen_nothing', ['edward', 'down', 'patau', 'thalassemia']),
  notPregnant('prenatal_screen_not_pregnant'),
];

const old: Operand = { daysFrom: { path: 'person.birthDate' }, to: { path: 'date' } };
const lateScreen: Check = {
  id: 'newborn_screen_late',
  strength: 'ask',
  field: 'date',
  when: { above: [old, { value: 365 }] },
  message: {
    vi: 'Trẻ đã hơn một tuổi vào ngày sàng lọc. Đúng không?',
    en: 'The child was more than a year old at the screen. Is that right?',
  },
  law,
};
export const newbornScreenChecks: readonly Check[] = [
  ...factChecks({ of: 'newborn_screen', who: 'person', date: screened }),
  nothingTested('newborn_screen_nothing', ['hypothyroid', 'g6pd', 'cah', 'hearing', 'heart']),
  lateScreen,
];
