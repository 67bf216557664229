import type { CodeList, FieldDefinition } from '../../../../domain/field.ts';
import type { Value } from '../../../../domain/value.ts';
import { say } from '../../../../domain/words.ts';
import { language } from '../../../../ui/language.ts';
import type { SheetLine } from '../open-sheet.ts';
import type { SheetColumn } from '../sheet-columns.ts';
import { readCode } from './read-code.ts';
import { readTypedDate, typedDate } from './typed-date.ts';

/** How a kind of cell is read and written; `undefined` is what nobody can read. */
interface Script {
  readonly read: (text: string) => Value | undefined;
  readonly write: (value: string) => string;
}

export function scriptOf({ type }: FieldDefinition): Script {
  if (type.is === 'date') return { read: readTypedDate, write: typedDate };
  if (type.is !== 'code') return { read: (text) => (text.trim() === '' ? null : text), write: (value) => value };
  return { read: (text) => readCode(type.list, text), write: (key) => wordCode(type.list, key) };
}

/** Letters that a column of the sheet has room for. */
const narrowCell = 12;

function wordCode({ codes }: CodeList, key: string): string {
  const code = codes.find((one) => one.key === key);
  if (code === undefined) return key;
  const words = say(code.label, language.value);
  // A cell on paper is narrow: "THPT".
  return words.length > narrowCell && code.short !== undefined ? code.short : words;
}

/** What only the own panel says stands in no form: the sheet shows what the household's page does. */
export function shownValue(value: Value | undefined, { person }: SheetLine, column: string): Value | undefined {
  return value === undefined && column === 'relation' ? person?.relation : value;
}

/** What a cell that nobody types in says: in the paper's short words, as the cells that are typed. */
export function saidIn(line: SheetLine, { key, field }: SheetColumn): string {
  const stands = shownValue(line.defaults[key], line, key);
  if (typeof stands === 'string') return scriptOf(field).write(stands);
  const words = line.said.get(key);
  return words === undefined ? '' : say(words, language.value);
}
