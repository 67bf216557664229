import type { Value } from '../../../domain/value.ts';
import { type FieldColumn, noDevice, splitId, type WordedTexts } from '../../../sync/records/page-columns.ts';
import { readSection, readSteps, type Section, type Sections } from './sections.ts';

/*
 * The values of one field, each kind in the form that takes least room and time: dates as yyyymmdd, whole numbers,
 * references as device and number, names as words, and whatever repeats (codes, places) by its number in a table.
 */

type Form =
  | { readonly is: 'dates'; readonly v: Section }
  | { readonly is: 'numbers'; readonly v: Section }
  | { readonly is: 'ids'; readonly devices: readonly string[]; readonly device: Section; readonly seq: Section }
  | { readonly is: 'names'; readonly table: readonly string[]; readonly words: Section; readonly starts: Section }
  | { readonly is: 'table'; readonly table: readonly Value[]; readonly v: Section };

export type ColumnForm = Form & { readonly at?: Section };

/** One that was read from a page is written again without being looked at. */
interface ReadColumn extends FieldColumn {
  readonly writeAgain: (sections: Sections) => ColumnForm;
}

export function writeColumn(column: FieldColumn, sections: Sections): ColumnForm {
  if (wasRead(column)) return column.writeAgain(sections);
  const values = Array.from({ length: column.length }, (_, index) => column.value(index));
  const form = writeDates(values, sections) ?? writeNumbers(values, sections) ?? writeTexts(values, sections);
  return column.at === undefined ? form : { ...form, at: sections.addSteps(column.at) };
}

function wasRead(column: FieldColumn): column is ReadColumn {
  return 'writeAgain' in column;
}

/** "1996", "1996-03" or "1996-03-05": how many digits says how much is known. */
const told = /^[1-9]\d{3}(?:-\d\d(?:-\d\d)?)?$/;

function writeDates(values: readonly Value[], sections: Sections): Form | undefined {
  if (!values.every((value) => typeof value === 'string' && told.test(value))) return undefined;
  return { is: 'dates', v: sections.add(values.map((value) => Number(String(value).replaceAll('-', '')))) };
}

function writeNumbers(values: readonly Value[], sections: Sections): Form | undefined {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === values.length ? { is: 'numbers', v: sections.add(numbers) } : undefined;
}

function writeTexts(values: readonly Value[], sections: Sections): Form {
  const texts = new Map<string, number>();
  const numbers = values.map((value) => {
    const text = JSON.stringify(value);
    const number = texts.get(text) ?? texts.size;
    texts.set(text, number);
    return number;
  });
  // Few texts are a code list; many are references, names, or what people wrote.
  const isMany = texts.size > 16 && texts.size * 4 > values.length;
  const own = isMany ? (writeIdValues(values, sections) ?? writeNames(values, sections)) : undefined;
  return (
    own ?? { is: 'table', table: [...texts.keys()].map((text): Value => JSON.parse(text)), v: sections.add(numbers) }
  );
}

function writeIdValues(values: readonly Value[], sections: Sections): Form | undefined {
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
  return { is: 'ids', devices, device: sections.add(device), seq: sections.add(seq) };
}

/** Nothing but single blanks between words. */
const plainWords = /^\S+(?: \S+)*$/;

function writeNames(values: readonly Value[], sections: Sections): Form | undefined {
  const table = new Map<string, number>();
  const words: number[] = [];
  const starts = [0];
  for (const value of values) {
    if (typeof value !== 'string' || !plainWords.test(value)) return undefined;
    for (const word of value.split(' ')) {
      const number = table.get(word) ?? table.size;
      table.set(word, number);
      words.push(number);
    }
    starts.push(words.length);
  }
  // What people wrote in sentences shares no words: it is shorter as it stands.
  if (table.size * 2 > words.length) return undefined;
  return { is: 'names', table: [...table.keys()], words: sections.add(words), starts: sections.addSteps(starts) };
}

export function readColumn(form: ColumnForm, body: Uint8Array<ArrayBuffer>): FieldColumn {
  const at = form.at === undefined ? undefined : readSteps(body, form.at);
  const column = readForm(form, body);
  const writeAgain: ReadColumn['writeAgain'] = (sections) => copyForm(form, body, sections);
  const read: ReadColumn = { ...column, writeAgain };
  return at === undefined ? read : { ...read, at };
}

function readForm(form: Form, body: Uint8Array<ArrayBuffer>): FieldColumn {
  if (form.is === 'names') return readNames(form.table, readSection(body, form.words), readSteps(body, form.starts));
  if (form.is === 'ids') return readIdValues(form, body);
  const numbers = readSection(body, form.v);
  const { length } = numbers;
  if (form.is === 'dates') return { length, value: (index) => dateOf(numbers[index] ?? 0) };
  if (form.is === 'numbers') return { length, value: (index) => numbers[index] ?? 0 };
  const { table } = form;
  return { length, value: (index) => table[numbers[index] ?? 0] ?? null };
}

function dateOf(told: number): string {
  const text = String(told);
  if (text.length === 4) return text;
  const month = `${text.slice(0, 4)}-${text.slice(4, 6)}`;
  return text.length === 6 ? month : `${month}-${text.slice(6)}`;
}

function readIdValues(form: Extract<Form, { is: 'ids' }>, body: Uint8Array<ArrayBuffer>): FieldColumn {
  const { devices } = form;
  const device = readSection(body, form.device);
  const seq = readSection(body, form.seq);
  return {
    length: seq.length,
    value: (index) => (device[index] === noDevice ? null : `${devices[device[index] ?? 0] ?? ''}.${seq[index] ?? 0}`),
    numbered: { devices, device, seq },
  };
}

function readNames(table: readonly string[], words: WordedTexts['words'], starts: Uint32Array): FieldColumn {
  return {
    length: starts.length - 1,
    value(index) {
      const end = starts[index + 1] ?? 0;
      let text = '';
      for (let at = starts[index] ?? 0; at < end; at += 1)
        text += `${text === '' ? '' : ' '}${table[words[at] ?? 0] ?? ''}`;
      return text;
    },
    worded: { table, words, starts },
  };
}

function copyForm(form: ColumnForm, body: Uint8Array<ArrayBuffer>, sections: Sections): ColumnForm {
  const copy = (section: Section): Section => sections.add(readSection(body, section));
  const at = form.at === undefined ? {} : { at: copy(form.at) };
  if (form.is === 'names') return { ...form, ...at, words: copy(form.words), starts: copy(form.starts) };
  if (form.is === 'ids') return { ...form, ...at, device: copy(form.device), seq: copy(form.seq) };
  return { ...form, ...at, v: copy(form.v) };
}
