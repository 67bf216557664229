import type { Catalogue } from '../catalogue.ts';
import { type Condition, holds } from '../condition.ts';
import type { RecordDefinition } from '../record.ts';
import type { Fields, Value } from '../value.ts';
import { type BookRecord, definitionOf } from './book.ts';

/* Links that both sides hold, though only one record tells them: a couple on one line of a paper sheet. */

/** Records that name this one in that field by their opening values. */
export type WhoNames = (id: string, field: string) => readonly BookRecord[];

/** What a record begins with: its own values, and who names it where it names nobody itself. */
export function openingOf(catalogue: Catalogue, record: BookRecord, whoNames: WhoNames): Fields {
  let opening = record.fields;
  for (const { key, when } of open(catalogue, record)) {
    const back = namesBack(record, when, whoNames(record.id, key));
    if (back !== undefined) opening = { ...opening, [key]: back };
  }
  return opening;
}

/** Fields in which it names nobody, and whoever names it would be read. */
export function openLinks(catalogue: Catalogue, record: BookRecord): readonly string[] {
  return open(catalogue, record).map(({ key }) => key);
}

function open(catalogue: Catalogue, record: BookRecord): readonly Link[] {
  const definition = definitionOf(catalogue, record.kind);
  const links = definition === undefined ? [] : linksOf(definition);
  return links.filter(({ key, when }) => isBlank(record.fields[key]) && fits(when, record));
}

/** Two who name the same one are no answer. */
function namesBack(record: BookRecord, when: Condition, naming: readonly BookRecord[]): string | undefined {
  const found = naming.filter((other) => other.kind === record.kind && other.id !== record.id && fits(when, other));
  return found.length === 1 ? found[0]?.id : undefined;
}

function fits(when: Condition, { fields }: BookRecord): boolean {
  return holds(when, { it: fields });
}

function isBlank(value: Value | undefined): boolean {
  return value === undefined || value === null || value === '';
}

interface Link {
  readonly key: string;
  readonly when: Condition;
}

const links = new WeakMap<RecordDefinition, readonly Link[]>();

/** Fields of a kind that are named back. */
function linksOf(definition: RecordDefinition): readonly Link[] {
  const known =
    links.get(definition) ??
    definition.fields.flatMap(({ key, namesBack: when }) => (when === undefined ? [] : [{ key, when }]));
  links.set(definition, known);
  return known;
}

/** Who names whom, gathered record by record; of a record that is told again, what it said last. */
export function gatherNames(catalogue: Catalogue): { add(record: BookRecord): void; readonly whoNames: WhoNames } {
  const index = new Map<string, Map<string, BookRecord>>();
  const latest = new Map<string, BookRecord>();
  return {
    add(record) {
      const definition = definitionOf(catalogue, record.kind);
      for (const { key } of definition === undefined ? [] : linksOf(definition)) {
        latest.set(record.id, record);
        const named = `${key} ${record.fields[key] ?? ''}`;
        const known = index.get(named) ?? new Map<string, BookRecord>();
        index.set(named, known.set(record.id, record));
      }
    },
    whoNames: (id, field) =>
      [...(index.get(`${field} ${id}`)?.values() ?? [])].filter((record) => latest.get(record.id) === record),
  };
}

/** Who names whom, over records that are all at hand. */
export function indexNames(catalogue: Catalogue, records: Iterable<BookRecord>): WhoNames {
  const names = gatherNames(catalogue);
  for (const record of records) names.add(record);
  return names.whoNames;
}
