import type { Value } from '../../../../domain/value.ts';
import { type NumberedIds, type Numbers, noDevice } from '../../page-columns.ts';
import { columnOf, type Raw } from '../binary/values.ts';
import { idsIn, rawOfValues, wordsIn } from '../binary/write-values.ts';
import { createTable } from '../table.ts';
import { concatenated, lengthOf, translated } from './merge-numbers.ts';

/*
 * Columns behind each other as one, without looking at each value: tables are put together, and the numbers of every page
 * translated. A small village keeps references and names as a table, where a large one has numbers and words.
 */

type Is<Form extends Raw['is']> = Extract<Raw, { readonly is: Form }>;

export function mergeValues(parts: readonly Raw[]): Raw {
  const forms = [...new Set(parts.map(({ is }) => is))];
  const [form = 'table', ...others] = forms.filter((is) => is !== 'table');
  const merged = others.length === 0 ? mergeAs(form, parts) : undefined;
  return merged ?? rawOfValues(parts.flatMap(valuesOf));
}

/** `undefined` where one of them cannot be told in this form. */
function mergeAs(form: Raw['is'], parts: readonly Raw[]): Raw | undefined {
  if (form === 'ids') {
    const ids = mergeEach(parts, idsOf, mergeIds);
    return ids && { is: form, ...ids };
  }
  if (form === 'names') return mergeEach(parts, namesOf, mergeNames);
  if (form === 'table') return mergeEach(parts, (raw) => (raw.is === form ? raw : undefined), mergeTables);
  return mergeEach(
    parts,
    (raw) => (raw.is === form ? raw.v : undefined),
    (lists) => ({ is: form, v: concatenated(lists) }),
  );
}

function mergeEach<Part, Merged>(
  parts: readonly Raw[],
  told: (raw: Raw) => Part | undefined,
  merge: (parts: readonly Part[]) => Merged,
): Merged | undefined {
  const all = parts.map(told).filter((part) => part !== undefined);
  return all.length === parts.length ? merge(all) : undefined;
}

function valuesOf(raw: Raw): readonly Value[] {
  const { length, value } = columnOf(raw, undefined);
  return Array.from({ length }, (_, index) => value(index));
}

function mergeTables(parts: readonly Is<'table'>[]): Raw {
  const table = createTable<Value>(JSON.stringify);
  const v = translated(parts.map((part) => [part.v, table.numberAll(part.table)]));
  return { is: 'table', table: table.things, v };
}

function mergeNames(parts: readonly Is<'names'>[]): Raw {
  const table = createTable<string>();
  const words = translated(parts.map((part) => [part.words, table.numberAll(part.table)]));
  const starts = new Uint32Array(1 + lengthOf(parts.map((part) => part.starts)) - parts.length);
  let [end, before] = [0, 0];
  for (const part of parts) {
    const { length } = part.starts;
    for (let at = 0; at < length; at += 1) starts[end + at] = before + (part.starts[at] ?? 0);
    end += length - 1;
    before += part.words.length;
  }
  return { is: 'names', table: table.things, words, starts };
}

function namesOf(raw: Raw): Is<'names'> | undefined {
  if (raw.is === 'names') return raw;
  const told = raw.is === 'table' ? wordsIn(raw.table) : undefined;
  if (raw.is !== 'table' || told === undefined) return undefined;
  const starts = [0];
  const words: number[] = [];
  for (let at = 0; at < raw.v.length; at += 1) {
    const text = raw.v[at] ?? 0;
    for (let word = told.starts[text] ?? 0; word < (told.starts[text + 1] ?? 0); word += 1)
      words.push(told.words[word] ?? 0);
    starts.push(words.length);
  }
  return { is: 'names', table: told.table, words, starts };
}

/** `undefined` where they are of more devices than are told apart. */
export function mergeIds(parts: readonly NumberedIds[]): NumberedIds | undefined {
  const devices = createTable<string>();
  const own = parts.map((part) => devices.numberAll(part.devices));
  if (devices.things.length >= noDevice) return undefined;
  const device = new Uint8Array(lengthOf(parts.map((part) => part.seq)));
  let end = 0;
  for (const [index, part] of parts.entries()) {
    // `noDevice` is the number of none.
    for (let at = 0; at < part.seq.length; at += 1) device[end + at] = own[index]?.[part.device[at] ?? 0] ?? noDevice;
    end += part.seq.length;
  }
  return { devices: devices.things, device, seq: concatenated(parts.map((part) => part.seq)) };
}

function idsOf(raw: Raw): NumberedIds | undefined {
  if (raw.is === 'ids') return raw;
  const told = raw.is === 'table' ? idsIn(raw.table) : undefined;
  if (raw.is !== 'table' || told === undefined) return undefined;
  const each = (numbers: Numbers) => translated([[raw.v, numbers]]);
  return { devices: told.devices, device: each(told.device), seq: each(told.seq) };
}
