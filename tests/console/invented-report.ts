import type { Closing, FrozenReport } from '../../src/domain/figure/closing/closing.ts';
import type { ReportCase, ReportFigure, ReportTable } from '../../src/domain/figure/report.ts';
import type { UpperAnswer } from '../../src/sync/console-api.ts';

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

const submitted: Closing = {
  id: '7f3k2m9q.90',
  form: '02-DSX',
  period: '2026-Q3',
  place: 'commune-1',
  version: 1,
  isLatest: true,
  date: '2026-10-05',
  author: 'Nguyễn Thị Thu',
  standing: 'confirmed',
  state: 'submitted',
  hash: 'q2w3e4r5t6y7u8i9',
  doubts: { slips: 0, waiting: 0, drafts: 0, disagreements: 0, incomplete: 0, failed: 0, odd: 0, goods: 0 },
};

/** Of two communes the first has handed in its quarter. */
export function twoCommunes(period: string): UpperAnswer {
  const { rows, ...table } = oneQuarter(period);
  const title = { vi: 'Báo cáo quý về dân số, tổng hợp các xã' };
  return {
    deadline: '2026-10-15',
    together: { ...table, form: '01-DSH', title, placeName: 'Cộng các xã', rows },
    columns: [
      { book: 'b1', closing: submitted, values: rows.map(({ value }) => value) },
      { book: 'b2', values: [] },
    ],
  };
}

/** Its report as it was frozen, equal to what the hub counts. */
export function handedIn(): FrozenReport {
  const table = oneQuarter('2026-Q3');
  return { closing: submitted, versions: [submitted], table, carried: [], changes: [], before: [] };
}
