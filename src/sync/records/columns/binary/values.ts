import type { Value } from '../../../../domain/value.ts';
import { type FieldColumn, type Numbers, noDevice, type WordedTexts } from '../../page-columns.ts';
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

/** A commune has ten thousand of them in memory: one object each, which remembers no more than what it reads. */
export function readColumn(form: ColumnForm, body: Uint8Array<ArrayBuffer>): FieldColumn {
  const at = form.at === undefined ? undefined : readSteps(body, form.at);
  if (form.is === 'names')
    return readNames(form.table, readSection(body, form.words), readSteps(body, form.starts), at);
  if (form.is === 'ids')
    return readIdValues(form.devices, readSection(body, form.device), readSection(body, form.seq), at);
  const numbers = readSection(body, form.v);
  if (form.is === 'table') return readTable(form.table, numbers, at);
  return form.is === 'dates' ? readDates(numbers, at) : readNumbers(numbers, at);
}

type At = Numbers | undefined;

const withAt = <One extends Form>(form: One, at: At, sections: Sections): ColumnForm =>
  at === undefined ? form : { ...form, at: sections.addSteps(at) };

function readDates(numbers: Numbers, at: At): ReadColumn {
  return {
    at,
    length: numbers.length,
    value: (index) => dateOf(numbers[index] ?? 0),
    writeAgain: (sections) => withAt({ is: 'dates', v: sections.add(numbers) }, at, sections),
  };
}

function readNumbers(numbers: Numbers, at: At): ReadColumn {
  return {
    at,
    length: numbers.length,
    value: (index) => numbers[index] ?? 0,
    writeAgain: (sections) => withAt({ is: 'numbers', v: sections.add(numbers) }, at, sections),
  };
}

function readTable(table: readonly Value[], numbers: Numbers, at: At): ReadColumn {
  return {
    at,
    length: numbers.length,
    value: (index) => table[numbers[index] ?? 0] ?? null,
    writeAgain: (sections) => withAt({ is: 'table', table, v: sections.add(numbers) }, at, sections),
  };
}

/** Texts of dates that were asked for lately: a report asks for the same few thousand again and again. A power of two. */
const slots = 4_096;
const toldIn = new Int32Array(slots);
const textIn: string[] = Array.from({ length: slots }, () => '');

function dateOf(told: number): string {
  const slot = told & (slots - 1);
  if (toldIn[slot] !== told || told === 0) {
    toldIn[slot] = told;
    textIn[slot] = writeDate(told);
  }
  return textIn[slot] ?? '';
}

function writeDate(told: number): string {
  const text = String(told);
  if (text.length === 4) return text;
  const month = `${text.slice(0, 4)}-${text.slice(4, 6)}`;
  return text.length === 6 ? month : `${month}-${text.slice(6)}`;
}

function readIdValues(devices: readonly string[], device: Numbers, seq: Numbers, at: At): ReadColumn {
  return {
    at,
    length: seq.length,
    value: (index) => (device[index] === noDevice ? null : `${devices[device[index] ?? 0] ?? ''}.${seq[index] ?? 0}`),
    numbered: { devices, device, seq },
    writeAgain: (sections) =>
      withAt({ is: 'ids', devices, device: sections.add(device), seq: sections.add(seq) }, at, sections),
  };
}

function readNames(table: readonly string[], words: WordedTexts['words'], starts: Numbers, at: At): ReadColumn {
  return {
    at,
    length: starts.length - 1,
    value(index) {
      const end = starts[index + 1] ?? 0;
      let text = '';
      for (let at = starts[index] ?? 0; at < end; at += 1)
        text += `${text === '' ? '' : ' '}${table[words[at] ?? 0] ?? ''}`;
      return text;
    },
    worded: { table, words, starts },
    writeAgain: (sections) =>
      withAt({ is: 'names', table, words: sections.add(words), starts: sections.addSteps(starts) }, at, sections),
  };
}
