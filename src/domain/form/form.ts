import { type Condition, holds, operandValue, type Scope } from '../condition.ts';
import type { EffectSource } from '../effect.ts';
import { type FieldDefinition, type FieldProblem, readValue } from '../field.ts';
import type { Nature, RecordDefinition } from '../record.ts';
import type { Fields, Value } from '../value.ts';
import type { Words } from '../words.ts';

/** A question is a field of the fact or of a record the form makes, asked on a page, when its condition holds. */
export interface Question {
  readonly field: FieldDefinition;
  readonly hint?: Words;
  readonly when?: Condition;
  /** Choices of a reference question are drawn from this named list of the register, e.g. "mothers" of the household. */
  readonly choices?: string;
}

export interface FormPage {
  readonly key: string;
  readonly title: Words;
  readonly questions: readonly Question[];
}

/**
 * Where a written value comes from: an answer (`field`), a literal, another record that the same form makes (`made`,
 * by its name among the writes), a path of the form's scope (`context`, e.g. "household.id"), or the first of several
 * whose condition holds.
 */
type WriteSource =
  | EffectSource
  | { readonly made: string }
  | { readonly context: string }
  | { readonly choose: readonly { readonly when?: Condition; readonly use: WriteSource }[] };

/** A record that saving the form writes. */
interface FormWrite {
  readonly name: string;
  readonly kind: string;
  readonly values: { readonly [field: string]: WriteSource };
}

/** What a form needs to know about where it is asked: choices of its references and today's civil date. */
export interface FormContext {
  readonly today: string;
  readonly choices: {
    readonly [field: string]: readonly { readonly value: Value; readonly label: string; readonly note?: string }[];
  };
  readonly defaults: Fields;
}

export interface FormDefinition {
  readonly key: string;
  readonly title: Words;
  /** "?" on the form: three sentences. */
  readonly help: Words;
  readonly pages: readonly FormPage[];
  readonly checks: readonly string[];
  readonly writes: readonly FormWrite[];
  readonly formSet: string;
  readonly from: string;
  readonly to?: string;
  readonly law: string;
}

export interface AnswerProblem {
  readonly field: string;
  readonly why: FieldProblem;
}

/** One record to write. `links` names, by field, the write of this same list whose new id goes into that field. */
export interface Write {
  readonly name: string;
  readonly kind: string;
  readonly nature: Nature;
  readonly fields: Fields;
  readonly links: { readonly [field: string]: string };
}

/** What the writes are worked out from besides the answers. */
export interface WriteContext {
  readonly records: readonly RecordDefinition[];
  /** As the checks see it: answers, the records they name, the household, `today`. */
  readonly scope: Scope;
  /** Ids of the `ask` checks that were answered yes. */
  readonly asked: readonly string[];
}

/** Questions of a page that are asked now; `scope` holds the answers so far. */
export function visibleQuestions(page: FormPage, scope: Scope): readonly Question[] {
  return page.questions.filter((question) => question.when === undefined || holds(question.when, scope));
}

/** Answers that must be mended before the form is saved: of asked questions only, in their order. */
export function problems(form: FormDefinition, answers: Fields, scope: Scope = answers): readonly AnswerProblem[] {
  return form.pages
    .flatMap((page) => visibleQuestions(page, scope))
    .flatMap(({ field }) => {
      const read = readValue(field, answers[field.key]);
      return read.ok ? [] : [{ field: field.key, why: read.error }];
    });
}

/**
 * The records that saving makes, in the order they are written; a blank answer is left out. Only for answers without
 * `problems`. The caller gives each write its id and puts it where `links` says.
 */
export function writesOf(form: FormDefinition, answers: Fields, context: WriteContext): readonly Write[] {
  const scope: Scope = { ...context.scope, asked: context.asked };
  const read = readAnswers(form, answers, scope);
  return form.writes.map((write) => {
    const definition = context.records.find((record) => record.kind === write.kind);
    if (definition === undefined) throw new Error(`form ${form.key} writes the unknown kind ${write.kind}`);
    return { name: write.name, kind: write.kind, nature: definition.nature, ...fillWrite(write, read, scope) };
  });
}

function fillWrite(write: FormWrite, answers: Fields, scope: Scope): Pick<Write, 'fields' | 'links'> {
  const fields: { [field: string]: Value } = {};
  const links: { [field: string]: string } = {};
  for (const [field, source] of Object.entries(write.values)) {
    const chosen = chooseSource(source, scope);
    if (chosen !== undefined && 'made' in chosen) links[field] = chosen.made;
    else {
      const value = chosen === undefined ? undefined : sourceValue(chosen, answers, scope);
      if (value !== undefined && value !== null) fields[field] = value;
    }
  }
  return { fields, links };
}

function readAnswers(form: FormDefinition, answers: Fields, scope: Scope): Fields {
  const read = form.pages
    .flatMap((page) => visibleQuestions(page, scope))
    .map(({ field }) => {
      const value = readValue(field, answers[field.key]);
      if (!value.ok) throw new Error(`form ${form.key}: ${field.key} is ${value.error}; ask problems() first`);
      return [field.key, value.value] as const;
    });
  return Object.fromEntries(read);
}

type PlainSource = Exclude<WriteSource, { readonly choose: unknown }>;

function chooseSource(source: WriteSource, scope: Scope): PlainSource | undefined {
  if (!('choose' in source)) return source;
  const fit = source.choose.find((choice) => choice.when === undefined || holds(choice.when, scope));
  return fit === undefined ? undefined : chooseSource(fit.use, scope);
}

function sourceValue(
  source: Exclude<PlainSource, { readonly made: string }>,
  answers: Fields,
  scope: Scope,
): Value | undefined {
  if ('value' in source) return source.value;
  return 'field' in source ? answers[source.field] : operandValue({ path: source.context }, scope);
}
