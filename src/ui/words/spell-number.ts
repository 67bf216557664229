import { type Rounding, roundTo } from '../../domain/figure/rounding.ts';
import type { Language } from '../../domain/words.ts';

const formats = new Map<Language, Intl.NumberFormat>();

/** Made once, by the first number: a page of a hundred would else wait for a hundred of them. */
function plainFormat(language: Language): Intl.NumberFormat {
  const format = formats.get(language) ?? new Intl.NumberFormat(localeOf(language));
  formats.set(language, format);
  return format;
}

/** Decimal comma and dot for thousands in Vietnamese (indicators.md); a figure that does not exist is a dash, never 0. */
export function spellNumber(value: number | null, language: Language): string {
  return value === null ? '—' : plainFormat(language).format(value);
}

/** The same at so many decimals, shortened as the form says: "12,0" of a rate that has one. */
export function spellFigure(
  value: number | null,
  { decimals, rounding }: { readonly decimals: number; readonly rounding: Rounding },
  language: Language,
): string {
  if (value === null) return '—';
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(localeOf(language), digits).format(roundTo(value, decimals, rounding));
}

function localeOf(language: Language): string {
  return language === 'vi' ? 'vi-VN' : 'en-GB';
}
