import type { ReportCase, ReportFigure, ReportTable } from '../../src/domain/figure/report.ts';

const people = { vi: 'người', en: 'people' };

function figure(row: string, key: string, label: string, value: number | null, indent = 0): ReportFigure {
  return {
    row,
    key,
    label: { vi: label },
    unit: people,
    decimals: value === null ? 1 : 0,
    indent,
    isLegal: true,
    value,
    cumulative: value === null ? null : value + 3,
    waiting: 0,
  };
}

/** The month in which one girl was born in household 42. */
export function oneBirth(period: string): ReportTable {
  return {
    form: '01-DSX',
    formSet: 'TT01-2022',
    title: { vi: 'Báo cáo dân số của xã', en: 'Population report of the commune' },
    period,
    place: 'commune-1',
    placeName: 'Xã An Bình',
    rounding: 'half_up',
    above: [figure('', 'pop_end', 'Dân số cuối tháng', 1214)],
    rows: [
      figure('1', 'births', 'Số trẻ sinh ra sống', 1),
      figure('1.1', 'births_m', 'Nam', 0, 1),
      figure('1.2', 'births_f', 'Nữ', 1, 1),
      figure('2', 'sex_ratio', 'Tỷ số giới tính khi sinh', null),
    ],
  };
}

const partI = { vi: 'I. Hộ và nhân khẩu' };
const partIII = { vi: 'III. Sử dụng biện pháp tránh thai' };

function aged(sex: 'Nam' | 'Nữ', age: string, value: number): ReportFigure {
  const cell = { table: 'age', line: { vi: age }, column: { vi: sex } };
  return { ...figure(`2.${age}${sex}`, `pop[${sex},${age}]`, `${sex} ${age}`, value, 1), part: partI, cell };
}

/** A quarter of a small commune: ages by sex, a method, and a share that stands in no form of the law. */
export function oneQuarter(period: string): ReportTable {
  const share: ReportFigure = {
    ...figure('CPR', 'CPR', 'Tỷ lệ sử dụng biện pháp tránh thai', 200 / 3),
    unit: { vi: '%' },
    decimals: 1,
    isLegal: false,
    part: partIII,
    parts: { numerator: 2, denominator: 3 },
    madeOf: [
      { key: 'new_users', label: { vi: 'Số cặp mới sử dụng' }, isSinceNewYear: false },
      { key: 'mwra_end', label: { vi: 'Số nữ có chồng' }, isSinceNewYear: false },
    ],
    isSmall: { value: true, cumulative: false },
    remark: { vi: 'Tính cả phụ nữ vắng mặt.' },
  };
  return {
    ...oneBirth(period),
    form: '02-DSX',
    above: [],
    rows: [
      { ...figure('1', 'hh_total', 'Tổng số hộ', 40), part: partI },
      aged('Nam', '0–4 tuổi', 3),
      aged('Nữ', '0–4 tuổi', 4),
      aged('Nam', '80+ tuổi', 1),
      aged('Nữ', '80+ tuổi', 2),
      { ...figure('12', 'new_users', 'Số cặp mới sử dụng', 1), part: partIII, isSensitive: true },
      share,
    ],
  };
}

/** What a hub tells of somebody in a private list before a ground is stated. */
export function somebody(): ReportCase {
  const nothing = { record: '', person: '', household: '', householdNumber: '', date: '', sex: '', name: '' };
  return { ...nothing, villageName: 'Thôn Đông' };
}

export function girl(name: string): ReportCase {
  return {
    record: '7f3k2m9q.12',
    person: '7f3k2m9q.11',
    household: '7f3k2m9q.1',
    householdNumber: '42',
    villageName: 'Thôn Đông',
    date: '2026-11-05',
    sex: 'female',
    name,
  };
}
