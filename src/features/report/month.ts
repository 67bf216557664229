import type { InterfaceWords } from '../../i18n/vi.ts';

/** A month in an address, "2026-11"; undefined when it is none. */
export function readMonth(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined;
}

/** "Tháng 11/2026". */
export function nameMonth(month: string, words: InterfaceWords): string {
  return words.report.month(month.slice(5), month.slice(0, 4));
}
