import { catalogue } from '../../../catalogue/index.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import type { RecordField } from '../../../domain/field.ts';
import type { Value } from '../../../domain/value.ts';
import type { RegisterRecord } from '../../../register/answers.ts';
import type { Put } from '../written.ts';

/** Ids of the records that a fact names. */
export function namedBy(fact: RegisterRecord): readonly string[] {
  const fields = definitionOf(catalogue, fact.kind)?.fields ?? [];
  const references = fields.filter(({ type }) => type.is === 'reference').map(({ key }) => fact.fields[key]);
  return references.filter((id) => typeof id === 'string');
}

/** The put that a fact of a change tells of; `undefined` for other facts, and where the fact itself makes the change. */
export function putTold(fact: RegisterRecord): Put | undefined {
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
