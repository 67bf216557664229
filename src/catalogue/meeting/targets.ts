/**
 * What a commune is given to reach in a year (domain.md 3.5), as the keys of indicators. `rise`: reached from below, so
 * what is left can be said; `hold`: a number to come near to, where more is not better.
 */
export interface TargetLine {
  readonly indicator: string;
  readonly aim: 'rise' | 'hold';
}

/**
 * Chỉ tiêu kế hoạch dân số: QĐ giao chỉ tiêu hằng năm của tỉnh; công văn 66/TCDS-KHTC năm 2021, 207/TCDS-KHTC năm 2023.
 * None of them counts a family's children against it (decision of 3 June 2025).
 */
export const targetLines: readonly TargetLine[] = [
  { indicator: 'pop_end', aim: 'hold' },
  { indicator: 'CBR', aim: 'hold' },
  { indicator: 'SRB', aim: 'hold' },
  { indicator: 'new_users', aim: 'rise' },
  { indicator: 'mCPR', aim: 'rise' },
  { indicator: 'SLTS_rate', aim: 'rise' },
  { indicator: 'SLSS_rate', aim: 'rise' },
  { indicator: 'premarital_rate', aim: 'rise' },
  { indicator: 'elder_check_rate', aim: 'rise' },
];

/** mCPR of each commune, per cent: kế hoạch dân số các tỉnh 2014–2020. */
export const coverageAim = 65;
