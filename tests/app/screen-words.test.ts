import { describe, expect, test } from 'vitest';
import { routeAt, titleOf } from '../../src/app/shell/route-at.ts';
import { wordClock } from '../../src/features/device/word-clock.ts';
import { describePerson } from '../../src/features/lives/part/describe-person.ts';
import { readReported, reportPath } from '../../src/features/report/reported-period.ts';
import { wordUnlockError } from '../../src/features/unlock/word-unlock-error.ts';
import { lives } from '../../src/i18n/vi/lives.ts';
import { vi } from '../../src/i18n/vi.ts';
import { callPerson } from '../../src/ui/lives/call-person.ts';
import { describeRow } from '../../src/ui/lives/describe-row.ts';

describe('a found row', () => {
  const row = {
    id: 'p1',
    kind: 'person' as const,
    household: 'h42',
    householdNumber: '42',
    name: 'Nguyễn Thị Hoà',
    villageName: 'Thôn Đông',
    birthYear: '1996',
    sex: 'female',
    isWaiting: false,
  };
  test('tells people of one name apart, and nothing a neighbour must not see', () => {
    expect(describeRow(row, vi)).toBe('Nữ, 1996 · Hộ 42 · Thôn Đông');
    expect(describeRow({ ...row, birthYear: '', sex: '' }, vi)).toBe('Hộ 42 · Thôn Đông');
    expect(describeRow({ ...row, kind: 'household' }, vi)).toBe('Hộ 42 · Thôn Đông');
    expect(describeRow({ ...row, householdNumber: '' }, vi)).toBe('Nữ, 1996 · Hộ chưa có số · Thôn Đông');
    expect(describeRow({ ...row, household: '', householdNumber: '' }, vi)).toBe('Nữ, 1996 · chưa có hộ · Thôn Đông');
    expect(describeRow({ ...row, householdNumber: '' }, vi)).toBe('Nữ, 1996 · Hộ chưa có số · Thôn Đông');
    expect(describeRow({ ...row, household: '', householdNumber: '' }, vi)).toBe('Nữ, 1996 · chưa có hộ · Thôn Đông');
  });
});

describe('a person’s line', () => {
  const hoa = {
    id: 'p1',
    name: 'Nguyễn Thị Hoà',
    relation: 'spouse',
    relationWords: 'Vợ',
    sex: 'female',
    birthDate: '1996-03-05',
    age: 30,
    residence: 'usual_present',
    status: 'active',
    spouse: '',
    ended: '',
    endedFor: '',
    standing: 'confirmed' as const,
  };
  test('age and birth date; the rest only when out of the ordinary', () => {
    expect(describePerson(hoa, vi, 'vi')).toMatch(/^Vợ · Nữ · \d\d tuổi, sinh 05\/03\/1996$/);
    expect(describePerson({ ...hoa, residence: 'usual_absent' }, vi, 'vi')).toContain('tạm vắng');
    expect(describePerson({ ...hoa, birthDate: '', age: null }, vi, 'vi')).toBe('Vợ · Nữ · chưa rõ ngày sinh');
    expect(describePerson({ ...hoa, birthDate: '2026-11', age: 0 }, vi, 'vi')).toContain('sinh 11/2026');
    expect(describePerson({ ...hoa, relation: 'other' }, vi, 'en')).toContain('Other relation');
    expect(describePerson({ ...hoa, relation: 'other' }, vi, 'en')).toContain('Other relation');
  });

  test('the dead have no age', () => {
    expect(describePerson({ ...hoa, status: 'dead' }, vi, 'vi')).toBe('Vợ · Nữ · sinh 05/03/1996 · đã mất');
  });
});

describe('after a wrong try', () => {
  test('a long waiting is said in minutes, and nothing once it is over', () => {
    const error = { why: 'wait' as const, notBefore: 900_000 };
    expect(wordUnlockError(error, false, 0, vi)).toBe('Chờ 15 phút rồi thử lại');
    expect(wordUnlockError(error, false, 800_000, vi)).toBe('Chờ 100 giây rồi thử lại');
    expect(wordUnlockError(error, false, 900_000, vi)).toBe('');
  });

  test('a card that the lease keeps out is not told to use the card', () => {
    expect(wordUnlockError({ why: 'expired' }, true, 0, vi)).toContain('thẻ cũng chưa mở được');
    expect(wordUnlockError({ why: 'expired' }, false, 0, vi)).toContain('thì dùng thẻ khôi phục');
  });

  test('only the tries left and the waiting are said', () => {
    expect(wordUnlockError({ why: 'wrong', triesLeft: 9, notBefore: 0 }, false, 1000, vi)).toBe(
      'Mã PIN chưa đúng. Còn 9 lần thử',
    );
    expect(wordUnlockError({ why: 'wrong', triesLeft: 5, notBefore: 31_000 }, false, 1000, vi)).toBe(
      'Mã PIN chưa đúng. Còn 5 lần thử. Chờ 30 giây rồi thử lại',
    );
    expect(wordUnlockError({ why: 'wait', notBefore: 1001 }, false, 1000, vi)).toBe('Chờ 1 giây rồi thử lại');
    expect(wordUnlockError({ why: 'spent' }, false, 0, vi)).toContain('thẻ khôi phục');
    expect(wordUnlockError({ why: 'wrong', triesLeft: 9, notBefore: 0 }, true, 1, vi)).toBe(vi.unlock.wrongCard);
  });
});

test('a wrong clock is said in the unit that fits', () => {
  const day = 86_400_000;
  expect(wordClock(null, vi)).toBe('Chưa so với máy chủ');
  expect(wordClock(30_000, vi)).toBe('Đúng');
  expect(wordClock(-10 * 60_000, vi)).toBe('Sai 10 phút');
  expect(wordClock(5 * 3_600_000, vi)).toBe('Sai 5 giờ');
  expect(wordClock(2 * day, vi)).toBe('Sai 2 ngày');
});

test('an address asks for a form by its period; where it names none that there is, this month stands', () => {
  const asked = (text: string | undefined) => {
    const reported = readReported(text, '2026-11-22');
    return [reported?.form.code, reported?.period.text];
  };
  expect(asked('2026-10')).toEqual(['01-DSX', '2026-10']);
  expect(asked('2026-Q2')).toEqual(['02-DSX', '2026-Q2']);
  expect(asked('2026-01..2026-09')).toEqual(['02-DSX', '2026-01..2026-09']);
  expect(asked('2025')).toEqual(['03-DSX', '2025']);
  for (const text of ['2026-13', '<b>', '2020-01', undefined]) expect(asked(text)).toEqual(['01-DSX', '2026-11']);
  expect(reportPath('2026-Q2', 'users_end[iud]')).toBe('/report/2026-Q2/users_end%5Biud%5D');
});

test('the title of a page names the screen, never the household', () => {
  const routes = [
    { path: '/', title: () => 'Hôm nay' },
    { path: '/household/:id', title: () => 'Hộ' },
  ];
  expect(titleOf(routeAt(routes, '/household/7f3k2m9q.1042'), vi)).toBe('Hộ – Sổ Dân Số');
  expect(titleOf(routeAt(routes, '/nowhere/at/all'), vi)).toBe('Sổ Dân Số');
});

test('a task calls by given name, as one would at the door; who is not known so is told by the whole name', () => {
  const called = (name: string, sex: string, birthYear: string) =>
    callPerson({ name, sex, birthYear }, '2026-11-22', lives.tasks.calls);
  expect(called('Nguyễn Thị Hoà', 'female', '1996')).toBe('chị Hoà');
  expect(called('Lê Văn Tân', 'male', '1990')).toBe('anh Tân');
  expect(called('Phạm Thị Đượm', 'female', '1950')).toBe('bà Đượm');
  expect(called('Lê Minh Khôi', 'male', '2021')).toBe('cháu Khôi');
  expect(called('Y Ban', '', '1990')).toBe('Y Ban');
  expect(called('Nguyễn Thị Hoà', 'female', '')).toBe('Nguyễn Thị Hoà');
});
