import { isPartialDate } from '../../../../domain/calendar/partial-date.ts';
import type { FieldType } from '../../../../domain/field.ts';
import type { FormContext, Question } from '../../../../domain/form/form.ts';
import { bad, good, type Outcome } from '../../../../domain/outcome.ts';
import { foldText } from '../../../../domain/search-key.ts';
import type { Value } from '../../../../domain/value.ts';
import { say } from '../../../../domain/words.ts';
import { isBornSo, type Option, optionsOfPeople, readNameBorn } from './option.ts';

/** What a cell may be read as besides its text. */
export interface CellSetting {
  /** Month of the sheet, "2026-10": a day alone, or a day and a month, are of it. */
  readonly month: string;
  /** Whom a reference may name. */
  readonly choices: FormContext['choices'][string];
}

/**
 * no_such: nothing is called so · several: typed too short, more than one fits · namesakes: these have one name ·
 * no_date: no day of the calendar
 */
export type CellProblem = 'no_such' | 'several' | 'namesakes' | 'no_date';

/**
 * A typed cell as the answer to its question; blank is `undefined`. Codes are typed by number or by the beginning of
 * their words, people by any part of their name (of namesakes with the birth date, or by a number), dates as "5", "5/10" or "5/10/2026". A number that is none stays text: the
 * form says what is wrong with it.
 */
export function readCell(
  question: Question,
  typed: string,
  setting: CellSetting,
): Outcome<Value | undefined, CellProblem> {
  const text = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (text === '') return good(undefined);
  const { type } = question.field;
  if (type.is === 'date') {
    const date = readDate(text, setting.month);
    return date === undefined ? bad('no_date') : good(date);
  }
  if (type.is === 'integer') return good(/^\d{1,9}$/.test(text) ? Number(text) : text);
  const options = optionsOf(type, setting);
  return options === undefined ? good(text) : pickNamed(options, text);
}

/** The words that a cell is completed to, e.g. "hoa" → "Nguyễn Thị Hoà", "5" → "05/10/2026"; the text itself where none. */
export function completeCell(question: Question, typed: string, setting: CellSetting): string {
  const read = readCell(question, typed, setting);
  if (!read.ok || read.value === undefined) return typed;
  const { type } = question.field;
  if (type.is === 'date') return typeof read.value === 'string' ? read.value.split('-').reverse().join('/') : typed;
  return optionsOf(type, setting)?.find(({ value }) => value === read.value)?.label ?? typed;
}

/** What may be typed into a cell, said while it is filled in: "1 Trạm y tế · 2 Bệnh viện". */
export function hintOf(question: Question, setting: CellSetting): string {
  return hintsOf(optionsOf(question.field.type, setting) ?? []);
}

/** How people of one name are told apart: "1 Lê Văn Tân 12/03/2015 · 2 Lê Văn Tân 2018". */
export function namesakesIn(question: Question, setting: CellSetting): string {
  return hintsOf((optionsOf(question.field.type, setting) ?? []).filter(({ number }) => number !== ''));
}

function hintsOf(options: readonly Option[]): string {
  return options.map(({ number, label }) => (number === '' ? label : `${number} ${label}`)).join(' · ');
}

const yesOrNo: readonly Option[] = [
  { value: true, label: 'Có', name: 'Có', number: '1' },
  { value: false, label: 'Không', name: 'Không', number: '0' },
];

function optionsOf(type: FieldType, { choices }: CellSetting): readonly Option[] | undefined {
  if (type.is === 'boolean') return yesOrNo;
  if (type.is === 'reference') return optionsOfPeople(choices);
  if (type.is !== 'code') return undefined;
  const { codes } = type.list;
  const isPrinted = codes.some(({ printed }) => printed !== undefined);
  return codes.map(({ key, label, short, printed }, index) => ({
    value: key,
    label: say(label, 'vi'),
    name: say(label, 'vi'),
    short,
    number: isPrinted ? (printed ?? '') : String(index + 1),
  }));
}

/** As it stands, or as a name with a birth date behind it. */
function pickNamed(options: readonly Option[], text: string): Outcome<Value, CellProblem> {
  const picked = pick(options, text);
  const told = picked.ok || picked.error !== 'no_such' ? undefined : readNameBorn(text);
  if (told === undefined) return picked;
  return pick(
    options.filter((option) => isBornSo(option, told.born)),
    told.name,
  );
}

/** By number, by the whole words, by their beginning, then by any part: the first way in which exactly one fits. */
function pick(options: readonly Option[], text: string): Outcome<Value, CellProblem> {
  const folded = foldText(text);
  const ways: readonly ((option: Option) => boolean)[] = [
    ({ number }) => number !== '' && number === folded,
    ({ label }) => label.normalize('NFC').toLowerCase() === text.toLowerCase(),
    ({ name }) => name.normalize('NFC').toLowerCase() === text.toLowerCase(),
    ({ name, short = '' }) => foldText(name) === folded || foldText(short) === folded,
    ({ name }) => foldText(name).startsWith(folded),
    ({ name }) => foldText(name).endsWith(` ${folded}`),
    ({ name }) => foldText(name).includes(folded),
  ];
  for (const fits of ways) {
    const found = options.filter(fits);
    const [only] = found;
    if (found.length === 1 && only) return good(only.value);
    if (found.length > 1)
      return bad(new Set(found.map(({ name }) => foldText(name))).size === 1 ? 'namesakes' : 'several');
  }
  return bad('no_such');
}

/** "5", "5/10", "5-10-26", "05102026", "10/1966", "1966" as stored dates; `undefined` for what is none. */
function readDate(text: string, month: string): string | undefined {
  const [year = '', monthOfSheet = ''] = month.split('-');
  const packed = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  const parts = packed ? packed.slice(1) : text.split(/[/\-.\s]+/);
  const [a = '', b = '', c = ''] = parts;
  if (parts.length === 3) return stored(fullYear(c, year), b, a);
  if (parts.length === 2) return b.length === 4 ? stored(b, a) : stored(year, b, a);
  return a.length === 4 ? stored(a) : stored(year, monthOfSheet, a);
}

/** "26" of a sheet of 2026 → "2026", "85" → "1985": what is told on a sheet has come about. */
function fullYear(text: string, yearOfSheet: string): string {
  if (text.length !== 2) return text;
  const inThisCentury = `20${text}`;
  return inThisCentury > yearOfSheet ? `19${text}` : inThisCentury;
}

function stored(...parts: readonly string[]): string | undefined {
  const text = parts.map((part) => part.padStart(2, '0')).join('-');
  return isPartialDate(text) ? text : undefined;
}
