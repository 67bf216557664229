import type { Value } from '../../../../domain/value.ts';
import { type FieldColumn, noDevice, type WordedTexts } from '../../page-columns.ts';
import { readSection, readSteps, type Section, type Sections } from './sections.ts';

/*
 * The values of one field, each kind in the form that takes least room and time: dates as yyyymmdd, whole numbers,
 * references as device and number, names as words, and whatever repeats (codes, places) by its number in a table.
 */

export type Form =
  | { readonly is: 'dates'; readonly v: Section }
  | { readonly is: 'numbers'; readonly v: Section }
  | { readonly is: 'ids'; readonly devices: readonly string[]; readonly device: Section; readonly seq: Section }
  | { readonly is: 'names'; readonly table: readonly string[]; readonly words: Section; readonly starts: Section }
  | { readonly is: 'table'; readonly table: readonly Value[]; readonly v: Section };

export type ColumnForm = Form & { readonly at?: Section };

/** One that was read from a page is written again without being looked at. */
export interface ReadColumn extends FieldColumn {
  readonly writeAgain: (sections: Sections) => ColumnForm;
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
