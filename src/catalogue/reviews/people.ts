import type { Condition, Operand } from '../../domain/condition.ts';
import type { ReviewDefinition } from '../../domain/worklist.ts';
import { isLivingHere } from '../rules/is-living-here.ts';
import { age, birthDate, isFemale, isKnown, today } from '../rules/spans.ts';
import { birthReviews } from './births.ts';

const isMarried: Condition = { is: [{ path: 'it.marital' }, { value: 'married' }] };
const isMale: Condition = { is: [{ path: 'it.sex' }, { value: 'male' }] };
/** On the day of the earliest wedding that is written down. */
const weddingAge: Operand = { path: 'wedding.age' };
const isUnderAge = (years: Operand): Condition => ({
  any: [{ all: [isMale, { below: [years, { value: 20 }] }] }, { all: [isFemale, { below: [years, { value: 18 }] }] }],
});
const a0 = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I';
const marriageLaw = 'Luật Hôn nhân và gia đình 2014, Điều 8';

/** Checks of people, one line each. */
export const peopleReviews: readonly ReviewDefinition[] = [
  {
    key: 'no_household',
    kind: 'person',
    title: { vi: 'Người không thuộc hộ nào', en: 'Somebody without a household' },
    message: { vi: 'Chưa ghi vào hộ nào', en: 'In no household' },
    where: {
      all: [{ unknown: { path: 'household.id' } }, { not: { oneOf: [{ path: 'it.status' }, ['dead', 'left']] } }],
    },
    law: a0,
  },
  ...birthReviews,
  {
    key: 'lived_before_birth',
    kind: 'person',
    title: { vi: 'Có sự kiện trước ngày sinh', en: 'Events before birth' },
    message: {
      vi: 'Có ghi ngày {lived}, trước ngày sinh {born}',
      en: 'Something on {lived}, before the birth on {born}',
    },
    names: { lived: { path: 'lived.first' }, born: birthDate },
    where: { below: [{ path: 'lived.first' }, birthDate] },
    law: a0,
  },
  {
    key: 'lived_in_future',
    kind: 'person',
    title: { vi: 'Có sự kiện sau hôm nay', en: 'Events after today' },
    message: { vi: 'Có ghi ngày {lived}, sau hôm nay', en: 'Something on {lived}, after today' },
    names: { lived: { path: 'lived.last' } },
    where: { above: [{ path: 'lived.last' }, today] },
    law: a0,
  },
  {
    key: 'lived_after_end',
    kind: 'person',
    title: { vi: 'Đã mất hoặc đã đi mà còn sự kiện sau đó', en: 'Events after death or departure' },
    message: { vi: 'Có ghi ngày {lived}, sau ngày {ended}', en: 'Something on {lived}, after {ended}' },
    names: { lived: { path: 'lived.last' }, ended: { path: 'ended' } },
    where: {
      all: [
        { oneOf: [{ path: 'it.status' }, ['dead', 'left']] },
        { above: [{ path: 'lived.last' }, { path: 'ended' }] },
      ],
    },
    law: a0,
  },
  {
    key: 'lived_after_death',
    kind: 'person',
    title: { vi: 'Đã ghi chết mà nay lại đang ở', en: 'Dead by the book, and living here' },
    message: { vi: 'Đã ghi chết ngày {died}, mà sổ ghi là đang ở', en: 'Died on {died}, and lives here by the book' },
    names: { died: { path: 'last.death.person' } },
    where: { all: [isKnown('last.death.person'), isLivingHere] },
    law: a0,
  },
  {
    key: 'spouse_one_sided',
    kind: 'person',
    title: { vi: 'Vợ chồng ghi không khớp', en: 'Spouses do not match' },
    message: {
      vi: 'Ghi vợ/chồng là {name}, nhưng bên kia ghi khác',
      en: 'Says {name} is the spouse; the other side differs',
    },
    names: { name: { path: 'spouse.fullName' } },
    where: {
      all: [
        isKnown('it.spouse'),
        isMarried,
        isKnown('spouse.id'),
        { not: { is: [{ path: 'spouse.spouse' }, { path: 'id' }] } },
      ],
    },
    mends: 'couple',
    law: a0,
  },
  // A widow waits for the new head of the household, which stands as a line of its own.
  {
    key: 'spouse_unmarried',
    kind: 'person',
    title: { vi: 'Vợ/chồng của chủ hộ, mà ghi chưa kết hôn hoặc ly hôn', en: 'Beside the head, and married to nobody' },
    message: {
      vi: 'Quan hệ là vợ/chồng của chủ hộ, mà sổ ghi là chưa kết hôn hoặc ly hôn',
      en: 'Spouse of the head by relation, married to nobody by the book',
    },
    where: {
      all: [
        isLivingHere,
        { is: [{ path: 'it.relation' }, { value: 'spouse' }] },
        { oneOf: [{ path: 'it.marital' }, ['single', 'divorced']] },
      ],
    },
    mends: 'person_edit',
    law: `${a0}, cột quan hệ với chủ hộ và cột tình trạng hôn nhân`,
  },
  {
    key: 'married_under_age',
    kind: 'person',
    title: { vi: 'Kết hôn khi chưa đủ tuổi', en: 'Married under age' },
    message: { vi: '{age} tuổi vào ngày cưới {day}', en: '{age} on the wedding day {day}' },
    names: { age: weddingAge, day: { path: 'wedding.day' } },
    where: { all: [isLivingHere, isUnderAge(weddingAge)] },
    law: marriageLaw,
  },
  {
    key: 'married_child',
    kind: 'person',
    title: { vi: 'Có vợ/chồng khi chưa đủ tuổi', en: 'Married, and under age today' },
    message: { vi: 'Hiện {age} tuổi, ghi là có vợ/chồng', en: 'Married at {age}' },
    names: { age },
    where: { all: [isMarried, isLivingHere, { unknown: weddingAge }, isUnderAge(age)] },
    law: marriageLaw,
  },
  {
    key: 'over_110',
    kind: 'person',
    title: { vi: 'Trên 110 tuổi', en: 'Over 110 years old' },
    message: { vi: '{age} tuổi: xem lại ngày sinh', en: 'Aged {age}: look at the birth date again' },
    names: { age },
    where: { all: [{ above: [age, { value: 110 }] }, isLivingHere] },
    law: a0,
  },
  {
    key: 'birth_in_future',
    kind: 'person',
    title: { vi: 'Ngày sinh sau hôm nay', en: 'Born after today' },
    message: { vi: 'Ngày sinh {date}', en: 'Born on {date}' },
    names: { date: birthDate },
    where: { above: [birthDate, today] },
    law: a0,
  },
  {
    key: 'relation_missing',
    kind: 'person',
    title: { vi: 'Chưa ghi quan hệ với chủ hộ', en: 'Relation to head missing' },
    message: { vi: 'Chưa ghi quan hệ với chủ hộ', en: 'Relation to head missing' },
    where: { all: [{ unknown: { path: 'it.relation' } }, isLivingHere] },
    law: a0,
  },
  {
    key: 'child_temporary',
    kind: 'person',
    title: { vi: 'Con tạm trú, mẹ là thực tế thường trú', en: 'A temporary child of a usual resident' },
    message: {
      vi: 'Ghi là tạm trú, mẹ cùng hộ là thực tế thường trú',
      en: 'Temporary, while the mother in the same household is a usual resident',
    },
    where: {
      all: [
        { below: [age, { value: 16 }] },
        isLivingHere,
        { is: [{ path: 'it.residence' }, { value: 'temporary' }] },
        { is: [{ path: 'mother.household' }, { path: 'it.household' }] },
        { oneOf: [{ path: 'mother.residence' }, ['usual_present', 'usual_absent']] },
        { is: [{ path: 'mother.status' }, { value: 'active' }] },
      ],
    },
    mends: 'settle',
    law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, nhân khẩu thực tế thường trú (con của người thường trú)',
  },
  {
    key: 'sex_missing',
    kind: 'person',
    title: { vi: 'Chưa ghi giới tính', en: 'Sex missing' },
    message: { vi: 'Chưa ghi giới tính', en: 'Sex missing' },
    where: { all: [{ unknown: { path: 'it.sex' } }, isLivingHere] },
    law: a0,
  },
  {
    key: 'method_then_pregnant',
    kind: 'person',
    title: { vi: 'Cần xem lại ở trang riêng', en: 'To be looked at on the own page' },
    message: { vi: 'Mở trang riêng để xem', en: 'Open the own page' },
    where: {
      all: [
        { oneOf: [{ path: 'it.method' }, ['ster_m', 'ster_f']] },
        isKnown('last.pregnancy.person'),
        // Sterilised before the book began: then no day of it is written.
        {
          any: [
            { unknown: { path: 'last.method_start.person' } },
            { above: [{ path: 'last.pregnancy.person' }, { path: 'last.method_start.person' }] },
          ],
        },
      ],
    },
    law: 'Thông tư 01/2022/TT-BYT, Phiếu P0/CTV, bảng 7 và bảng 9',
  },
  {
    key: 'man_pregnant',
    kind: 'person',
    title: { vi: 'Cần xem lại ở trang riêng', en: 'To be looked at on the own page' },
    message: { vi: 'Mở trang riêng để xem', en: 'Open the own page' },
    where: {
      all: [isMale, { any: ['pregnancy', 'miscarriage', 'abortion'].map((fact) => isKnown(`last.${fact}.person`)) }],
    },
    law: 'Thông tư 01/2022/TT-BYT, Phiếu P0/CTV, bảng 9 (phụ nữ có thông tin thai sản)',
  },
  {
    key: 'stop_not_open',
    kind: 'person',
    title: { vi: 'Cần xem lại ở trang riêng', en: 'To be looked at on the own page' },
    message: { vi: 'Mở trang riêng để xem', en: 'Open the own page' },
    where: isKnown('idle.method_stop'),
    law: 'Thông tư 01/2022/TT-BYT, Phiếu P0/CTV, bảng 8',
  },
  {
    key: 'card_twice',
    kind: 'person',
    title: { vi: 'Trùng số thẻ BHYT', en: 'Insurance number used twice' },
    message: { vi: 'Số thẻ này ghi cho nhiều người', en: 'Several people have this number' },
    where: isLivingHere,
    sameAs: [{ path: 'card' }],
    mayBeOne: true,
    law: a0,
  },
  {
    key: 'person_twice',
    kind: 'person',
    title: { vi: 'Có thể ghi trùng một người', en: 'Perhaps one person written twice' },
    message: { vi: 'Cùng họ tên, ngày sinh {date}, giới tính', en: 'Same name, birth date {date} and sex' },
    names: { date: birthDate },
    where: isLivingHere,
    sameAs: [{ path: 'name' }, birthDate, { path: 'it.sex' }],
    mayBeOne: true,
    law: a0,
  },
  {
    key: 'spouse_missing',
    kind: 'person',
    title: { vi: 'Có vợ/chồng, chưa ghi là ai', en: 'Married, spouse not named' },
    message: { vi: 'Chưa ghi vợ/chồng (có thể đang ở nơi khác)', en: 'Spouse not named (may live elsewhere)' },
    where: { all: [isMarried, isLivingHere, { unknown: { path: 'it.spouse' } }] },
    mends: 'couple',
    law: a0,
  },
];
