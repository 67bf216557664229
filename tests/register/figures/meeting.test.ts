import { describe, expect, test } from 'vitest';
import { isOdd } from '../../../src/catalogue/meeting/odd-villages.ts';
import { slipRows } from '../../../src/catalogue/paper/slip-rows.ts';
import { slipKeepers } from '../../../src/register/figures/meeting/keepers.ts';
import { lineDoubts } from '../../../src/register/figures/meeting/line-doubts.ts';
import { oddVillages } from '../../../src/register/figures/meeting/odd-villages.ts';
import { slipOver, veiled } from '../../../src/register/lives/life/slip.ts';
import { birth, hoaFamily, household, openRegister, resident, tell } from '../tale.ts';

/* Whose slip is whose, what is asked about it, and which village looks odd beside its own past. */

const month = '2026-10';
const officer = { role: 'officer', userName: 'Bích', places: ['u-c', 'u-v1', 'u-v2'], nameOf: () => undefined };
const term = (id: string, fullName: string, fields: object, place = 'u-v1') =>
  tell('collaborator', id, { fullName, since: '2026-01-01', ...fields }, { place });
const keepersOf = (...terms: ReturnType<typeof term>[]) =>
  slipKeepers(openRegister([...hoaFamily, ...terms]), month, officer).map(({ name, id }) => [name, id]);

describe('whose slip it is', () => {
  test('each village has one, also where nobody keeps it', () => {
    expect(keepersOf(term('c1', 'Mai', {}))).toEqual([
      ['Mai', 'u-v1'],
      ['', 'u-v2'],
    ]);
  });

  test('who keeps two villages hands in one slip; two in one village hand in theirs together', () => {
    expect(keepersOf(term('c1', 'Mai', { villages: 'u-v1 u-v2' }))).toEqual([['Mai', 'u-v1+u-v2']]);
    expect(keepersOf(term('c1', 'Mai', {}), term('c2', 'Đào', {}), term('c3', 'Lý', {}, 'u-v2'))).toEqual([
      ['Mai, Đào', 'u-v1'],
      ['Lý', 'u-v2'],
    ]);
  });

  test('who left before the month hands in nothing; who came after it hands in what nobody else does', () => {
    const gone = term('c1', 'Mai', { until: '2026-09-30' });
    const came = term('c2', 'Đào', { since: '2026-11-20' });
    expect(keepersOf(gone, came)[0]).toEqual(['Đào', 'u-v1']);
    expect(keepersOf(term('c1', 'Mai', { until: '2026-10-15' }), came)[0]).toEqual(['Mai', 'u-v1']);
  });

  test('a collaborator has one, of all that she keeps', () => {
    const own = { ...officer, role: 'collaborator', places: ['u-v2'] };
    expect(slipKeepers(openRegister(hoaFamily), month, own)).toMatchObject([{ name: 'Bích', id: 'u-v2', is: 'open' }]);
  });
});

test('a line is asked about for its first reason; what a private list says is neither named nor explained', () => {
  const register = openRegister([
    ...hoaFamily,
    resident('s1', { fullName: 'Lê Văn Sáu', sex: 'male', birthDate: '1950', household: 'h1' }),
    tell('elder_check', 'e1', { date: '2026-10-15', person: 's1' }),
    tell('pregnancy', 'g1', { date: '2026-10-03', person: 'p2', number: 2 }, { standing: 'waiting' }),
    ...birth('b1', { date: '2026-10-04', mother: 'p2', fullName: 'An', asked: ['birth.spacing'] }),
    tell('elder_check', 'e2', { date: '2026-09-15', person: 's1' }),
  ]);
  const doubts = lineDoubts(register, month, ['u-v1'], (record) => record === 'b1');
  expect(doubts.map(({ is, list, name, isPrivate }) => [is, list, name, isPrivate])).toEqual([
    ['asked', 1, 'An', false],
    ['waiting', 9, '', true],
    ['date', 11, 'Lê Văn Sáu', false],
  ]);
  expect(JSON.stringify(doubts[1])).not.toMatch(/Hoà|h1/);
  expect(lineDoubts(register, month, ['u-v2'], () => false)).toEqual([]);
});

test('somebody adopted came like anybody else: the plain list does not say how', () => {
  const register = openRegister([
    ...hoaFamily,
    household('h9', 9),
    resident('k1', { fullName: 'Trần Văn Nhỏ', sex: 'male', birthDate: '2020-01-01', household: 'h9', status: 'left' }),
    tell('adopt', 'a1', { date: '2026-10-09', person: 'k1', household: 'h9', from: 'Trung tâm bảo trợ' }),
  ]);
  const rows = slipRows.find(({ number }) => number === 4);
  if (rows === undefined) throw new Error('no list 4');
  const [table] = slipOver(register, month, ['u-v1'], [rows]);
  if (table === undefined) throw new Error('no list 4');
  expect(table.opens.map(({ name }) => name)).toEqual(['Trần Văn Nhỏ']);
  const shown = veiled(register.folk, rows, table);
  expect(shown.looks).toEqual([]);
  expect(JSON.stringify(shown)).not.toMatch(/nuôi|bảo trợ/);
  expect(JSON.stringify(shown)).toContain('Ghi ở trang riêng');
});

describe('a village that looks odd', () => {
  test('is odd beside its own mean: far more than its root allows, or none where some always came', () => {
    expect([isOdd(9, 2), isOdd(6, 2), isOdd(0, 3), isOdd(1, 3), isOdd(0, 2), isOdd(3, 0), isOdd(4, 0)]).toEqual([
      true,
      false,
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  test('is named with both numbers; one without a past is not odd', () => {
    const many = Array.from({ length: 6 }, (_, index) =>
      birth(`b${index}`, { date: `2026-10-0${index + 1}`, mother: 'p2', fullName: `Con ${index}` }),
    ).flat();
    const before = birth('b9', { date: '2026-03-04', mother: 'p2', fullName: 'Chị' });
    const places = ['u-v1', 'u-v2'];
    expect(oddVillages(openRegister([...hoaFamily, ...many]), month, places)).toEqual([]);
    const found = oddVillages(openRegister([...hoaFamily, ...before, ...many]), month, places);
    expect(found.map(({ villageName, why }) => [villageName, why?.vi])).toEqual([
      ['Thôn Đông', 'Tổng số trẻ sinh ra trong kỳ: tháng này 6, trung bình 12 tháng trước 0,1'],
    ]);
  });
});
