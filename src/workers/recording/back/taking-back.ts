import { catalogue } from '../../../catalogue/index.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import { canonicalText, type Fields, type Value } from '../../../domain/value.ts';
import type { RegisterRecord } from '../../../register/answers.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import { seenOf, shown } from '../../../sync/records/merge.ts';
import type { RecordingBook } from '../book.ts';
import type { Put, Written } from '../written.ts';
import { isBrought, namedInto, putBeside } from './act-around.ts';
import { isMovedSince, isMoverOf, relationKey } from './moved-since.ts';
import { namedBy, putTold } from './told-put.ts';
import { inTrial } from './trial.ts';

/** What stands in the void of a record that its author took back. */
const undoReason = 'Người ghi rút lại';

type Book = Pick<RecordingBook, 'store' | 'register' | 'sender' | 'who'>;

/** Takes a whole act back: voids what it made, gives life again to what it voided, puts back what it put where that still stands. */
export function undoDrafts(book: Book, { made, puts, voids, lifts }: Written): readonly OpDraft[] {
  return [
    ...[...made, ...lifts].flatMap((id) => voidOf(book, id, undoReason)),
    ...voids.flatMap((id) => voidOf(book, id, undoReason, true)),
    ...puts.flatMap((put) => putBack(book, put, new Set([...made, ...lifts]))),
  ];
}

/** What taking facts back comes to. */
export interface TakenBack {
  readonly drafts: readonly OpDraft[];
  /** Facts that go, those that were asked for and those that go along. */
  readonly gone: readonly string[];
  /** Whom or what these facts brought into the book, and something else speaks of; what took in goods they sent: they cannot go. */
  readonly held: readonly string[];
}

interface Asked {
  readonly facts: readonly string[];
  readonly reason: string;
  /** The act that a fact was written in. */
  readonly actOf: (fact: string) => Written;
  /** People and households that stay whatever becomes of their facts: they are written anew. */
  readonly kept?: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/**
 * Takes facts back, and what was written beside them: whom a birth or an arrival brought with all that the same act told of
 * that person, what was put on whom they name with the facts that tell of it. A told change of one field takes back that
 * field alone. Of a fact that was told anew, the one before it lives again.
 */
export function takeBackPlan(book: Book, { facts, reason, actOf, kept = none }: Asked): TakenBack {
  const gone = new Set<string>();
  const puts: Put[] = [];
  const queue = [...facts];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (gone.has(id) || book.register.get(id) === undefined) continue;
    gone.add(id);
    const beside = besideOf(book, id, actOf(id));
    queue.push(...beside.facts);
    puts.push(...beside.puts);
  }
  // Whom the fact before it speaks of as well was not brought by the one that goes.
  const spokenOf = new Set([...gone].filter((id) => isToldAnew(book, id)).flatMap((id) => namedIn(book, id)));
  const came = [...gone].flatMap((id) => broughtBy(book, id, actOf(id)));
  const brought = [...new Set(came)].filter((id) => !kept.has(id) && !spokenOf.has(id));
  const left = brought.filter((id) => isLeftAlone(book, id, gone));
  const stays = brought.filter((id) => !left.includes(id));
  const drafts = [
    ...[...gone, ...left].flatMap((id) => voidOf(book, id, reason)),
    ...[...gone].flatMap((id) => voidOf(book, replacedBy(book, id), reason, true)),
    ...puts.flatMap((put) => putBack(book, put, gone)),
  ];
  const lifeless = stays.length === 0 ? [] : inTrial(book, drafts, () => stays.filter((id) => !hasLife(book, id)));
  const entries = stays.filter((id) => facts.some((fact) => isEntryOf(book, fact, id)));
  const arrived = [...gone].flatMap((id) => arrivalsOf(book, id)).filter((id) => !gone.has(id));
  const elsewhere = [...gone].filter((id) => isGivenElsewhere(book, id));
  return { drafts, gone: [...gone], held: [...new Set([...lifeless, ...entries, ...arrived, ...elsewhere])] };
}

/** Goods that were sent and taken in cannot go at the one end alone. */
function arrivalsOf({ register }: Book, id: string): readonly string[] {
  return register.factsAbout(id).filter((other) => register.get(other)?.fields.confirms === id);
}

/** Goods of a store that a collaborator's phone does not hold: her supply would go, and its line of that store's card stay. */
function isGivenElsewhere({ register, who }: Book, id: string): boolean {
  if (who.role !== 'collaborator' || register.get(id)?.kind !== 'supply') return false;
  return !register.factsAbout(id).some((other) => register.get(other)?.kind === 'stock_movement');
}

/** What was written beside one fact: facts that go along, and values that go back. */
function besideOf(
  book: Book,
  id: string,
  act: Written,
): { readonly facts: readonly string[]; readonly puts: readonly Put[] } {
  const fact = book.register.get(id);
  if (fact === undefined) return { facts: [], puts: [] };
  const own = putTold(fact);
  if (own !== undefined) {
    const anew = isOpening(book, own) ? act.made.filter((other) => isToldAnew(book, other, own.id)) : [];
    return { facts: anew, puts: [knownPut(act, own)] };
  }
  if (isToldAnew(book, id)) return { facts: act.made.filter((other) => isOpeningOf(book, other, fact)), puts: [] };
  const named = new Set(namedBy(fact));
  const beside = putBeside(fact);
  const told = act.made.filter(
    (other) => other !== id && isToldOf(book, other, named, beside.told) && !isToldByMove(book, other, id, act),
  );
  const newcomers = broughtBy(book, id, act).filter((other) => isBroughtToLive(book, other));
  const ofNewcomers = newcomers.flatMap((one) => book.register.factsAbout(one)).filter((one) => act.made.includes(one));
  const plain = act.puts.filter((put) => named.has(put.id)).map((put) => onlyFields(put, beside.plain));
  return { facts: [...told, ...ofNewcomers, ...wholeWith(book, fact, act)], puts: plain };
}

/**
 * Of a form whose facts stand or go together, the others: what was made for this one or this one for, and what the same
 * act told of the same person.
 */
function wholeWith({ register }: Book, fact: RegisterRecord, { made }: Written): readonly string[] {
  const form = catalogue.forms.find(({ isWhole, writes }) => isWhole && writes.some(({ kind }) => kind === fact.kind));
  if (form === undefined) return [];
  const named = namedBy(fact);
  const isTied = (other: RegisterRecord) =>
    namedInto(other).includes(fact.id) ||
    namedInto(fact).includes(other.id) ||
    (made.includes(other.id) && namedBy(other).some((one) => named.includes(one)));
  return [...register.factsAbout(fact.id), ...named, ...made].filter((id) => {
    const other = register.get(id);
    return other !== undefined && form.writes.some(({ kind }) => kind === other.kind) && isTied(other);
  });
}

/**
 * People and households that a fact names and that came into the book with it: made in its act, or, where it was mended
 * since, by the act before.
 */
function broughtBy({ register, store }: Book, id: string, { made }: Written): readonly string[] {
  const fact = register.get(id);
  if (fact === undefined) return [];
  const isEntry = definitionOf(catalogue, fact.kind)?.isEntry === true;
  const bringing = new Set(namedInto(fact));
  return namedBy(fact).filter((other) => {
    if (!isState(register.get(other)?.kind)) return false;
    return made.includes(other) || isEntry || (bringing.has(other) && isBrought(store.shown(other)));
  });
}

type Facts = Pick<Book, 'register'>;

/** The fact in whose place another was written; `''` where it stands in nobody's. */
function replacedBy({ register }: Facts, id: string): string {
  const replaced = register.get(id)?.fields.replaces;
  return typeof replaced === 'string' ? replaced : '';
}

/** A birth is dated anew with the birth date of its child: they go back together. */
function isToldAnew(book: Facts, id: string, person?: string): boolean {
  return replacedBy(book, id) !== '' && (person === undefined || namedIn(book, id).includes(person));
}

function namedIn({ register }: Facts, id: string): readonly string[] {
  const fact = register.get(id);
  return fact === undefined ? [] : namedBy(fact);
}

function isOpening({ register }: Facts, { id, put }: Put): boolean {
  const opens = definitionOf(catalogue, register.get(id)?.kind ?? '')?.opensAt;
  return opens !== undefined && opens in put;
}

/** Whether a fact tells that one of those named by another has another beginning. */
function isOpeningOf(book: Facts, id: string, other: RegisterRecord): boolean {
  const fact = book.register.get(id);
  const told = fact === undefined ? undefined : putTold(fact);
  return told !== undefined && isOpening(book, told) && namedBy(other).includes(told.id);
}

function isState(kind: string | undefined): boolean {
  return definitionOf(catalogue, kind ?? '')?.nature === 'state';
}

/** Somebody whose life is told by facts: without the one that began it there is no such life. */
function isBroughtToLive({ register }: Book, id: string): boolean {
  const definition = definitionOf(catalogue, register.get(id)?.kind ?? '');
  return definition?.nature === 'state' && definition.fields.some(({ isDated }) => isDated);
}

/** Whether somebody still lives somewhere by the book, or did; what is no life is not asked. */
function hasLife(book: Book, id: string): boolean {
  return !isBroughtToLive(book, id) || (book.register.get(id)?.fields.status ?? null) !== null;
}

/** Whether this fact says no more than that a record was entered in the book. */
function isEntryOf({ register }: Book, fact: string, id: string): boolean {
  const entry = register.get(fact);
  return entry !== undefined && definitionOf(catalogue, entry.kind)?.isEntry === true && namedBy(entry).includes(id);
}

function onlyFields({ id, put, before }: Put, fields: ReadonlySet<string>): Put {
  const only = (values: Fields): Fields =>
    Object.fromEntries(Object.entries(values).filter(([field]) => fields.has(field)));
  return { id, put: only(put), before: only(before) };
}

function voidOf({ store }: Book, id: string, reason: string, lifts = false): readonly OpDraft[] {
  const state = store.shown(id);
  if (state === undefined) return [];
  const seen = seenOf(state, ['void']);
  const deed = lifts ? ({ reason, lifts } as const) : { reason };
  return [{ kind: state.kind, id, place: String(state.place.value), void: deed, seen }];
}

/** Only where what was put still stands, and of the same household: somebody may have mended it since. */
function putBack(book: Book, { id, put, before, moved }: Put, gone: ReadonlySet<string>): readonly OpDraft[] {
  const state = book.store.shown(id);
  if (state === undefined) return [];
  const fields = Object.keys(put).filter((field) => {
    const stands = shown(state, field) ?? null;
    if (field === relationKey && isMovedSince(book, id, gone)) return false;
    return isSame(stands, put[field]) && !isSame(stands, before[field]);
  });
  const stands = String(state.place.value);
  const place = moved?.to === stands ? moved.from : stands;
  if (fields.length === 0 && place === stands) return [];
  const values = Object.fromEntries(fields.map((field) => [field, before[field] ?? null]));
  return [{ kind: state.kind, id, place, put: values, seen: seenOf(state, fields) }];
}

function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return canonicalText(one ?? null) === canonicalText(other ?? null);
}

/**
 * What the act itself remembers of this put, where the fact does not tell it whole. Else the fact has the say: what stood
 * before an act that was written anew is what the act before it had put.
 */
function knownPut({ puts }: Written, told: Put): Put {
  const [field = ''] = Object.keys(told.put);
  const known = puts.find(({ id, put }) => id === told.id && field in put);
  if (known === undefined || isSame(known.put[field], told.put[field])) return told;
  const only = (fields: Fields): Fields => ({ [field]: fields[field] ?? null });
  return { id: told.id, put: only(known.put), before: only(known.before) };
}

function isToldOf({ register }: Book, id: string, named: ReadonlySet<string>, fields: ReadonlySet<string>): boolean {
  const fact = register.get(id);
  const told = fact === undefined ? undefined : putTold(fact);
  return told !== undefined && named.has(told.id) && Object.keys(told.put).every((field) => fields.has(field));
}

/** What somebody is to the head goes with the move that stands beside it, not with the wedding that both were written for. */
function isToldByMove(book: Book, change: string, id: string, { made }: Written): boolean {
  const fact = book.register.get(change);
  const told = fact === undefined ? undefined : putTold(fact);
  if (told === undefined || !(relationKey in told.put)) return false;
  return made.some((other) => other !== id && isMoverOf(book, other, told.id));
}

/** A person or household that nothing else speaks of or lives in. */
function isLeftAlone({ register, store }: Book, id: string, gone: ReadonlySet<string>): boolean {
  if (!register.factsAbout(id).every((fact) => gone.has(fact))) return false;
  const opened = (register.household(id)?.people ?? []).map((person) => store.shown(person.id));
  return opened.every((state) => state !== undefined && shown(state, 'household') !== id);
}
