import { type Rounding, roundTo } from '../../domain/figure/rounding.ts';
import type { Language } from '../../domain/words.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** Made once, by the first number: a page of a hundred would else wait for a hundred of them. */
function formatOf(language: Language, decimals?: number): Intl.NumberFormat {
  const key = `${language} ${decimals ?? ''}`;
  const digits = decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = formats.get(key) ?? new Intl.NumberFormat(localeOf(language), digits);
  formats.set(key, format);
  return format;
}

/** Decimal comma and dot for thousands in Vietnamese (indicators.md); a figure that does not exist is a dash, never 0. */
export function spellNumber(value: number | null, language: Language): string {
  return value === null ? '—' : formatOf(language).format(value);
}

/** The same at so many decimals, shortened as the form says: "12,0" of a rate that has one. */
export function spellFigure(
  value: number | null,
  { decimals, rounding }: { readonly decimals: number; readonly rounding: Rounding },
  language: Language,
): string {
  if (value === null) return '—';
  return formatOf(language, decimals).format(roundTo(value, decimals, rounding));
}

function localeOf(language: Language): string {
  return language === 'vi' ? 'vi-VN' : 'en-GB';
}
