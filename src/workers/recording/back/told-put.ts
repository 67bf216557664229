import { catalogue } from '../../../catalogue/index.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import type { RecordField } from '../../../domain/field.ts';
import type { Value } from '../../../domain/value.ts';
import type { RegisterRecord } from '../../../register/answers.ts';
import type { Put } from '../written.ts';

/** Ids of the records that a fact names. */
export function namedBy(fact: Pick<RegisterRecord, 'kind' | 'fields'>): readonly string[] {
  const fields = definitionOf(catalogue, fact.kind)?.fields ?? [];
  const references = fields.filter(({ type }) => type.is === 'reference').map(({ key }) => fact.fields[key]);
  return references.filter((id) => typeof id === 'string');
}

/** What a fact of a change says: which field of whom, what it was and what it is. */
interface ToldChange {
  readonly id: string;
  readonly kind: string;
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
  /** The fact itself makes the change: no put stands beside it. */
  readonly isItsOwn: boolean;
  /** Fields of the fact that say all that. */
  readonly saidIn: readonly string[];
}

/** `undefined` for other facts. */
export function changeTold(fact: Pick<RegisterRecord, 'kind' | 'fields'>): ToldChange | undefined {
  const definition = definitionOf(catalogue, fact.kind);
  const names = definition?.effects?.find(({ setNamed }) => setNamed !== undefined)?.setNamed;
  const field = names === undefined ? undefined : fact.fields[names.field];
  const [id] = namedBy(fact);
  if (names === undefined || typeof field !== 'string' || id === undefined) return undefined;
  const whose = definition?.fields.find(({ key }) => fact.fields[key] === id)?.type;
  const kind = whose?.is === 'reference' ? whose.to : '';
  const type = fieldOf(kind, field)?.type;
  const [before, after] = [readText(type, fact.fields.old), readText(type, fact.fields[names.value])];
  const saidIn = [names.field, 'old', names.value];
  return { id, kind, field, before, after, isItsOwn: names.oneOf.includes(field), saidIn };
}

/** The put that a fact of a change tells of; `undefined` for other facts, and where the fact itself makes the change. */
export function putTold(fact: Pick<RegisterRecord, 'kind' | 'fields'>): Put | undefined {
  const told = changeTold(fact);
  if (told === undefined || told.isItsOwn) return undefined;
  const { id, field, before, after } = told;
  return { id, put: { [field]: after }, before: { [field]: before } };
}

export function fieldOf(kind: string, key: string): RecordField | undefined {
  return definitionOf(catalogue, kind)?.fields.find((field) => field.key === key);
}

/** A told value as its field keeps it. */
function readText(type: RecordField['type'] | undefined, text: Value | undefined): Value {
  if (typeof text !== 'string') return null;
  if (type?.is === 'integer') return Number(text);
  return type?.is === 'boolean' ? text === 'true' : text;
}
