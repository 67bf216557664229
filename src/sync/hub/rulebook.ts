import { joiningKind } from '../../domain/book/joins.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { type RecordDefinition, recordProblems } from '../../domain/record.ts';
import type { Rulebook } from '../hub-ports.ts';
import { isHubDevice, isOwnRecord, type Op, opId } from '../op.ts';
import { shown } from '../records/merge.ts';
import type { RecordState } from '../records/record-state.ts';

/** What may count in any month stands before all of them. */
const beforeAll = '1900-01';

/**
 * What the catalogue says about ops: known kinds and fields, values of their type, facts added and states put. The hub
 * judges by it, and the phone before it saves: what would be refused is never written.
 */
export function makeRulebook(catalogue: Catalogue): Rulebook {
  const records = new Map(catalogue.records.map((record) => [record.kind, record]));
  const holders = new Set(catalogue.records.flatMap(({ placeThrough, fields }) => holderKinds(placeThrough, fields)));
  const disagreeing = new Set(
    catalogue.records.flatMap(({ kind, fields }) =>
      fields.filter((field) => field.disagrees).map((field) => `${kind} ${field.key}`),
    ),
  );
  return {
    check(op) {
      const record = records.get(op.k);
      return record === undefined ? { code: 'unknown_kind' } : findFault(record, op);
    },
    disagrees: (kind, field) => disagreeing.has(`${kind} ${field}`),
    months(state) {
      const record = records.get(state.kind);
      if (record === undefined) return [];
      // Where a household stands, its people count, whatever their dates.
      return holders.has(record.kind) || reachesBack(record) ? [beforeAll] : monthsOf(record, state);
    },
  };
}

function findFault(record: RecordDefinition, op: Op): ReturnType<Rulebook['check']> {
  // What is final is never taken back, what the hub says is said by nobody else.
  if (record.isFinal && 'void' in op) return { code: 'schema' };
  if (record.isOfHub && !isHubDevice(op.d)) return { code: 'schema' };
  if ('void' in op) return undefined;
  const isFirst = op.id === opId(op.d, op.s);
  // Carried to another place with the person it is about: nothing else of a fact is ever put.
  if ('put' in op && Object.keys(op.put).length === 0 && !isFirst) return undefined;
  if ('add' in op !== (record.nature === 'fact')) return { code: 'schema' };
  const fields = 'add' in op ? op.add : op.put;
  const [problem] = recordProblems(record, fields, isFirst);
  if (problem !== undefined) {
    return { code: problem.why === 'unknown_field' ? 'unknown_field' : 'schema', field: problem.field };
  }
  // Household, residence, marriage, status: opening values, from then on moved by facts only. An import's first put is
  // not numbered by its record, so only ids of the form device.seq tell a later put from the first.
  const isLater = !isFirst && isOwnRecord(op.id);
  const dated = isLater ? record.fields.find((field) => field.isDated && Object.hasOwn(fields, field.key)) : undefined;
  return dated === undefined ? undefined : { code: 'schema', field: dated.key };
}

/** Kinds whose place is the place of others, e.g. the household's of its people. */
function holderKinds(placeThrough: string | undefined, fields: RecordDefinition['fields']): readonly string[] {
  const type = fields.find(({ key }) => key === placeThrough)?.type;
  return type?.is === 'reference' ? [type.to] : [];
}

/** Whether a fact tells of all time before its day, too: who is one person, what somebody begins with. */
function reachesBack({ kind, effects = [] }: RecordDefinition): boolean {
  return kind === joiningKind || effects.some(({ opens }) => opens);
}

/**
 * Months that a record counts in, or since. A state without a known date may count in any; so may one whose date was
 * mended, since the facts that name it keep theirs.
 */
function monthsOf({ nature, fields }: RecordDefinition, state: RecordState): readonly string[] {
  const dates = fields.filter(({ type }) => type.is === 'date').map(({ key }) => key);
  const months = dates
    .map((key) => shown(state, key))
    .flatMap((date) => (typeof date === 'string' ? monthOf(date) : []));
  const isCounted = nature === 'state' && fields.some(({ isDated }) => isDated);
  const isSure = months.length > 0 && !dates.some((key) => isMended(state, key));
  return isCounted && !isSure ? [beforeAll] : months;
}

function isMended(state: RecordState, field: string): boolean {
  return (state.fields[field]?.length ?? 0) > 1 || (state.superseded?.[field]?.length ?? 0) > 0;
}

/** "1957" → "1957-01": the first month that it may be. */
function monthOf(date: string): string {
  return `${date}-01`.slice(0, 7);
}
