import { formatDate, isPartialDate } from '../../domain/calendar/partial-date.ts';
import type { CodeList, RecordField } from '../../domain/field.ts';
import type { Fields, Value } from '../../domain/value.ts';
import type { Words } from '../../domain/words.ts';
import type { Folk } from '../folk.ts';
import { householdKind, personKind, textOf } from '../held.ts';
import { nameOfStore } from '../stock/point.ts';
import type { FieldLine } from './answers.ts';

/** The known ones of these fields, labelled and said in words. `sex` chooses between words that one code shares. */
export function fieldLines(
  folk: Folk,
  fields: readonly RecordField[],
  values: Fields,
  sex: string,
): readonly FieldLine[] {
  return fields.flatMap((field) => {
    const value = valueWords(folk, field, values[field.key], sex);
    return value === undefined ? [] : [{ field: field.key, label: field.label, value }];
  });
}

/** A value in words; `undefined` for what is unknown or only kept. Codes of a new release stand as their key. */
export function valueWords(folk: Folk, field: RecordField, value: Value | undefined, sex: string): Words | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const { type } = field;
  if (Array.isArray(value)) return joined(value.map((one) => listedWords(field, String(one), sex)));
  const text = String(value);
  if (type.is === 'code') return codeWords(type.list, text, sex);
  if (type.is === 'boolean') return value === true ? { vi: 'Có', en: 'Yes' } : { vi: 'Không', en: 'No' };
  if (type.is === 'reference') return referenceWords(folk, text);
  if (type.is === 'place') return { vi: nameOfStore(folk, text) };
  if (type.is === 'date' && isPartialDate(text)) return { vi: formatDate(text) };
  return { vi: field.isSensitive === true ? masked(text) : text };
}

/** One of several codes or marks. */
function listedWords({ type }: RecordField, text: string, sex: string): Words {
  return type.is === 'codes' ? codeWords(type.list, text, sex) : { vi: text };
}

/** The code that a page says: an adopted child is a child, only the own panel says more. */
export function publicCode(list: CodeList | undefined, key: string): string {
  return list?.codes.find((one) => one.key === key)?.shownAs ?? key;
}

/** Whether a value of this field is one that only the own panel says. */
export function isSecretValue({ type }: Pick<RecordField, 'type'>, value: Value | undefined): boolean {
  return type.is === 'code' && typeof value === 'string' && publicCode(type.list, value) !== value;
}

/** The words of a code, by sex where one code is two words: "Vợ / chồng" is "Vợ". */
export function codeWords(list: CodeList, key: string, sex: string): Words {
  const code = list.codes.find((one) => one.key === key);
  return code?.bySex?.[sex] ?? code?.label ?? { vi: key };
}

/** Somebody who asked to be forgotten has no name any more: a line says so, rather than end in nothing. */
const forgotten: Words = { vi: '(đã xóa theo đề nghị)', en: '(erased on request)' };

/** A household after the word for it, "Đến hộ: số 42, Thôn Đông"; a person by name. */
function referenceWords(folk: Folk, id: string): Words | undefined {
  const named = folk.book.get(id);
  if (named === undefined) return undefined;
  const name = textOf(named.fields, 'fullName');
  if (named.kind === personKind && name === '') return forgotten;
  if (named.kind !== householdKind) return { vi: name };
  const number = textOf(named.fields, 'number');
  const village = folk.places.name(named.place);
  if (number === '') return { vi: `chưa có số, ${village}`, en: `without a number, ${village}` };
  return { vi: `số ${number}, ${village}`, en: `no. ${number}, ${village}` };
}

function joined(all: readonly Words[]): Words | undefined {
  if (all.length === 0) return undefined;
  return { vi: all.map(({ vi }) => vi).join(', '), en: all.map(({ vi, en }) => en ?? vi).join(', ') };
}

/** A personal number of twelve digits is never shown whole. */
function masked(text: string): string {
  return /^\d{12}$/.test(text) ? `••••••••${text.slice(-4)}` : text;
}
