import type { Value } from '../../../../domain/value.ts';
import { type FieldColumn, noDevice, splitId } from '../../page-columns.ts';
import { createTable } from '../table.ts';
import type { Sections } from './sections.ts';
import type { ColumnForm, Form, Raw, ReadColumn } from './values.ts';

export function writeColumn(column: FieldColumn, sections: Sections): ColumnForm {
  const form = writeRaw(rawOf(column), sections);
  return column.at === undefined ? form : { ...form, at: sections.addSteps(column.at) };
}

function writeRaw(raw: Raw, sections: Sections): Form {
  const { is } = raw;
  if (is === 'names')
    return { is, table: raw.table, words: sections.add(raw.words), starts: sections.addSteps(raw.starts) };
  if (is === 'ids') return { is, devices: raw.devices, device: sections.add(raw.device), seq: sections.add(raw.seq) };
  const v = sections.add(raw.v);
  return is === 'table' ? { is, table: raw.table, v } : { is, v };
}

/** As numbers: of values that stand as they are, in the form that takes least room. */
export function rawOf(column: FieldColumn): Raw {
  return wasRead(column)
    ? column.raw()
    : rawOfValues(Array.from({ length: column.length }, (_, at) => column.value(at)));
}

export function rawOfValues(values: readonly Value[]): Raw {
  return datesIn(values) ?? numbersIn(values) ?? textsIn(values);
}

function wasRead(column: FieldColumn): column is ReadColumn {
  return 'raw' in column;
}

/** "1996", "1996-03" or "1996-03-05": how many digits says how much is known. */
const told = /^[1-9]\d{3}(?:-\d\d(?:-\d\d)?)?$/;

function datesIn(values: readonly Value[]): Raw | undefined {
  if (!values.every((value) => typeof value === 'string' && told.test(value))) return undefined;
  return { is: 'dates', v: values.map((value) => Number(String(value).replaceAll('-', ''))) };
}

function numbersIn(values: readonly Value[]): Raw | undefined {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === values.length ? { is: 'numbers', v: numbers } : undefined;
}

function textsIn(values: readonly Value[]): Raw {
  const { things: table, numberAll } = createTable<Value>(JSON.stringify);
  const v = numberAll(values);
  // Few are a code list; many are references, names, or what people wrote.
  const isMany = table.length > 16 && table.length * 4 > values.length;
  const own = isMany ? (idsIn(values) ?? namesIn(values)) : undefined;
  return own ?? { is: 'table', table, v };
}

export function idsIn(values: readonly Value[]): Extract<Raw, { readonly is: 'ids' }> | undefined {
  const devices: string[] = [];
  const device: number[] = [];
  const seq: number[] = [];
  for (const value of values) {
    const parts = typeof value === 'string' ? splitId(value) : undefined;
    if (parts === undefined && value !== null) return undefined;
    const known = parts === undefined ? noDevice : devices.indexOf(parts[0]);
    const number = parts !== undefined && known === -1 ? devices.push(parts[0]) - 1 : known;
    if (parts !== undefined && number >= noDevice) return undefined;
    device.push(number);
    seq.push(parts?.[1] ?? 0);
  }
  return { is: 'ids', devices, device, seq };
}

/** Nothing but single blanks between words. */
const plainWords = /^\S+(?: \S+)*$/;

function namesIn(values: readonly Value[]): Raw | undefined {
  const told = wordsIn(values);
  // What people wrote in sentences shares no words: it is shorter as it stands.
  return told === undefined || told.table.length * 2 > told.words.length ? undefined : told;
}

export function wordsIn(values: readonly Value[]): Extract<Raw, { readonly is: 'names' }> | undefined {
  const table = createTable<string>();
  const words: number[] = [];
  const starts = [0];
  for (const value of values) {
    if (typeof value !== 'string' || !plainWords.test(value)) return undefined;
    words.push(...value.split(' ').map(table.numberOf));
    starts.push(words.length);
  }
  return { is: 'names', table: table.things, words, starts };
}
