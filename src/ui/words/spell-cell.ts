import { formatDate, isPartialDate } from '../../domain/calendar/partial-date.ts';
import type { Rounding } from '../../domain/figure/rounding.ts';
import { language } from '../language.ts';
import { spellFigure } from './spell-number.ts';

/** A number, or an expiry where it is none. */
export function spellCell(
  { value, text }: { readonly value: number | null; readonly text?: string | undefined },
  how: { readonly decimals: number; readonly rounding: Rounding },
): string {
  if (text !== undefined && isPartialDate(text)) return formatDate(text);
  return spellFigure(value, how, language.value);
}
