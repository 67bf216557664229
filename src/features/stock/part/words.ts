import { method } from '../../../catalogue/codes/care/method.ts';
import { channel, movementType, passedOverReason, stockReason } from '../../../catalogue/stock/lists.ts';
import { product } from '../../../catalogue/stock/product.ts';
import { baseUnits } from '../../../catalogue/stock/unit.ts';
import { formatDate, isPartialDate } from '../../../domain/calendar/partial-date.ts';
import type { CodeList } from '../../../domain/field.ts';
import { say } from '../../../domain/words.ts';
import { stock as vi } from '../../../i18n/vi/stock/stock.ts';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import { wordsOf } from '../../../ui/words/words-of.ts';

export const stockWords = wordsOf(vi, async () => (await import('../../../i18n/en/stock/stock.ts')).stock);

function codeWord(list: CodeList, key: string): string {
  const label = list.codes.find((code) => code.key === key)?.label;
  return label === undefined ? key : say(label, language.value);
}

export const productWord = (key: string): string => codeWord(product, key);
/** A method of the book; else a product. */
export const methodWord = (key: string): string =>
  method.codes.some((code) => code.key === key) ? codeWord(method, key) : productWord(key);
export const channelWord = (key: string): string => codeWord(channel, key);
export const typeWord = (key: string): string => codeWord(movementType, key);
export const passedOverWord = (key: string): string => codeWord(passedOverReason, key);
export const reasonWord = (key: string): string => codeWord(stockReason, key);

/** "Viên uống tránh thai · Miễn phí". */
export function shelfWord(shelf: { readonly product: string; readonly channel: string }): string {
  return `${productWord(shelf.product)} · ${channelWord(shelf.channel)}`;
}

export function unitWord(key: string): string {
  const unit = baseUnits[key];
  return unit === undefined ? '' : say(unit, language.value);
}

export function spell(value: number | null): string {
  return spellNumber(value, language.value);
}

/** To one decimal: months of stock, use a month. */
export function spellTenth(value: number | null): string {
  return spellNumber(value === null ? null : Math.round(value * 10) / 10, language.value);
}

export function lotWord(lot: string): string {
  return lot === '' ? stockWords.value.noLot : lot;
}

export function expiryWord(expiry: string): string {
  return isPartialDate(expiry) ? formatDate(expiry) : stockWords.value.noExpiry;
}
