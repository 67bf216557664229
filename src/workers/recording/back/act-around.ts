import { catalogue } from '../../../catalogue/index.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import type { FormDefinition, FormWrite, WriteSource } from '../../../domain/form/form.ts';
import { saysSo } from '../../../domain/form/told-pairs.ts';
import type { RegisterRecord } from '../../../register/answers.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import type { RecordingBook } from '../book.ts';
import type { Written } from '../written.ts';
import { namedBy, putTold } from './told-put.ts';

/* What was written together with a fact: a row of a merged record keeps no transaction, so its form tells. */

type Book = Pick<RecordingBook, 'store' | 'register'>;

/** A form writes no more ops than these about one person, one after the other. */
const longestAct = 16;

/**
 * The act of a fact that was sent and judged: the records that its form made beside it, and the told changes of whom it
 * names. An imported fact stands alone, but for the person whom it brought into the book.
 */
export function actAround({ register, store }: Book, fact: RegisterRecord): Written {
  const named = namedBy(fact);
  const isBeside = (id: string) => isSameAct(store.shown(fact.id), store.shown(id));
  const made = named.filter((id) => isBeside(id) || isBrought(store.shown(id)));
  const told = named.flatMap((id) => register.factsAbout(id)).filter((id) => id !== fact.id && isBeside(id));
  const puts = told.flatMap((id) => {
    const other = register.get(id);
    return (other && putTold(other)) ?? [];
  });
  return { made: [...new Set([...made, ...told])], puts, voids: [], lifts: [] };
}

/** Written by one device at one reading of its clock, a few ops apart. What a file brought has ids of its own and no act. */
function isSameAct(one: RecordState | undefined, other: RecordState | undefined): boolean {
  const [a, b] = [firstOp(one), firstOp(other)];
  if (a === undefined || b === undefined) return false;
  return a.device === b.device && a.moment === b.moment && Math.abs(a.seq - b.seq) < longestAct;
}

function firstOp(state: RecordState | undefined) {
  const parts = state === undefined ? null : /^(.+)\.(\d+)$/.exec(state.id);
  if (state === undefined || parts === null) return undefined;
  const heads = Object.values(state.fields).flat();
  const own = heads.find(({ op }) => op === state.id) ?? heads[0];
  return { device: parts[1], seq: Number(parts[2]), moment: own?.stamp[0] };
}

/** Somebody of whom no value opens: all that he has of a life he has by facts. */
export function isBrought(state: RecordState | undefined): boolean {
  const definition = state && definitionOf(catalogue, state.kind);
  const dated = definition?.fields.filter(({ isDated }) => isDated) ?? [];
  return dated.length > 0 && dated.every(({ key }) => state?.fields[key] === undefined);
}

/**
 * What the forms that write such a fact put beside it onto whom it names: fields that are told by facts of their own, and
 * fields that are not.
 */
export function putBeside(fact: RegisterRecord): {
  readonly told: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
} {
  const forms = catalogue.forms.filter((form) => form.writes.some((write) => isWriteOf(write, fact)));
  const beside = (isTold: boolean) => new Set(forms.flatMap((form) => fieldsPut(form, fact, isTold)));
  return { told: beside(true), plain: beside(false) };
}

/** Ids that a fact names in fields which some form fills with the record it makes beside it, e.g. the child of a birth. */
export function namedInto({ kind, fields }: RegisterRecord): readonly string[] {
  const sources = catalogue.forms
    .flatMap(({ writes }) => writes)
    .filter((write) => write.kind === kind && write.onto === undefined)
    .flatMap(({ values }) => Object.entries(values));
  const filled = sources.filter(([, source]) => takesMade(source)).map(([field]) => fields[field]);
  return filled.filter((id) => typeof id === 'string');
}

function takesMade(source: WriteSource): boolean {
  return 'choose' in source ? source.choose.some(({ use }) => takesMade(use)) : 'made' in source;
}

function isWriteOf({ kind, onto, again, values }: FormWrite, fact: RegisterRecord): boolean {
  return onto === undefined && again === undefined && kind === fact.kind && saysSo(values, fact.fields);
}

/** A form that tells changes by the very kind of this fact tells each of them alone. */
function fieldsPut({ writes }: FormDefinition, fact: RegisterRecord, isTold: boolean): readonly string[] {
  return writes
    .filter(({ onto, changes }) => onto !== undefined && (changes !== undefined) === isTold)
    .filter(({ changes }) => changes?.kind !== fact.kind)
    .flatMap(({ values }) => Object.keys(values));
}
