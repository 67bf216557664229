import type { Condition } from '../../domain/condition.ts';
import type { Effect } from '../../domain/effect.ts';
import type { RecordDefinition } from '../../domain/record.ts';
import type { DateFields } from '../../store/confirmed/whole-shown.ts';
import type { SlimFields } from '../../store/pages.ts';

/** What lists show of the two kinds that are searched for. */
const listed: SlimFields = {
  household: ['number'],
  person: ['fullName', 'birthDate', 'sex', 'household', 'relation', 'status'],
  alias: ['date', 'person', 'other'],
};

/** Dated fields of a person that search rests on: where, and whether here at all. */
const moving: ReadonlySet<string> = new Set(['household', 'status']);

/**
 * What search needs before the pages are open: the fields of its lists, and of each kind of fact that moves a person or
 * ends a life just what that takes, so that the first list shows who left or died.
 */
export function slimFieldsOf(records: readonly RecordDefinition[]): SlimFields {
  const facts = records.flatMap(({ kind, dateField, effects = [] }) => {
    const fields = new Set(effects.filter(({ holding }) => holding === undefined).flatMap(fieldsOf));
    return fields.size === 0 || dateField === undefined ? [] : [[kind, [dateField, ...fields]] as const];
  });
  return { ...Object.fromEntries(facts), ...listed };
}

export function dateFieldsOf(records: readonly RecordDefinition[]): DateFields {
  const facts = records.flatMap(({ kind, nature, dateField }) =>
    nature === 'fact' && dateField !== undefined ? [[kind, dateField] as const] : [],
  );
  return Object.fromEntries(facts);
}

/** Fields of the fact that the effect reads to move somebody; none where it moves nobody. */
function fieldsOf({ target, set, when }: Effect): readonly string[] {
  const sources = Object.entries(set).filter(([field]) => moving.has(field));
  if (sources.length === 0) return [];
  const read = sources.flatMap(([, source]) => ('field' in source ? [source.field] : []));
  return [target, ...read, ...(when === undefined ? [] : pathsOfFact(when))];
}

/** `fact.method` → "method", wherever it stands in a condition. */
function pathsOfFact(condition: Condition): readonly string[] {
  return [...JSON.stringify(condition).matchAll(/"path":"fact\.([^".]+)/g)].map(([, field = '']) => field);
}
