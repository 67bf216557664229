import { channel } from '../../../catalogue/stock/lists.ts';
import { product } from '../../../catalogue/stock/product.ts';
import { baseUnits } from '../../../catalogue/stock/unit.ts';
import { formatDate, isPartialDate } from '../../../domain/calendar/partial-date.ts';
import type { CodeList } from '../../../domain/field.ts';
import { say } from '../../../domain/words.ts';
import type { ConsoleWords } from '../../../i18n/console-vi.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';

/** A number as the whole page writes it. */
export function spell(value: number | null): string {
  return spellNumber(value === null ? null : Math.round(value * 10) / 10, language.value);
}

export function stockCopy(): ConsoleWords['stock'] {
  return consoleWords(language.value).stock;
}

function codeWord({ codes }: CodeList, key: string): string {
  const label = codes.find((code) => code.key === key)?.label;
  return label === undefined ? key : say(label, language.value);
}

/** "Viên uống tránh thai · Miễn phí". */
export function shelfWord(shelf: { readonly product: string; readonly channel: string }): string {
  return `${codeWord(product, shelf.product)} · ${codeWord(channel, shelf.channel)}`;
}

export function unitWord(key: string): string {
  const unit = baseUnits[key];
  return unit === undefined ? '' : say(unit, language.value);
}

export function dateWord(date: string): string {
  return isPartialDate(date) ? formatDate(date) : '';
}
