/** Couple-years of protection that one base unit gives, or one act of a method. */
export interface CypFactor {
  readonly product: string;
  readonly factor: number;
  /** False of what was recalled and not read anywhere. */
  readonly isVerified: boolean;
  readonly source: string;
}

/*
 * A figure of analysis: no Vietnamese form prints it. Edition: USAID/FP2030, 2011. A public notebook gives 0.0067 for a cycle of combined pills; that is 1/15 with a slipped comma (0.0667), and is not
 * used: 15 cycles are a year.
 */
export const cypFactors: readonly CypFactor[] = [
  { product: 'BCS', factor: 1 / 120, isVerified: true, source: 'USAID/FP2030: 120 bao cao su là một năm' },
  { product: 'VUTT', factor: 1 / 15, isVerified: false, source: 'USAID/FP2030: 15 vỉ là một năm' },
  { product: 'VUCB', factor: 1 / 12, isVerified: true, source: 'USAID/FP2030: 12 vỉ progestin là một năm' },
  { product: 'VKC', factor: 1 / 20, isVerified: true, source: 'USAID/FP2030: 20 liều là một năm' },
  { product: 'TTTT', factor: 1 / 4, isVerified: true, source: 'USAID/FP2030: 4 mũi DMPA là một năm' },
  { product: 'TC1', factor: 2.5, isVerified: true, source: 'USAID/FP2030: que cấy 3 năm' },
  { product: 'TC2', factor: 3.8, isVerified: true, source: 'USAID/FP2030: que cấy 5 năm' },
  { product: 'DCTC', factor: 4.6, isVerified: true, source: 'USAID/FP2030: TCu-380A' },
];

/** `null` for a product that the table does not know. */
export function protectionOf(product: string, quantity: number): number | null {
  const found = cypFactors.find((one) => one.product === product);
  return found === undefined ? null : found.factor * quantity;
}
