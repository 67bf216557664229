import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { figureReviews } from '../../src/catalogue/reviews/figures.ts';
import { startReview } from '../../src/register/lives/reviews.ts';
import { createRegister, type StandingState } from '../../src/register/register.ts';
import { birth, hoaFamily, household, resident, tell, units } from './tale.ts';

/* Rà soát, the figures of the year: what does not close, does not sum, or cannot be. */

function found(states: readonly StandingState[], place = '', asked = figureReviews) {
  const register = createRegister({ catalogue, units, today: () => '2026-11-22' });
  register.apply(states);
  const run = startReview(register, place, 20, asked);
  while (!run.advance(100));
  return run
    .groups()
    .flatMap(({ check, lines }) => lines.map((line) => ({ check, ...line })))
    .filter(({ record }) => record === '')
    .map(({ check, name, message }) => `${check} ${name}: ${message.vi}`);
}

const year: readonly StandingState[] = [
  ...hoaFamily,
  household('h2', 7, 'u-v2'),
  resident('m1', { fullName: 'Mai', sex: 'female', birthDate: '1990-01-01', household: 'h1' }),
  tell('move_internal', 'i1', { date: '2026-03-01', person: 'm1', toHousehold: 'h2' }),
  tell('death', 'd1', { date: '2026-04-01', person: 'p3' }),
  tell('person', 'n1', { fullName: 'Năm', sex: 'male', birthDate: '1980' }),
  tell('move_in', 'a1', { date: '2026-05-01', person: 'n1', household: 'h2', residence: 'usual_present' }),
];

test('a book whose figures close and sum says nothing of them', () => {
  expect(found(year)).toEqual([]);
});

test('a flow that a balance forgets shows, in the commune and in each village', () => {
  const forgetful = figureReviews.map((review) =>
    review.check.is === 'balance'
      ? { ...review, check: { ...review.check, takes: review.check.takes.filter((key) => key !== 'deaths') } }
      : review,
  );
  const line = (name: string, text: string) => `balance ${name}: ${text}`;
  expect(found(year, '', forgetful)).toEqual([
    line('Xã Hương Mẫu', 'Đầu năm 5, tăng 2, giảm 1: phải là 6, sổ đang có 5'),
    line('Thôn Đông', 'Đầu năm 5, tăng 0, giảm 1: phải là 4, sổ đang có 3'),
  ]);
  expect(found(year, 'u-v2', forgetful)).toEqual([]);
});

test('a household that was written at the commune itself is in the whole and in no village', () => {
  const astray = [
    household('h9', 9, 'u-c'),
    resident(
      'z1',
      { fullName: 'Lạc', sex: 'male', birthDate: '1980', household: 'h9', marital: 'single' },
      { place: 'u-c' },
    ),
  ];
  expect(found([...year, ...astray])).toEqual([
    'villages_sum Xã Hương Mẫu: Tổng số hộ dân cư tính đến cuối kỳ: các thôn cộng lại 2, toàn xã 3',
    'villages_sum Xã Hương Mẫu: Tổng số nhân khẩu thực tế thường trú tính đến cuối kỳ: các thôn cộng lại 5, toàn xã 6',
  ]);
});

test('a sex ratio at birth that is hardly true is told, with few births as few', () => {
  const births = (sex: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      birth(`${sex}${index}`, { date: '2026-02-01', mother: 'p2', sex, fullName: `${sex} ${index}` }),
    ).flat();
  const ratio = (boys: number, girls: number) =>
    found([...hoaFamily, ...births('male', boys), ...births('female', girls)]).filter((one) =>
      one.startsWith('sex_ratio_birth'),
    );
  expect(ratio(3, 1)).toEqual([
    'sex_ratio_birth Xã Hương Mẫu: 3 bé trai, 1 bé gái: 300,0 trai/100 gái (số nhỏ). Xem lại giới tính đã ghi',
  ]);
  expect(ratio(11, 10)).toEqual([]);
  expect(ratio(70, 40)).toEqual([
    'sex_ratio_birth Xã Hương Mẫu: 70 bé trai, 40 bé gái: 175,0 trai/100 gái. Xem lại giới tính đã ghi',
  ]);
});
