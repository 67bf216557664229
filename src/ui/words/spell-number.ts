import type { Language } from '../../domain/words.ts';

/** Decimal comma and dot for thousands in Vietnamese (indicators.md); a figure that does not exist is a dash, never 0. */
export function spellNumber(value: number | null, language: Language): string {
  if (value === null) return '—';
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(value);
}
