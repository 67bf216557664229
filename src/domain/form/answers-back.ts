import { canonicalText, type Fields, type Value } from '../value.ts';
import type { FormDefinition, FormWrite } from './form.ts';
import { pairsOf, partsOf, saysAll, saysSo, type ToldRecord } from './told-pairs.ts';

/** The form that a fact was written with, and the answers that it was written from. */
export interface AnswersBack {
  readonly form: FormDefinition;
  readonly answers: Fields;
}

type Get = (id: string) => ToldRecord | undefined;

/**
 * Reads the facts of one act back into the form that writes them, so that they can be taken back and written again: the
 * answers that stand as they are in the facts and in the records made beside them. What was put onto standing records
 * has no way back: a form opens with what stands there. `undefined` where no form writes just these.
 * @param facts in the order they were written
 */
export function answersBack(
  forms: readonly FormDefinition[],
  facts: readonly ToldRecord[],
  get: Get,
): AnswersBack | undefined {
  for (const form of forms) {
    const answers = oneBack(form, facts, get) ?? (form.forMany ? manyBack(form, facts, get) : undefined);
    if (answers !== undefined) return { form, answers };
  }
  return undefined;
}

function oneBack(form: FormDefinition, facts: readonly ToldRecord[], get: Get): Fields | undefined {
  const pairs = pairsOf(form, facts);
  if (pairs === undefined || pairs.length === 0) return undefined;
  // The first fact has the say: a twin's sister has the same mother.
  const answers = joined(pairs.map(({ write, fact }) => backOf(form, write, fact, get)).reverse());
  return lacksSubject(form, answers) ? undefined : answers;
}

/** One event told of several: the same answers of each, and all of them ticked. */
function manyBack(form: FormDefinition, facts: readonly ToldRecord[], get: Get): Fields | undefined {
  const { subject = '' } = form;
  const ids = [...new Set(facts.map(({ fields }) => fields[subject] ?? null))];
  if (ids.length < 2) return undefined;
  const each = ids.map((id) => {
    const own = facts.filter(({ fields }) => (fields[subject] ?? null) === id);
    const answers = oneBack(form, own, get);
    return answers && { ...answers, [subject]: ids };
  });
  const [first] = each;
  return each.every((one) => one && first && isSameOf(one, first)) ? first : undefined;
}

function isSameOf(one: Fields, other: Fields): boolean {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.every((key) => isSame(one[key], other[key] ?? null));
}

/** Later ones have the say, but for what they leave unknown. */
function joined(read: readonly Fields[]): Fields {
  const answers: { [field: string]: Value } = {};
  for (const [field, value] of read.flatMap((one) => Object.entries(one))) {
    if (value !== null || answers[field] === undefined) answers[field] = value;
  }
  return answers;
}

/**
 * The same of an act that only put values onto standing records: its told changes, as the answers of the form that tells
 * changes so and need write nothing else.
 */
export function changesBack(forms: readonly FormDefinition[], facts: readonly ToldRecord[]): AnswersBack | undefined {
  if (facts.length === 0) return undefined;
  for (const form of forms) {
    if (form.writes.some(({ onto, when }) => onto === undefined && when === undefined)) continue;
    const changes = facts.filter((fact) => !isToldAnew(form, fact));
    const told = form.writes.find((write) => changes.length > 0 && changes.every((fact) => isToldBy(write, fact)));
    const read = told === undefined ? undefined : changes.map((fact) => changeBack(form, told, fact));
    const answers: Fields = Object.assign({}, ...(read ?? []));
    // One record is edited at a time: changes that name another come of something else.
    const isOne = read?.every((one) => Object.entries(one).every(([key, value]) => isSame(answers[key], value)));
    if (isOne) return { form, answers };
  }
  return undefined;
}

/** A fact that such a change wrote again, e.g. the birth of whose birth date was mended. */
function isToldAnew({ writes }: FormDefinition, { kind, fields }: ToldRecord): boolean {
  return writes.some((write) => write.kind === kind && (fields[write.again?.replaces ?? ''] ?? null) !== null);
}

function isToldBy({ values, changes }: FormWrite, { kind, fields }: ToldRecord): boolean {
  const field = fields[changes?.names.field ?? ''];
  if (changes?.kind !== kind || typeof field !== 'string' || !(field in values)) return false;
  const names = new Set<string>(Object.values(changes.names));
  const rest = Object.fromEntries(Object.entries(fields).filter(([key]) => !names.has(key)));
  return saysSo(changes.values, fields) && saysAll(changes.values, rest);
}

function changeBack(form: FormDefinition, { values, changes }: FormWrite, { fields }: ToldRecord): Fields {
  const answers: { [field: string]: Value } = {};
  if (changes === undefined) return answers;
  for (const [key, source] of Object.entries(changes.values)) {
    const value = fields[key] ?? undefined;
    for (const part of partsOf(source)) if (value !== undefined && 'field' in part) answers[part.field] = value;
  }
  const source = values[String(fields[changes.names.field])];
  for (const part of source === undefined ? [] : partsOf(source)) {
    if ('field' in part) answers[part.field] = readTold(form, part.field, fields[changes.names.new]);
  }
  return answers;
}

/** A changed value is told as text; what was emptied is told as nothing. */
function readTold({ pages }: FormDefinition, key: string, text: Value | undefined): Value {
  const type = pages.flatMap(({ questions }) => questions).find(({ field }) => field.key === key)?.field.type;
  if (typeof text !== 'string') return null;
  if (type?.is === 'integer') return Number(text);
  return type?.is === 'boolean' ? text === 'true' : text;
}

function isSame(one: Value | undefined, other: Value): boolean {
  return canonicalText(one ?? null) === canonicalText(other);
}

/** A form about somebody did not write what was told without a name. */
function lacksSubject({ pages, subject }: FormDefinition, answers: Fields): boolean {
  const question = pages.flatMap(({ questions }) => questions).find(({ field }) => field.key === subject);
  return question?.field.isRequired === true && answers[question.field.key] === undefined;
}

/** "Không rõ" is what a blank was answered with, where that is an answer. */
function mayBeUnknown({ pages }: FormDefinition, key: string): boolean {
  return pages.some(({ questions }) =>
    questions.some((question) => question.field.key === key && question.mayBeUnknown !== undefined),
  );
}

function backOf(form: FormDefinition, write: FormWrite, record: ToldRecord, get: Get): Fields {
  const answers: { [field: string]: Value } = {};
  for (const [field, source] of Object.entries(write.values)) {
    const value = record.fields[field] ?? undefined;
    for (const part of partsOf(source)) {
      if ('field' in part && (value !== undefined || mayBeUnknown(form, part.field)))
        answers[part.field] ??= value ?? null;
      if ('made' in part && typeof value === 'string') Object.assign(answers, madeBack(form, part.made, value, get));
    }
  }
  return answers;
}

function madeBack(form: FormDefinition, name: string, id: string, get: Get): Fields {
  const write = form.writes.find((one) => one.name === name);
  const made = get(id);
  return write === undefined || made?.kind !== write.kind ? {} : backOf(form, write, made, get);
}
