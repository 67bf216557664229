import { expect, test } from 'vitest';
import { startReview } from '../../../src/register/lives/reviews.ts';
import type { StandingState } from '../../../src/register/register.ts';
import { birth, hoaFamily, household, openRegister, resident, tell } from '../tale.ts';

/* Rà soát: what a second look at the book finds. */

function found(place: string, ...states: readonly (StandingState | readonly StandingState[])[]) {
  const run = startReview(openRegister([...hoaFamily, ...states.flat()]), place, 20);
  while (!run.advance(2));
  // Nobody knows whose wife Hoà's mother-in-law was. Figures have stories of their own.
  return run
    .groups()
    .flatMap(({ check, lines }) =>
      lines
        .filter(({ record }) => !['p3', ''].includes(record))
        .map(({ record, message }) => `${check} ${record}: ${message.vi}`),
    );
}
const all = (...states: Parameters<typeof found>[1][]) => found('', ...states.flat());
const person = (id: string, fields: Parameters<typeof resident>[1]) =>
  resident(id, { fullName: id, sex: 'female', household: 'h1', marital: 'single', ...fields });

test('a household has one head', () => {
  expect(all(tell('death', 'd1', { date: '2026-11-01', person: 'p1' }))).toEqual(['no_head h1: Chưa có chủ hộ']);
  expect(all(person('x1', { relation: 'head' }))).toEqual(['two_heads h1: Có 2 chủ hộ']);
  expect(all(tell('household', 'h8', { number: 8, kind: 'collective' }), person('x1', { household: 'h8' }))).toEqual(
    [],
  );
});

test('a number stands once in its numbering area', () => {
  const twin = [household('h8', 42), person('x1', { household: 'h8', relation: 'head' })];
  expect(all(twin)).toEqual([
    'number_twice h1: Hộ số 42 ghi cho nhiều hộ',
    'number_twice h8: Hộ số 42 ghi cho nhiều hộ',
  ]);
  expect(all(household('h8', 42, 'u-v2'), person('x1', { household: 'h8', relation: 'head' }))).toEqual([]);
});

test('ages that cannot be, or hardly', () => {
  const messages = all(
    person('x1', { mother: 'p3', birthDate: '1970-01-01' }),
    person('x2', { mother: 'p2', birthDate: '1990-01-01' }),
    person('x3', { birthDate: '1903-01-01' }),
    person('x4', { birthDate: '2012-01-01', marital: 'married', spouse: 'x3' }),
    person('x5', { birthDate: '2027-01-01' }),
  );
  expect(messages).toEqual([
    'mother_age x1: Mẹ 5 tuổi khi sinh',
    'mother_younger x2: Ngày sinh trước ngày sinh của mẹ',
    'spouse_one_sided x4: Ghi vợ/chồng là x3, nhưng bên kia ghi khác',
    'married_child x4: Hiện 14 tuổi, ghi là có vợ/chồng',
    'over_110 x3: 123 tuổi: xem lại ngày sinh',
    'birth_in_future x5: Ngày sinh 01/01/2027',
  ]);
});

test('a mother who is male by the book, and a man with something on the own page that only women have', () => {
  expect(all(person('x1', { mother: 'x9' }), person('x9', { sex: 'male', fullName: 'Lê Văn Na' }))).toEqual([
    'mother_male x1: Mẹ là Lê Văn Na, mà sổ ghi giới tính nam: xem lại giới tính, hoặc ai là mẹ',
  ]);
  const pregnant = tell('pregnancy', 'g1', { date: '2026-05-01', person: 'x9' });
  expect(all(person('x9', { sex: 'male' }), pregnant)).toEqual(['man_pregnant x9: Mở trang riêng để xem']);
  expect(all(person('x9', {}), pregnant, person('x1', { mother: 'x9', birthDate: '2020-01-01' }))).toEqual([]);
});

test('beside the head as wife or husband, and married to nobody: after a divorce, or by a slip', () => {
  const beside = (marital: string) => person('x1', { relation: 'spouse', sex: 'female', marital });
  const line = 'spouse_unmarried x1: Quan hệ là vợ/chồng của chủ hộ, mà sổ ghi là chưa kết hôn hoặc ly hôn';
  expect(all(beside('divorced'))).toEqual([line]);
  expect(all(beside('single'))).toEqual([line]);
  expect(all(person('x1', { relation: 'other', marital: 'divorced' }))).toEqual([]);
});

test('births too close, and a birth that nobody wrote down', () => {
  const close = [
    ...birth('b1', { date: '2026-02-01', mother: 'x9', fullName: 'An' }),
    ...birth('b2', { date: '2026-07-01', mother: 'x9', fullName: 'Bình' }),
  ];
  expect(all(person('x9', { birthDate: '1995-01-01' }), close)).toEqual([
    'birth_spacing x9: Hai lần sinh cách nhau 150 ngày',
  ]);
  expect(all(birth('b1', { date: '2026-02-01', mother: 'p2' }), person('x1', { birthDate: '2026-03-01' }))).toEqual([
    'birth_missing x1: Sinh sau khi lập sổ mà chưa ghi ở mục trẻ sinh ra',
  ]);
});

test('who is gone lives no further', () => {
  const gone = [
    person('x1', {}),
    tell('death', 'd1', { date: '2026-05-01', person: 'x1' }),
    tell('elder_check', 'k1', { date: '2026-06-01', person: 'x1' }),
    tell('alias', 'a1', { date: '2026-07-01', person: 'x1', other: 'nobody' }),
  ];
  expect(all(gone)).toEqual(['lived_after_end x1: Có ghi ngày 01/06/2026, sau ngày 01/05/2026']);
});

test('what is missing', () => {
  expect(all(resident('x1', { fullName: 'Ai', relation: null, marital: 'married' }))).toEqual([
    'no_household x1: Chưa ghi vào hộ nào',
    'relation_missing x1: Chưa ghi quan hệ với chủ hộ',
    'sex_missing x1: Chưa ghi giới tính',
    'spouse_missing x1: Chưa ghi vợ/chồng (có thể đang ở nơi khác)',
  ]);
});

test('a couple of which one line alone tells is one; each line that does not match leads to the form that mends it', () => {
  const couple = [
    person('x1', { marital: 'married' }),
    person('x2', { marital: 'married', sex: 'male', spouse: 'x1' }),
  ];
  expect(all(couple)).toEqual([]);
  const register = openRegister([...hoaFamily, ...couple, person('x3', { marital: 'married', spouse: 'x2' })]);
  const run = startReview(register, '', 20);
  while (!run.advance(100));
  const groups = run.groups().map(({ check, mends, lines }) => [check, mends, lines.map(({ record }) => record)]);
  expect(groups).toEqual([
    ['spouse_one_sided', 'couple', ['x3']],
    ['spouse_missing', 'couple', ['p3']],
  ]);
});

test('the same card, the same name and birth date; joined, it is one line and no doubt', () => {
  const twice = [
    person('x1', { fullName: 'Vũ Thị Hòa', birthDate: '1980-01-01', insuranceNo: 'GD4010123456789' }),
    person('x2', { fullName: 'Vũ Thị Hoà', birthDate: '1980-01-01', insuranceNo: 'GD4010123456789' }),
    person('x3', { fullName: 'Vũ Thị Hoà', birthDate: '1981-01-01' }),
  ];
  expect(all(twice)).toEqual([
    'card_twice x1: Số thẻ này ghi cho nhiều người',
    'card_twice x2: Số thẻ này ghi cho nhiều người',
    'person_twice x1: Cùng họ tên, ngày sinh 01/01/1980, giới tính',
    'person_twice x2: Cùng họ tên, ngày sinh 01/01/1980, giới tính',
  ]);
  expect(all(twice, tell('alias', 'a1', { date: '2026-11-01', person: 'x1', other: 'x2' }))).toEqual([]);
});

test('a card as it was and as it is, with fifteen places and with ten, is one card', () => {
  const twice = [
    person('x1', { fullName: 'Vũ Thị Hòa', birthDate: '1980-01-01', insuranceNo: 'gd4010123456789' }),
    person('x2', { fullName: 'Đỗ Văn Ba', birthDate: '1970-01-01', insuranceNo: '0123456789' }),
  ];
  expect(all(twice).filter((line) => line.startsWith('card_twice'))).toHaveLength(2);
});

test('what is sensitive is told as a page to open, and no more', () => {
  const lines = all(
    person('x1', { fullName: 'Vi Thị Na' }),
    tell('method_start', 's1', { date: '2020-01-01', person: 'x1', method: 'ster_f' }),
    tell('pregnancy', 'g1', { date: '2026-09-01', person: 'x1' }),
  );
  expect(lines).toEqual(['method_then_pregnant x1: Mở trang riêng để xem']);
});

test('sterilised before the book began, and pregnant in it: to be looked at too', () => {
  const woman = person('x1', { fullName: 'Vi Thị Na', method: 'ster_f' });
  expect(all(woman)).toEqual([]);
  expect(all(woman, tell('pregnancy', 'g1', { date: '2026-09-01', person: 'x1' }))).toEqual([
    'method_then_pregnant x1: Mở trang riêng để xem',
  ]);
});

test('a wedding under age is found by the age on its day, however old they are today', () => {
  const couple = [
    person('x1', { birthDate: '1998-03-01', marital: 'single' }),
    person('x2', { birthDate: '1996-03-01', marital: 'single', sex: 'male' }),
    tell('marriage', 'w1', { date: '2015-06-01', person: 'x1', spouse: 'x2' }),
  ];
  expect(all(couple)).toEqual([
    'married_under_age x1: 17 tuổi vào ngày cưới 01/06/2015',
    'married_under_age x2: 19 tuổi vào ngày cưới 01/06/2015',
  ]);
  expect(all(couple.slice(0, 2), tell('marriage', 'w1', { date: '2016-06-01', person: 'x1', spouse: 'x2' }))).toEqual(
    [],
  );
});

test('of one village only what stands there; each group says how many there are', () => {
  const far = [household('h8', 8, 'u-v2'), person('x1', { household: 'h8', relation: 'head', birthDate: '1900' })];
  expect(found('u-v1', far)).toEqual([]);
  expect(found('u-v2', far)).toEqual(['over_110 x1: 126 tuổi: xem lại ngày sinh']);
  const run = startReview(
    openRegister([...hoaFamily, ...['1', '2', '3'].map((id) => person(`x${id}`, { birthDate: '1900' }))]),
    '',
    2,
  );
  while (!run.advance(100));
  const group = run.groups().find(({ check }) => check === 'over_110');
  expect([group?.total, group?.lines.length]).toEqual([3, 2]);
});
