import { definitionOf, momentOf } from '../../domain/book/book.ts';
import { compareMoments, type Moment, stateAfter, stateBefore } from '../../domain/book/timeline.ts';
import type { RecordField } from '../../domain/field.ts';
import type { RecordDefinition } from '../../domain/record.ts';
import type { Fields } from '../../domain/value.ts';
import type { Words } from '../../domain/words.ts';
import type { Folk } from '../folk.ts';
import { type Held, householdKind, personKind, textOf } from '../held.ts';
import type { ChangeLine, FieldLine, PersonLink } from './answers.ts';
import { fieldLines, isSecretValue, valueWords } from './field-lines.ts';

/** Who wrote, as this device knows: a name, else the user id. */
export type NameOf = (user: string) => string | undefined;

/** page: nothing sensitive · panel: only what is sensitive */
export type Eyes = 'page' | 'panel';

/** Kinds of definition fields that a line says in its own way, or not at all. */
const unsaid: ReadonlySet<string> = new Set(['asked', 'isCorrection', 'replaces']);

/** These facts as lines, newest first; those that the eyes may not see are left out. `withdrawn`: what was taken back. */
export function changeLines(
  folk: Folk,
  facts: Iterable<Held>,
  eyes: Eyes,
  nameOf: NameOf,
  withdrawn: readonly Held[] = [],
): readonly ChangeLine[] {
  const gone = new Set(withdrawn);
  const dated = [...new Set([...facts, ...gone])].flatMap((fact) => {
    const at = momentOf(folk.book.catalogue, fact);
    const definition = definitionOf(folk.book.catalogue, fact.kind);
    return at === undefined || definition === undefined ? [] : [{ fact, at, definition }];
  });
  return dated
    .filter(({ fact, definition }) => isSeenBy(folk, eyes, definition, fact))
    .sort((one, other) => compareMoments(other.at, one.at))
    .map(({ fact, at, definition }) => ({
      ...changeLine(folk, definition, fact, at, eyes, nameOf),
      isTakenBack: gone.has(fact),
    }));
}

/** The page sees what is not sensitive; the panel sees facts that are, or that say something that is. */
function isSeenBy(folk: Folk, eyes: Eyes, definition: RecordDefinition, fact: Held): boolean {
  const isHidden = definition.isSensitive === true || isSecretChange(changedField(folk, definition, fact), fact);
  if (eyes === 'page') return !isHidden;
  return (
    isHidden || definition.fields.some(({ key, isSensitive }) => isSensitive && (fact.fields[key] ?? null) !== null)
  );
}

/** A change of what is sensitive, or to or from a value that only the own panel says. */
function isSecretChange(field: RecordField | undefined, { fields }: Held): boolean {
  if (field === undefined) return false;
  return field.isSensitive === true || isSecretValue(field, fields.old) || isSecretValue(field, fields.new);
}

function changeLine(
  folk: Folk,
  definition: RecordDefinition,
  fact: Held,
  at: Moment,
  eyes: Eyes,
  nameOf: NameOf,
): Omit<ChangeLine, 'isTakenBack'> {
  const named = peopleOf(folk, definition, fact);
  const people = named.map(({ person }) => person);
  const told = changedField(folk, definition, fact);
  return {
    id: fact.id,
    kind: fact.kind,
    label: definition.label,
    date: at.date,
    people: named.map(({ person, role }) => ({ ...personLink(person), role })),
    details: [...toldLine(folk, told, fact, 'new'), ...detailsOf(folk, definition, fact, eyes, told !== undefined)],
    before: [...toldLine(folk, told, fact, 'old'), ...(told === undefined ? beforeOf(folk, people, at, eyes) : [])],
    writtenAt: fact.written[0],
    author: nameOf(fact.author) ?? '',
    standing: fact.standing,
    isCorrection: fact.fields.isCorrection === true,
  };
}

export function personLink(person: Held): PersonLink {
  return { id: person.id, name: textOf(person.fields, 'fullName'), birthDate: textOf(person.fields, 'birthDate') };
}

/** Whom a fact names, each once, and as what: "Mẹ", "Con". */
function peopleOf(
  folk: Folk,
  definition: RecordDefinition,
  fact: Held,
): readonly { readonly person: Held; readonly role: Words }[] {
  const named = definition.fields
    .filter(({ type }) => type.is === 'reference' && type.to === personKind)
    .flatMap(({ key, label: role }) => {
      const person = folk.book.get(textOf(fact.fields, key));
      return person === undefined ? [] : [{ person, role }];
    });
  return named.filter(({ person }, place) => named.findIndex((other) => other.person === person) === place);
}

function detailsOf(
  folk: Folk,
  definition: RecordDefinition,
  fact: Held,
  eyes: Eyes,
  isTold: boolean,
): readonly FieldLine[] {
  const fields = definition.fields.filter(({ key, type, isSensitive }) => {
    if (key === definition.dateField || unsaid.has(key) || (isSensitive && eyes === 'page')) return false;
    if (isTold && tellingFields.has(key)) return false;
    return type.is !== 'reference' || type.to !== personKind;
  });
  return fieldLines(folk, fields, fact.fields, '');
}

const tellingFields: ReadonlySet<string> = new Set(['field', 'old', 'new', 'household']);

/** The field that a change of information names, as its record defines it. */
function changedField(folk: Folk, definition: RecordDefinition, fact: Held): RecordField | undefined {
  const name = textOf(fact.fields, 'field');
  if (name === '' || !definition.fields.some(({ key }) => key === 'field')) return undefined;
  const kind = textOf(fact.fields, 'person') === '' ? householdKind : personKind;
  return definitionOf(folk.book.catalogue, kind)?.fields.find(({ key }) => key === name);
}

function toldLine(folk: Folk, field: RecordField | undefined, fact: Held, side: 'old' | 'new'): readonly FieldLine[] {
  const text = field === undefined ? '' : textOf(fact.fields, side);
  if (field === undefined || text === '') return [];
  const person = folk.book.get(textOf(fact.fields, 'person'));
  const value = valueWords(
    folk,
    field,
    readBack(field, text),
    person === undefined ? '' : textOf(person.fields, 'sex'),
  );
  return value === undefined ? [] : [{ field: field.key, label: field.label, value }];
}

/** A change keeps its values as text. */
function readBack({ type }: RecordField, text: string): boolean | string | readonly string[] {
  if (type.is === 'boolean') return text === 'true';
  return type.is === 'marks' || type.is === 'codes' ? text.split(/,\s*/) : text;
}

/** What a fact changed of those it names: dated values as they were just before it; whose, where they were not the same. */
function beforeOf(folk: Folk, people: readonly Held[], at: Moment, eyes: Eyes): readonly FieldLine[] {
  const lines = people.flatMap((person) => {
    const timeline = folk.book.timeline(person);
    const [before, after] = [stateBefore(timeline, at), stateAfter(timeline, at)];
    const fields = definitionOf(folk.book.catalogue, person.kind)?.fields ?? [];
    const changed = fields.filter(
      (field) =>
        isChanged(field, before, after) &&
        (!field.isSensitive || eyes === 'panel') &&
        // Whom the fact names stands in it already: a divorce says whose.
        !people.some(({ id }) => id === before[field.key]),
    );
    const name = textOf(person.fields, 'fullName');
    return fieldLines(folk, changed, before, textOf(person.fields, 'sex')).map((line) => ({ line, name }));
  });
  const byText = new Map(lines.map((one) => [`${one.line.field} ${one.line.value.vi}`, one]));
  const told = [...byText.values()];
  return told.map(({ line, name }) => {
    const { label } = line;
    const isAlone = told.every((other) => other.line === line || other.line.field !== line.field);
    return isAlone ? line : { ...line, label: { vi: `${label.vi} của ${name}`, en: `${label.en} of ${name}` } };
  });
}

function isChanged({ key, isDated }: RecordField, before: Fields, after: Fields): boolean {
  return isDated === true && before[key] !== after[key];
}
