import type { Catalogue } from '../../domain/catalogue.ts';
import { type RecordDefinition, recordProblems } from '../../domain/record.ts';
import type { Rulebook } from '../hub-ports.ts';
import { isHubDevice, isOwnRecord, type Op, opId } from '../op.ts';

/**
 * What the catalogue says about ops: known kinds and fields, values of their type, facts added and states put. The hub
 * judges by it, and the phone before it saves: what would be refused is never written.
 */
export function makeOpCheck(catalogue: Catalogue): Rulebook['check'] {
  const records = new Map(catalogue.records.map((record) => [record.kind, record]));
  return (op) => {
    const record = records.get(op.k);
    return record === undefined ? { code: 'unknown_kind' } : findFault(record, op);
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
