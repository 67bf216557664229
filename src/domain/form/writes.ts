import { holds, isNested, nestedIn, operandValue, type Scope } from '../condition.ts';
import type { Nature, RecordDefinition } from '../record.ts';
import { canonicalText, type Fields, type Value } from '../value.ts';
import { readAnswers } from './answers.ts';
import type { FormDefinition, FormWrite, WriteSource, WriteSources } from './form.ts';

/** One record to write. `links` names, by field, the write of this same list whose new id goes into that field. */
export interface Write {
  readonly name: string;
  readonly kind: string;
  readonly nature: Nature;
  readonly fields: Fields;
  readonly links: { readonly [field: string]: string };
  /** Id of the standing record these values are put on. */
  readonly onto?: string;
  /** Id of the standing fact that is taken back: nothing else is written by it. */
  readonly takesBack?: string;
  /** Unit id; where the form is asked when not said. */
  readonly place?: string;
}

/** A record that a form may put values on, as it stands. */
interface StandingRecord {
  readonly place: string;
  readonly fields: Fields;
}

/** What the writes are worked out from besides the answers. */
export interface WriteContext {
  readonly records: readonly RecordDefinition[];
  /** As the checks see it: answers, the records they name, the household, `where`, `today`. */
  readonly scope: Scope;
  /** Ids of the `ask` checks that were answered yes. */
  readonly asked: readonly string[];
  /** Needed by forms that put values onto standing records. */
  readonly standing?: (id: string) => StandingRecord | undefined;
  /** The same of forms that write standing facts again: those that name a record. */
  readonly factsNaming?: (id: string) => readonly StandingFact[];
}

interface StandingFact extends StandingRecord {
  readonly kind: string;
  readonly id: string;
}

/** What one form's writes are worked out in. */
interface Filling extends WriteContext {
  readonly form: FormDefinition;
  readonly answers: Fields;
}

type Filled = Pick<Write, 'fields' | 'links'>;

/**
 * The records that saving makes, in the order they are written; a blank answer is left out of a new record and empties
 * a field of a standing one. Only for answers without `problems`. The caller gives each write its id and puts it where
 * `links` says.
 */
export function writesOf(form: FormDefinition, answers: Fields, context: WriteContext): readonly Write[] {
  const scope: Scope = { ...context.scope, asked: context.asked };
  const filling: Filling = { ...context, form, scope, answers: readAnswers(form, answers, scope) };
  return form.writes
    .filter(({ when }) => when === undefined || holds(when, scope))
    .flatMap((write) => writesFor(write, filling));
}

function writesFor(write: FormWrite, filling: Filling): readonly Write[] {
  if (write.onto !== undefined) return putWrites(write, write.onto, filling);
  if (write.again !== undefined) return writeAgain(write, write.again, filling);
  if (write.each === undefined) return [makeWrite(write, filling)];
  const { path, as } = write.each;
  return entriesOf(path, filling.scope).map((entry, index) =>
    makeWrite({ ...write, name: `${write.name}.${index}` }, { ...filling, scope: { ...filling.scope, [as]: entry } }),
  );
}

/** Each as it stood, with what is written differently: taken back, and told anew. */
function writeAgain({ name, kind, values }: FormWrite, again: Again, filling: Filling): readonly Write[] {
  const id = sourceValue(again.record, filling);
  const { fields } = fill(values, filling);
  const standing = typeof id === 'string' ? (filling.factsNaming?.(id) ?? []) : [];
  return standing
    .filter((fact) => fact.kind === kind && fact.fields[again.names] === id && differs(fact.fields, fields))
    .flatMap((fact, index): readonly Write[] => {
      const told = { ...fact.fields, ...fields, [again.replaces]: fact.id };
      const known = Object.entries(told).filter(([, value]) => value !== null);
      const common = { kind, nature: natureOf(kind, filling), links: {}, place: fact.place };
      return [
        { ...common, name: `${name}.${index}.before`, fields: {}, takesBack: fact.id },
        { ...common, name: `${name}.${index}`, fields: Object.fromEntries(known) },
      ];
    });
}

function differs(stands: Fields, fields: Fields): boolean {
  return Object.entries(fields).some(([field, value]) => !isSame(stands[field], value));
}

function entriesOf(path: string, scope: Scope): readonly Scope[] {
  return Object.values(nestedIn(path, scope) ?? {}).filter(isNested);
}

type Again = NonNullable<FormWrite['again']>;

function makeWrite(write: FormWrite, filling: Filling): Write {
  const { fields, links } = fill(write.values, filling);
  const known = Object.entries(fields).filter(([, value]) => value !== null);
  return {
    name: write.name,
    kind: write.kind,
    nature: natureOf(write.kind, filling),
    fields: Object.fromEntries(known),
    links,
    ...placeOf(write, filling),
  };
}

/** The put with what differs, and beside it the fact of each change. */
function putWrites(write: FormWrite, onto: WriteSource, filling: Filling): readonly Write[] {
  const id = sourceValue(onto, filling);
  const stands = typeof id === 'string' ? filling.standing?.(id) : undefined;
  if (typeof id !== 'string' || stands === undefined) return [];
  const { fields, links } = fill(write.values, filling);
  const differing = Object.entries(fields).filter(([field, value]) => !isSame(stands.fields[field], value));
  if (differing.length === 0 && Object.keys(links).length === 0) return [];
  const { name, kind } = write;
  const nature = natureOf(kind, filling);
  const changed = { name, kind, nature, fields: Object.fromEntries(differing), links, onto: id, place: stands.place };
  return [changed, ...differing.flatMap((change) => changeFact(write, stands, change, filling))];
}

function changeFact(
  { name, changes }: FormWrite,
  stands: StandingRecord,
  [field, value]: readonly [string, Value],
  filling: Filling,
): readonly Write[] {
  if (changes === undefined || Array.isArray(value)) return [];
  const { names, values, kind } = changes;
  const fact = makeWrite({ name: `${name}.${field}`, kind, values }, filling);
  const told = [
    [names.field, field],
    [names.old, textOf(stands.fields[field])],
    [names.new, textOf(value)],
  ].filter(([, text]) => text !== '');
  return [{ ...fact, fields: { ...fact.fields, ...Object.fromEntries(told) } }];
}

function isSame(stands: Value | undefined, value: Value): boolean {
  return canonicalText(stands ?? null) === canonicalText(value);
}

/** A changed value as the fact of the change tells it. */
function textOf(value: Value | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function natureOf(kind: string, { form, records }: Filling): Nature {
  const definition = records.find((record) => record.kind === kind);
  if (definition === undefined) throw new Error(`form ${form.key} writes the unknown kind ${kind}`);
  return definition.nature;
}

function placeOf({ place }: FormWrite, { scope }: Filling): Pick<Write, 'place'> {
  const unit = place === undefined ? undefined : operandValue({ path: place }, scope);
  return typeof unit === 'string' ? { place: unit } : {};
}

/** What is not asked, and what no source chooses, is left out; a blank answer is `null`. */
function fill(values: WriteSources, filling: Filling): Filled {
  const fields: { [field: string]: Value } = {};
  const links: { [field: string]: string } = {};
  for (const [field, source] of Object.entries(values)) {
    const chosen = chooseSource(source, filling.scope);
    if (chosen !== undefined && 'made' in chosen) links[field] = chosen.made;
    else {
      const value = chosen === undefined ? undefined : sourceValue(chosen, filling);
      if (value !== undefined) fields[field] = value;
    }
  }
  return { fields, links };
}

type PlainSource = Exclude<WriteSource, { readonly choose: unknown }>;

function chooseSource(source: WriteSource, scope: Scope): PlainSource | undefined {
  if (!('choose' in source)) return source;
  const fit = source.choose.find((choice) => choice.when === undefined || holds(choice.when, scope));
  return fit === undefined ? undefined : chooseSource(fit.use, scope);
}

function sourceValue(source: WriteSource, filling: Filling): Value | undefined {
  const chosen = chooseSource(source, filling.scope);
  if (chosen === undefined || 'made' in chosen) return undefined;
  if ('value' in chosen) return chosen.value;
  if ('field' in chosen) return filling.answers[chosen.field];
  if ('marks' in chosen) return marksOf(chosen.marks, filling);
  if ('sum' in chosen) return sumOf(chosen.sum, filling);
  return operandValue({ path: chosen.context }, filling.scope);
}

/** Unknown where one of them is unknown. */
function sumOf(sources: readonly WriteSource[], filling: Filling): number | undefined {
  const numbers = sources.map((source) => sourceValue(source, filling)).filter((value) => typeof value === 'number');
  return numbers.length < sources.length ? undefined : numbers.reduce((sum, number) => sum + number, 0);
}

function marksOf(sources: readonly WriteSource[], filling: Filling): readonly string[] {
  const found = sources.flatMap((source): readonly Value[] => {
    const value = sourceValue(source, filling);
    return Array.isArray(value) ? value : [value ?? null];
  });
  return [...new Set(found.map(textOf))].filter((text) => text !== '');
}
