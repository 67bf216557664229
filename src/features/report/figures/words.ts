import { readPeriod } from '../../../domain/calendar/period.ts';
import { type Rounding, roundTo } from '../../../domain/figure/rounding.ts';
import { figures } from '../../../i18n/vi/figures.ts';
import { language } from '../../../ui/language.ts';
import { namePeriod } from '../../../ui/words/period-steps.ts';
import { reportWords } from '../../../ui/words/report-words.ts';
import { spellFigure, spellNumber } from '../../../ui/words/spell-number.ts';
import { wordsOf } from '../../../ui/words/words-of.ts';

/** Words of figures beside each other, which travel with their screens. */
export const figuresWords = wordsOf(figures, async () => (await import('../../../i18n/en/figures.ts')).figures);

export function periodWord(text: string): string {
  const period = readPeriod(text);
  return period.ok ? namePeriod(period.value, reportWords.value.period) : text;
}

export function spell(value: number | null, decimals = 0, rounding: Rounding = 'half_up'): string {
  return spellFigure(value, { decimals, rounding }, language.value);
}

/** "+12", "−3,5", "0"; a true minus, as in print. */
export function spellChange(change: number, decimals: number): string {
  const rounded = roundTo(change, decimals);
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '';
  return `${sign}${spellNumber(Math.abs(rounded), language.value)}`;
}
