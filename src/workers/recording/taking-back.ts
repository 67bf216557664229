import { catalogue } from '../../catalogue/index.ts';
import { definitionOf } from '../../domain/book/book.ts';
import { canonicalText, type Fields, type Value } from '../../domain/value.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import { seenOf, shown } from '../../sync/records/merge.ts';
import { actAround, putBeside } from './act-around.ts';
import type { RecordingBook } from './book.ts';
import { namedBy, putTold } from './told-put.ts';
import type { Put, Written } from './written.ts';

/** What stands in the void of a record that its author took back. */
const undoReason = 'Người ghi rút lại';

type Book = Pick<RecordingBook, 'store' | 'register'>;

/** Takes a whole act back: voids what it made, puts back what it put where that still stands. */
export function undoDrafts(book: Book, { made, puts }: Written): readonly OpDraft[] {
  return [...made.flatMap((id) => voidOf(book, id, undoReason)), ...puts.flatMap((put) => putBack(book, put))];
}

/**
 * Takes one fact back, and what was written beside it: the person a birth made, what was put on whom it names with the
 * facts that tell of it. A told change of one field takes back that field alone.
 * @param written the act it was written in, where this phone still knows it
 */
export function takeBackDrafts(
  book: Book,
  id: string,
  reason: string,
  written: Written | undefined,
): readonly OpDraft[] {
  const fact = book.register.get(id);
  if (fact === undefined) return [];
  const act = written ?? actAround(book, fact);
  const own = putTold(fact);
  if (own !== undefined) return [...voidOf(book, id, reason), ...putBack(book, knownPut(act, own))];
  const named = new Set(namedBy(fact));
  const beside = putBeside(fact);
  const told = act.made.filter((other) => other !== id && isToldOf(book, other, named, beside.told));
  const gone = new Set([id, ...told]);
  const left = act.made.filter((other) => named.has(other) && isLeftAlone(book, other, gone));
  const puts = [
    ...told.flatMap((other) => toldPut(book, act, other)),
    ...act.puts.filter((put) => named.has(put.id)).map((put) => onlyFields(put, beside.plain)),
  ];
  return [
    ...[...gone, ...left].flatMap((one) => voidOf(book, one, reason)),
    ...puts.flatMap((put) => putBack(book, put)),
  ];
}

function toldPut({ register }: Book, act: Written, id: string): readonly Put[] {
  const fact = register.get(id);
  const told = fact && putTold(fact);
  return told === undefined ? [] : [knownPut(act, told)];
}

function onlyFields({ id, put, before }: Put, fields: ReadonlySet<string>): Put {
  const only = (values: Fields): Fields =>
    Object.fromEntries(Object.entries(values).filter(([field]) => fields.has(field)));
  return { id, put: only(put), before: only(before) };
}

function voidOf({ store }: Book, id: string, reason: string): readonly OpDraft[] {
  const state = store.shown(id);
  if (state === undefined) return [];
  const seen = seenOf(state, ['void']);
  return [{ kind: state.kind, id, place: String(state.place.value), void: { reason }, seen }];
}

/** Only where what was put still stands: somebody may have mended it since. */
function putBack({ store }: Book, { id, put, before }: Put): readonly OpDraft[] {
  const state = store.shown(id);
  if (state === undefined) return [];
  const fields = Object.keys(put).filter((field) => {
    const stands = shown(state, field) ?? null;
    return isSame(stands, put[field]) && !isSame(stands, before[field]);
  });
  if (fields.length === 0) return [];
  const values = Object.fromEntries(fields.map((field) => [field, before[field] ?? null]));
  return [{ kind: state.kind, id, place: String(state.place.value), put: values, seen: seenOf(state, fields) }];
}

function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return canonicalText(one ?? null) === canonicalText(other ?? null);
}

/** What the act itself remembers of this put: text that was too long to tell whole is known there. */
function knownPut({ puts }: Written, told: Put): Put {
  const [field = ''] = Object.keys(told.put);
  const known = puts.find(({ id, put }) => id === told.id && field in put);
  if (known === undefined) return told;
  const only = (fields: Fields): Fields => ({ [field]: fields[field] ?? null });
  return { id: told.id, put: only(known.put), before: only(known.before) };
}

function isToldOf({ register }: Book, id: string, named: ReadonlySet<string>, fields: ReadonlySet<string>): boolean {
  const fact = register.get(id);
  const told = fact === undefined ? undefined : putTold(fact);
  return told !== undefined && named.has(told.id) && Object.keys(told.put).every((field) => fields.has(field));
}

/** A person or household that the act made and that nothing else speaks of or lives in. */
function isLeftAlone({ register, store }: Book, id: string, gone: ReadonlySet<string>): boolean {
  const record = register.get(id);
  if (record === undefined || definitionOf(catalogue, record.kind)?.nature !== 'state') return false;
  if (!register.factsAbout(id).every((fact) => gone.has(fact))) return false;
  const opened = (register.household(id)?.people ?? []).map((person) => store.shown(person.id));
  return opened.every((state) => state !== undefined && shown(state, 'household') !== id);
}
