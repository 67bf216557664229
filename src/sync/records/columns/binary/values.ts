import type { Value } from '../../../../domain/value.ts';
import { type FieldColumn, type NumberedIds, type Numbers, noDevice, type WordedTexts } from '../../page-columns.ts';
import { readSection, readSteps, type Section } from './sections.ts';

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

/** The same as the numbers that stand there. */
export type Raw =
  | { readonly is: 'dates' | 'numbers'; readonly v: Numbers }
  | ({ readonly is: 'ids' } & NumberedIds)
  | ({ readonly is: 'names' } & WordedTexts)
  | { readonly is: 'table'; readonly table: readonly Value[]; readonly v: Numbers };

/** One that was read from a page is written again without being looked at. */
export interface ReadColumn extends FieldColumn {
  readonly raw: () => Raw;
}

export function readColumn(form: ColumnForm, body: Uint8Array<ArrayBuffer>): ReadColumn {
  return columnOf(rawIn(form, body), form.at === undefined ? undefined : readSteps(body, form.at));
}

function rawIn(form: Form, body: Uint8Array<ArrayBuffer>): Raw {
  const { is } = form;
  if (is === 'names')
    return { is, table: form.table, words: readSection(body, form.words), starts: readSteps(body, form.starts) };
  if (is === 'ids')
    return { is, devices: form.devices, device: readSection(body, form.device), seq: readSection(body, form.seq) };
  const v = readSection(body, form.v);
  return is === 'table' ? { is, table: form.table, v } : { is, v };
}

type At = Numbers | undefined;

/** A commune has ten thousand of them in memory: one object each, which remembers no more than what it reads. */
export function columnOf(raw: Raw, at: At): ReadColumn {
  if (raw.is === 'names') return namesOf(raw.table, raw.words, raw.starts, at);
  if (raw.is === 'ids') return idsOf(raw.devices, raw.device, raw.seq, at);
  if (raw.is === 'table') return tableOf(raw.table, raw.v, at);
  return raw.is === 'dates' ? datesOf(raw.v, at) : numbersOf(raw.v, at);
}

function datesOf(v: Numbers, at: At): ReadColumn {
  return { at, length: v.length, value: (index) => dateOf(v[index] ?? 0), raw: () => ({ is: 'dates', v }) };
}

function numbersOf(v: Numbers, at: At): ReadColumn {
  return { at, length: v.length, value: (index) => v[index] ?? 0, raw: () => ({ is: 'numbers', v }) };
}

function tableOf(table: readonly Value[], v: Numbers, at: At): ReadColumn {
  return {
    at,
    length: v.length,
    value: (index) => table[v[index] ?? 0] ?? null,
    raw: () => ({ is: 'table', table, v }),
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

function idsOf(devices: readonly string[], device: Numbers, seq: Numbers, at: At): ReadColumn {
  return {
    at,
    length: seq.length,
    value: (index) => (device[index] === noDevice ? null : `${devices[device[index] ?? 0] ?? ''}.${seq[index] ?? 0}`),
    numbered: { devices, device, seq },
    raw: () => ({ is: 'ids', devices, device, seq }),
  };
}

function namesOf(table: readonly string[], words: Numbers, starts: Numbers, at: At): ReadColumn {
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
    raw: () => ({ is: 'names', table, words, starts }),
  };
}
