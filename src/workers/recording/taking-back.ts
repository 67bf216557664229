import { catalogue } from '../../catalogue/index.ts';
import { definitionOf } from '../../domain/book/book.ts';
import type { RecordField } from '../../domain/field.ts';
import { canonicalText, type Fields, type Value } from '../../domain/value.ts';
import type { RegisterRecord } from '../../register/answers.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import { seenOf, shown } from '../../sync/records/merge.ts';
import type { RecordingBook } from './book.ts';
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
  const told = act.made.filter((other) => other !== id && isToldOf(book, other, named));
  const gone = new Set([id, ...told]);
  const left = act.made.filter((other) => named.has(other) && isLeftAlone(book, other, gone));
  const puts = act.puts.filter((put) => named.has(put.id));
  return [
    ...[...gone, ...left].flatMap((one) => voidOf(book, one, reason)),
    ...puts.flatMap((put) => putBack(book, put)),
  ];
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

/** Of an act that was sent and judged, what its facts tell: those of the same device and moment that name the same people. */
function actAround({ register, store }: Book, fact: RegisterRecord): Written {
  const moment = (id: string) => {
    const state = store.shown(id);
    const [heads] = Object.values(state?.fields ?? {});
    return `${id.split('.')[0]} ${heads?.[0]?.stamp[0]}`;
  };
  const named = namedBy(fact);
  const beside = named.flatMap((id) => register.factsAbout(id));
  const same = [...named, ...beside].filter((id) => id !== fact.id && moment(id) === moment(fact.id));
  const puts = same.flatMap((id) => {
    const other = register.get(id);
    return (other && putTold(other)) ?? [];
  });
  return { made: [...new Set(same)], puts };
}

function namedBy(fact: RegisterRecord): readonly string[] {
  const fields = definitionOf(catalogue, fact.kind)?.fields ?? [];
  const references = fields.filter(({ type }) => type.is === 'reference').map(({ key }) => fact.fields[key]);
  return references.filter((id) => typeof id === 'string');
}

/** The put that a fact of a change tells of; `undefined` for other facts, and where the fact itself makes the change. */
function putTold(fact: RegisterRecord): Put | undefined {
  const definition = definitionOf(catalogue, fact.kind);
  const names = definition?.effects?.find(({ setNamed }) => setNamed !== undefined)?.setNamed;
  const field = names === undefined ? undefined : fact.fields[names.field];
  const [id] = namedBy(fact);
  if (names === undefined || typeof field !== 'string' || names.oneOf.includes(field) || id === undefined)
    return undefined;
  const whose = definition?.fields.find(({ key }) => fact.fields[key] === id)?.type;
  const type = fieldOf(whose?.is === 'reference' ? whose.to : '', field)?.type;
  const before = { [field]: readText(type, fact.fields.old) };
  return { id, put: { [field]: readText(type, fact.fields[names.value]) }, before };
}

function fieldOf(kind: string, key: string): RecordField | undefined {
  return definitionOf(catalogue, kind)?.fields.find((field) => field.key === key);
}

/** A told value as its field keeps it. */
function readText(type: RecordField['type'] | undefined, text: Value | undefined): Value {
  if (typeof text !== 'string') return null;
  if (type?.is === 'integer') return Number(text);
  return type?.is === 'boolean' ? text === 'true' : text;
}

/** What the act itself remembers of this put: text that was too long to tell whole is known there. */
function knownPut({ puts }: Written, told: Put): Put {
  const [field = ''] = Object.keys(told.put);
  const known = puts.find(({ id, put }) => id === told.id && field in put);
  if (known === undefined) return told;
  const only = (fields: Fields): Fields => ({ [field]: fields[field] ?? null });
  return { id: told.id, put: only(known.put), before: only(known.before) };
}

function isToldOf({ register }: Book, id: string, named: ReadonlySet<string>): boolean {
  const fact = register.get(id);
  const told = fact === undefined ? undefined : putTold(fact);
  return told !== undefined && named.has(told.id);
}

/** A person or household that the act made and that no other fact speaks of. */
function isLeftAlone({ register }: Book, id: string, gone: ReadonlySet<string>): boolean {
  const record = register.get(id);
  if (record === undefined || definitionOf(catalogue, record.kind)?.nature !== 'state') return false;
  return register.factsAbout(id).every((fact) => gone.has(fact));
}
