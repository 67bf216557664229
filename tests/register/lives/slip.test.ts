import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { slipTables } from '../../../src/catalogue/paper/slip.ts';
import { slipRows } from '../../../src/catalogue/paper/slip-rows.ts';
import { slipOver } from '../../../src/register/lives/life/slip.ts';
import { createRegister } from '../../../src/register/register.ts';
import type { Role } from '../../../src/sync/activation.ts';
import { birth, hoaFamily, household, lodgers, openRegister, resident, tell, units } from '../tale.ts';

/* The month's slip, filled in from the book: as many rows as the report counts, each with the words of the paper. */

const october = '2026-10';
const commune = [
  ...hoaFamily,
  household('h3', 9),
  resident('s1', { fullName: 'Lê Văn Sáu', sex: 'male', birthDate: '1950-02-01', relation: 'head', household: 'h3' }),
  ...lodgers,
  ...birth('b1', {
    date: '2026-10-04',
    mother: 'p2',
    fullName: 'Trần Bảo An',
    sex: 'female',
    order: 2,
    deliveryPlace: 'home',
  }),
  tell('death', 'd1', { date: '2026-10-20', person: 'p3', note: 'tuổi già' }),
  tell('change_info', 'c1', {
    date: '2026-10-09',
    person: 'p1',
    field: 'education',
    old: 'primary',
    new: 'university',
  }),
  tell('change_info', 'c2', {
    date: '2026-10-09',
    person: 'p1',
    field: 'phone',
    new: '0912345678',
    isCorrection: true,
  }),
  tell('divorce', 'v1', { date: '2026-10-30', person: 'p1', spouse: 'p2' }),
  tell('method_start', 'm1', { date: '2026-10-11', person: 'p2', method: 'iud' }),
  tell('method_start', 'm2', { date: '2026-10-25', person: 'p2', method: 'pill' }),
  tell('abortion', 'x1', { date: '2026-10-02', ageGroup: '20_24' }),
  tell('elder_check', 'e1', { date: '2026-10-15', person: 's1', performedAt: 'Trạm Y tế' }),
  tell('elder_check', 'e2', { date: '2026-09-15', person: 's1' }),
];

const rowsOf = (number: number, register = openRegister(commune), place = 'u-v1') =>
  (slipOver(register, october, [place], slipRows).find((table) => table.number === number)?.rows ?? []).map((row) =>
    row.map(({ vi }) => vi),
  );

test('every table has a cell for each of its printed columns', () => {
  expect(slipRows.map(({ number, cells }) => [number, cells.length])).toEqual(
    slipTables.map(({ number, columns }) => [number, columns.length]),
  );
});

describe('what happened in the month', () => {
  test('a girl stands under girls, with her mother and the order of birth', () => {
    const [row] = rowsOf(1);
    expect(row?.slice(0, 4)).toEqual(['42', 'Trần Bảo An', '', '04/10/2026']);
    expect(row?.slice(5)).toEqual(['Nguyễn Thị Hoà', '', '05/03/1998', 'Tại nhà', '2']);
  });

  test('a mother who is in no book stands as the form was told; of a foundling nothing is said', () => {
    const date = '2026-10-06';
    const born = [
      birth('b2', { date, fullName: 'Gái', motherName: 'Hà Thị Mơ', motherBirthDate: '2008' }),
      birth('b3', { date, fullName: 'Mai' }),
    ];
    const rows = rowsOf(1, openRegister([...commune, ...born.flat()]));
    expect(rows.map((row) => [row[1], ...row.slice(5, 8)])).toEqual([
      ['Trần Bảo An', 'Nguyễn Thị Hoà', '', '05/03/1998'],
      ['Gái', 'Hà Thị Mơ', '', '2008'],
      ['Mai', '', '', ''],
    ]);
  });

  test('as many rows as the month’s report counts', () => {
    const register = openRegister(commune);
    const { rows } = register.report('01-DSX', october, 'u-v1');
    const figure = (key: string) => rows.find((row) => row.key === key)?.value;
    expect([1, 3, 4, 5].map((number) => rowsOf(number, register).length)).toEqual(
      ['births', 'deaths', 'move_in', 'move_out'].map(figure),
    );
  });

  test('a change says what was and what is; a mended mistake is none', () => {
    const rows = rowsOf(6);
    expect(rows.map((row) => [row[1], ...row.slice(5, 7)])).toEqual([
      ['Trần Văn Đức', 'Trình độ học vấn: Tiểu học', 'Trình độ học vấn: Đại học'],
      ['Trần Văn Đức', 'Có vợ/chồng', 'Ly hôn'],
      ['Nguyễn Thị Hoà', 'Có vợ/chồng', 'Ly hôn'],
    ]);
  });

  test('methods stand by their number; a switch ends the one before it', () => {
    expect(rowsOf(7).map((row) => row.slice(-2))).toEqual([
      ['11/10/2026', '1'],
      ['25/10/2026', '5'],
    ]);
    expect(rowsOf(8).map((row) => row.slice(-2))).toEqual([['25/10/2026', '1']]);
  });

  test('what has no name is counted without one; the elder’s check of another month is not here', () => {
    expect(rowsOf(9)).toEqual([['', '(không ghi tên)', '', '', '02/10/2026', 'Phá thai', '']]);
    expect(rowsOf(11)).toEqual([['9', '', 'Lê Văn Sáu', '1950', '15/10/2026', 'Trạm Y tế']]);
  });
});

test('whence and whither are left blank where nobody told', () => {
  const register = openRegister([
    ...commune,
    resident('n1', { fullName: 'Vũ Thị Nụ', sex: 'female', household: 'h3', status: 'left' }),
    tell('move_in', 'a1', { date: '2026-10-03', person: 'n1', household: 'h3', residence: 'usual_present' }),
    tell('move_out', 'o1', { date: '2026-10-21', person: 'p1' }),
  ]);
  const last = (number: number, name: string, back: number) =>
    rowsOf(number, register).flatMap((row) => (row.includes(name) ? [row.at(-back)] : []));
  expect([last(4, 'Vũ Thị Nụ', 1), last(5, 'Trần Văn Đức', 2)]).toEqual([[''], ['']]);
});

test('another village has its own slip', () => {
  expect(slipRows.flatMap(({ number }) => rowsOf(number, openRegister(commune), 'u-v2'))).toEqual([]);
});

test('each look at what only an own panel says is named, so that it is logged', () => {
  const tables = slipOver(openRegister(commune), october, ['u-v1'], slipRows);
  expect(tables.filter(({ looks }) => looks.length > 0).map(({ number, looks }) => [number, looks])).toEqual([
    [7, ['p2']],
    [8, ['p2']],
  ]);
});

test('a loss is out of the collaborator’s sight once its month is closed', () => {
  const open = (role: Role, today: string) => {
    const register = createRegister({ catalogue, units, role, today: () => today });
    register.apply(commune);
    return rowsOf(9, register).length;
  };
  expect([
    open('collaborator', '2026-10-30'),
    open('collaborator', '2027-03-01'),
    open('officer', '2027-03-01'),
  ]).toEqual([1, 0, 1]);
});

test('a divorce that both wrote down is one line each; two changes of one day are two', () => {
  const twice = tell('divorce', 'v2', { date: '2026-10-30', person: 'p2', spouse: 'p1' });
  const other = { date: '2026-10-09', person: 'p1', field: 'ethnicity', old: '01', new: '02' };
  const register = openRegister([...commune, twice, tell('change_info', 'c3', other)]);
  const names = rowsOf(6, register).map(([, name]) => name);
  expect(names.toSorted()).toEqual(['Nguyễn Thị Hoà', 'Trần Văn Đức', 'Trần Văn Đức', 'Trần Văn Đức']);
});
