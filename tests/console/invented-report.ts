import type { ReportCase, ReportFigure, ReportTable } from '../../src/domain/report.ts';

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
