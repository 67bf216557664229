/** Couple-years of protection that one base unit of a product gives, or one act at a facility. */
export interface CypFactor {
  /** Edition of the table. */
  readonly version: string;
  /** A product, or of acts a method. */
  readonly of: string;
  readonly factor: number;
  /** False of what was recalled and not read anywhere. */
  readonly isVerified: boolean;
  readonly source: string;
}

const version = 'USAID/FP2030, 2011';

/*
 * A figure of analysis: no Vietnamese form prints it. A public notebook gives 0.0067 for a cycle of combined pills; that is
 * 1/15 with a slipped comma (0.0667), and is not used: 15 cycles are a year.
 */
export const cypFactors: readonly CypFactor[] = [
  { version, of: 'BCS', factor: 1 / 120, isVerified: true, source: '120 bao cao su là một năm' },
  { version, of: 'VUTT', factor: 1 / 15, isVerified: false, source: '15 vỉ là một năm' },
  { version, of: 'VUCB', factor: 1 / 12, isVerified: true, source: '12 vỉ progestin là một năm' },
  { version, of: 'VKC', factor: 1 / 20, isVerified: true, source: '20 liều là một năm' },
  { version, of: 'TTTT', factor: 1 / 4, isVerified: true, source: '4 mũi DMPA là một năm' },
  { version, of: 'TC1', factor: 2.5, isVerified: true, source: 'Que cấy 3 năm' },
  { version, of: 'TC2', factor: 3.8, isVerified: true, source: 'Que cấy 5 năm' },
  { version, of: 'DCTC', factor: 4.6, isVerified: true, source: 'TCu-380A' },
];

/** Where no store of the commune gives the goods, the act itself counts: what was begun at a facility, by its method. */
export const cypActs: readonly CypFactor[] = [
  { version, of: 'iud', factor: 4.6, isVerified: true, source: 'TCu-380A' },
  { version, of: 'ster_m', factor: 10, isVerified: true, source: 'Triệt sản: 10 năm' },
  { version, of: 'ster_f', factor: 10, isVerified: true, source: 'Triệt sản: 10 năm' },
  { version, of: 'implant', factor: 2.5, isVerified: true, source: 'Que cấy 3 năm: sổ không ghi loại que' },
  { version, of: 'inject', factor: 1 / 4, isVerified: true, source: '4 mũi DMPA là một năm' },
];

/** `null` for what the table does not know. */
export function protectionOf(table: readonly CypFactor[], of: string, quantity: number): number | null {
  const found = table.find((one) => one.of === of);
  return found === undefined ? null : found.factor * quantity;
}
