import { catalogue } from '../../catalogue/index.ts';
import { joiningKind } from '../../domain/book/joins.ts';
import { holds, type Scope } from '../../domain/condition.ts';
import type { FormDefinition, Question, WriteSource } from '../../domain/form/form.ts';
import { type Write, writesOf } from '../../domain/form/writes.ts';
import { canonicalText, type Fields, type Value } from '../../domain/value.ts';
import type { RegisterRecord } from '../../register/answers.ts';
import { placeAskedAt } from '../../register/forms/asked-at.ts';
import { readFactsBack } from '../../register/forms/reopen-facts.ts';
import type { Reopened } from '../../register/lives/answers.ts';
import { shown } from '../../sync/records/merge.ts';
import { startRewriting } from './back/rewriting.ts';
import type { RecordingBook } from './book.ts';
import type { Written } from './written.ts';

/** The lines of the day stand beside what opens them again: one file to fetch for both. */
export { writtenLines } from '../../register/lives/written.ts';

/**
 * The facts of one act as a form to be answered again: what stands, over it what they say, and the answers of questions
 * that are in no record ("đã từng có trong sổ?"), which are those that lead to just these facts.
 */
export function reopenAct(
  book: Pick<RecordingBook, 'register' | 'store' | 'sender' | 'who'>,
  ids: readonly string[],
  actOf: (fact: string) => Written,
): Reopened | undefined {
  const { register } = book;
  const facts = ids.flatMap((id) => asWritten(book, id));
  const back = readFactsBack(register, facts);
  const [fact] = facts;
  if (back === undefined || fact === undefined) return undefined;
  const { form } = back;
  const putting = answersPut(book, form, back.answers);
  const rewriting = startRewriting(book, form, ids, actOf);
  return rewriting.inTrial(() => {
    const where = form.asks === 'village' ? fact.place : placeAskedAt(register, form, facts);
    if (where === '') return undefined;
    const about = back.answers[form.subject ?? ''];
    const person = typeof about === 'string' ? about : undefined;
    // Of people of several households no form shows all.
    if (!ticked(about).every((id) => register.get(id)?.fields.household === where)) return undefined;
    const made = new Set(Object.values(rewriting.made));
    const { defaults } = register.formContext(form.key, where, person);
    const answers = { ...defaults, ...putting, ...back.answers };
    return {
      form: form.key,
      where,
      answers: Array.isArray(about)
        ? answers
        : { ...answers, ...helpersOf(book, form, where, answers, { facts, made }) },
    };
  });
}

/** Of two records that are joined each is called as it was written: by the book both are one. */
function asWritten(
  { register, store }: Pick<RecordingBook, 'register' | 'store'>,
  id: string,
): readonly RegisterRecord[] {
  const [fact, state] = [register.get(id), store.shown(id)];
  if (fact === undefined || fact.kind !== joiningKind || state === undefined) return fact === undefined ? [] : [fact];
  const fields = Object.keys(fact.fields).map((field) => [field, shown(state, field) ?? null] as const);
  return [{ ...fact, fields: Object.fromEntries(fields) }];
}

/** Those of whom one event was told at once. */
function ticked(about: Value | undefined): readonly string[] {
  return Array.isArray(about) ? about.filter((id) => typeof id === 'string') : [];
}

/** What a form put onto a standing record stands there; onto several, where it is the same of each. */
function answersPut(
  { register }: Pick<RecordingBook, 'register'>,
  { writes }: FormDefinition,
  answers: Fields,
): Fields {
  const found: { [field: string]: Value } = {};
  for (const { onto, values } of writes) {
    const about = onto !== undefined && 'field' in onto ? answers[onto.field] : undefined;
    const [first, ...others] = (typeof about === 'string' ? [about] : ticked(about)).map(
      (id) => register.get(id)?.fields,
    );
    const told = Object.entries(values).flatMap(([field, source]) =>
      fieldsIn(source).map((key) => [key, first?.[field] ?? null, field] as const),
    );
    for (const [key, value, field] of told)
      if (value !== null && others.every((other) => other?.[field] === value)) found[key] = value;
  }
  return found;
}

interface WrittenAct {
  readonly facts: readonly RegisterRecord[];
  readonly made: ReadonlySet<string>;
}

/**
 * Answers of the questions that are in no record, where some lead to the same facts: those that also lead to what was
 * told as changed beside them, before those that do not. "Comes to live here" of who lives here is such a change alone.
 */
function helpersOf(
  { register }: Pick<RecordingBook, 'register'>,
  form: FormDefinition,
  where: string,
  answers: Fields,
  act: WrittenAct,
): Fields {
  // What is in no record is no day and names nobody: it changes nothing else of the scope.
  const known = register.scopeFor(form.key, where, answers);
  const standing = (id: string) => register.get(id);
  let found: Fields | undefined;
  for (const helpers of combinations(helperQuestions(form), known)) {
    const scope = { ...known, ...helpers };
    const told = { ...answers, ...helpers };
    const writes = writesOf(form, told, { records: catalogue.records, scope, asked: [], standing });
    if (isWhole(writes, act)) return helpers;
    if (found === undefined && leadsTo(form, writes, act)) found = helpers;
  }
  return found ?? {};
}

/** Questions whose answer no write keeps. */
function helperQuestions({ pages, writes }: FormDefinition): readonly Question[] {
  const kept = new Set(
    writes.flatMap(({ onto, values, changes }) =>
      [...(onto ? [onto] : []), ...Object.values(values), ...Object.values(changes?.values ?? {})].flatMap(fieldsIn),
    ),
  );
  return pages.flatMap(({ questions }) => questions).filter(({ field }) => !kept.has(field.key));
}

function fieldsIn(source: WriteSource): readonly string[] {
  if ('field' in source) return [source.field];
  if ('choose' in source) return source.choose.flatMap(({ use }) => fieldsIn(use));
  if ('marks' in source) return source.marks.flatMap(fieldsIn);
  return 'sum' in source ? source.sum.flatMap(fieldsIn) : [];
}

/** Every way to answer these questions where they are asked; those that are not chosen from a few rows stay blank. */
function combinations(questions: readonly Question[], scope: Scope): readonly Fields[] {
  return questions.reduce<readonly Fields[]>(
    (all, { field: { key, type }, when }) => {
      const values: readonly Value[] =
        type.is === 'boolean' ? [false, true] : type.is === 'code' ? type.list.codes.map((code) => code.key) : [];
      return all.flatMap((one) => {
        const isAsked = values.length > 0 && (when === undefined || holds(when, { ...scope, ...one }));
        return isAsked ? values.map((value) => ({ ...one, [key]: value })) : [one];
      });
    },
    [{}],
  );
}

/** Whether these writes are these facts, and no others. */
function isWhole(writes: readonly Write[], act: WrittenAct): boolean {
  return factsLeft(writes, act)?.length === 0;
}

/** The same, where told changes beside them are not compared. */
function leadsTo(form: FormDefinition, writes: readonly Write[], act: WrittenAct): boolean {
  const own = writes.filter(({ name }) => !name.includes('.'));
  const beside = form.writes.flatMap(({ kind, changes, each }) => changes?.kind ?? (each === undefined ? [] : [kind]));
  return factsLeft(own, act)?.every(({ kind }) => beside.includes(kind)) === true;
}

/** Facts of the act that none of these writes is; nothing where a write is none of the act's facts. Who is made anew is not compared. */
function factsLeft(writes: readonly Write[], { facts, made }: WrittenAct): readonly RegisterRecord[] | undefined {
  const left = [...facts];
  for (const write of writes.filter(({ nature }) => nature === 'fact')) {
    const place = left.findIndex((fact) => isWritten(write, fact, made));
    if (place < 0) return undefined;
    left.splice(place, 1);
  }
  return left;
}

function isWritten({ kind, fields, links }: Write, fact: RegisterRecord, made: ReadonlySet<string>): boolean {
  if (kind !== fact.kind) return false;
  const keys = new Set([...Object.keys(fields), ...Object.keys(fact.fields)]);
  return [...keys].every((key) => {
    if (key === 'asked') return true;
    if (key in links) return made.has(String(fact.fields[key]));
    return canonicalText(fields[key] ?? null) === canonicalText(fact.fields[key] ?? null);
  });
}
