import { bad, good, type Outcome } from '../../../../domain/outcome.ts';
import {
  isCount,
  isDeviceId,
  isId,
  isName,
  isObject,
  isOpId,
  isPlainText,
  isPlainValue,
  maxTextLength,
} from '../../../wire/bounds.ts';
import { type Numbers, noDevice } from '../../page-columns.ts';
import { isGone, isRow, maxRows } from '../../row.ts';
import type { Columns } from '../columns.ts';
import type { WholeRow } from '../whole-rows.ts';
import { columnsOf, type KindForm, splitPage, version } from './columns-codec.ts';
import { apartFromRows, readJson, restingRows } from './rows-codec.ts';
import { arrays, readSection, type Section } from './sections.ts';

/*
 * A page that came over the network: every number of it is looked at before anything reads it as a page, in loops over
 * columns, since a first load brings a whole commune so.
 */

type Body = Uint8Array<ArrayBuffer>;
const decoder = new TextDecoder();

type Test = (value: number, at: number) => boolean;

/** ".4294967295" */
const longestSeq = 11;
const longestDevicePart = 64 - longestSeq;

/** The records of a page of version 2 that somebody else wrote; `malformed` where this programme could not have. */
export function readForeignPage(bytes: Body): Outcome<Columns, 'malformed'> {
  const page = bytes[0] === version ? splitPage(bytes) : undefined;
  const apart = page && apartFromRows(page.head);
  const head = apart?.head;
  if (page === undefined || apart === undefined || !isObject(head)) return bad('malformed');
  const { body } = page;
  const { users, places, kinds } = head;
  if (!isListOf(users, isId) || !isListOf(places, isId) || !isObject(kinds)) return bad('malformed');
  const rows = readRows(apart.list);
  if (rows === undefined) return bad('malformed');
  const isKind = ([kind, form]: [string, unknown]) =>
    isName(kind) && isKindForm(form, body, users.length, places.length);
  if (!Object.entries(kinds).every(isKind)) return bad('malformed');
  const forms = kinds as { readonly [kind: string]: KindForm };
  return good(columnsOf({ users, places, kinds: forms }, body, restingRows(apart.list, rows)));
}

/** Written as they are sought one by one later: to the byte. */
function readRows(list: Body): readonly WholeRow[] | undefined {
  const text = decoder.decode(list);
  const rows = readJson(text);
  return isListOf(rows, isWholeRow) && JSON.stringify(rows) === text ? rows : undefined;
}

function isListOf<Item>(list: unknown, isOne: (item: unknown) => item is Item): list is readonly Item[] {
  return Array.isArray(list) && list.length <= maxRows && list.every((item) => isOne(item));
}

function isWholeRow(whole: unknown): whole is WholeRow {
  return Array.isArray(whole) && whole.length === 1 && isRow(whole[0]) && !isGone(whole[0]);
}

function isKindForm(form: unknown, body: Body, users: number, places: number): boolean {
  if (!isObject(form) || !isObject(form.ops) || !isObject(form.fields)) return false;
  const { ids, ops, from, ms, counter, by, fields } = form;
  const length = lengthOf(ids, body, ops);
  if (length === undefined || !isCount(from)) return false;
  const areOps = Object.entries(ops).every(([at, op]) => isCount(Number(at)) && isOpId(op));
  const areStamps = isMade(ms, body, Math.max(length - 1, 0), isStep) && isMade(counter, body, length, isCount);
  const isPlaced = isMade(by, body, length, below(users)) && isMade(form.in, body, length, below(places));
  const isField = ([field, column]: [string, unknown]) => isName(field) && isColumn(column, body, length);
  return areOps && areStamps && isPlaced && Object.entries(fields).every(isField);
}

/** Of a list of ids; `undefined` where one is none. An id that is no op's needs its op told. */
function lengthOf(form: unknown, body: Body, ops: { readonly [at: string]: unknown }): number | undefined {
  if (!isObject(form)) return undefined;
  if ('texts' in form) {
    const { texts } = form;
    const isNamed = isListOf(texts, isId) && texts.every((id, at) => isOpId(id) || isOpId(ops[at]));
    return isNamed ? texts.length : undefined;
  }
  const { devices, device, seq } = form;
  if (!isSection(seq, body) || seq.n > maxRows || !isListOf(devices, isDevicePart) || devices.length > noDevice)
    return undefined;
  const areDevices = devices.map(isDeviceId);
  const isOne = below(devices.length);
  const isOwn: Test = (own, at) => isOne(own, at) && (areDevices[own] === true || isOpId(ops[at]));
  const isWhole = isMade(device, body, seq.n, isOwn) && areSteps(seq, body, (id, at) => id >= 1 || isOpId(ops[at]));
  return isWhole ? seq.n : undefined;
}

function isColumn(form: unknown, body: Body, records: number): boolean {
  if (!isObject(form)) return false;
  const { at } = form;
  if (at === undefined) return isForm(form, body, records);
  if (!isSection(at, body) || at.n > records) return false;
  let before = -1;
  const isNext = (position: number): boolean => {
    const isBehind = position > before && position < records;
    before = position;
    return isBehind;
  };
  return areSteps(at, body, isNext) && isForm(form, body, at.n);
}

function isForm(form: { readonly [key: string]: unknown }, body: Body, length: number): boolean {
  if (form.is === 'dates') return isMade(form.v, body, length, isToldDate);
  if (form.is === 'numbers') return isMade(form.v, body, length, Number.isFinite);
  if (form.is === 'names') return areNames(form, body, length);
  const { devices, table } = form;
  if (form.is === 'table') return isListOf(table, isPlainValue) && isMade(form.v, body, length, below(table.length));
  if (form.is !== 'ids' || !isListOf(devices, isReferencePart) || devices.length > noDevice) return false;
  const isOne = below(devices.length);
  const isDevice: Test = (device) => device === noDevice || isOne(device, 0);
  return isMade(form.device, body, length, isDevice) && isMade(form.seq, body, length, isCount);
}

function areNames({ table, words, starts }: { readonly [key: string]: unknown }, body: Body, length: number): boolean {
  if (!isListOf(table, isPlainText) || !isSection(words, body) || !isSection(starts, body)) return false;
  const numbers = readSection(body, words);
  if (starts.n !== length + 1 || !all(numbers, below(table.length))) return false;
  /** Room that the words before the nth take, a blank behind each. */
  const room = new Float64Array(words.n + 1);
  for (let at = 0; at < words.n; at += 1) room[at + 1] = (room[at] ?? 0) + (table[numbers[at] ?? 0]?.length ?? 0) + 1;
  let before = 0;
  const isNext: Test = (start) => {
    const isBehind = start >= before && start <= words.n && (room[start] ?? 0) - (room[before] ?? 0) <= maxTextLength;
    before = start;
    return isBehind;
  };
  // The first word is the first name's, and the last the last one's: names of many pages are laid behind each other.
  return areSteps(starts, body, (start, at) => isNext(start, at) && (at > 0 || start === 0)) && before === words.n;
}

/** "device" of an id "device.seq", or what stands there in an id that no device numbered. */
function isDevicePart(text: unknown): text is string {
  return isId(text) && text.length <= longestDevicePart;
}

function isReferencePart(text: unknown): text is string {
  return isPlainText(text) && text.length <= maxTextLength - longestSeq;
}

function below(end: number): Test {
  return (value) => Number.isInteger(value) && value >= 0 && value < end;
}

/** A record was written before or after the one before it, by less than all time. */
const isStep: Test = (value) => Number.isSafeInteger(value);

/** 1996, 199603 or 19960305. */
const isToldDate: Test = (value) =>
  Number.isInteger(value) && value > 999 && value < 100_000_000 && String(value).length % 2 === 0;

function isSection(section: unknown, body: Body): section is Section {
  if (!isObject(section) || typeof section.t !== 'string' || !Object.hasOwn(arrays, section.t)) return false;
  const { o, n } = section;
  const size = arrays[section.t as Section['t']].BYTES_PER_ELEMENT;
  return isCount(o) && isCount(n) && o % size === 0 && o + n * size <= body.length;
}

/** A section of so many numbers that are each of that kind. */
function isMade(section: unknown, body: Body, length: number, isIt: Test): boolean {
  return isSection(section, body) && section.n === length && all(readSection(body, section), isIt);
}

function all(values: Numbers, isIt: Test): boolean {
  for (let at = 0; at < values.length; at += 1) if (!isIt(values[at] ?? 0, at)) return false;
  return true;
}

/** Of the numbers whose steps stand there. */
function areSteps(section: Section, body: Body, isIt: Test): boolean {
  let sum = 0;
  return all(readSection(body, section), (step, at) => {
    sum += step;
    return isCount(sum) && sum <= 0xffffffff && isIt(sum, at);
  });
}
