import { joiningKind } from '../../domain/book/joins.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { RecordDefinition } from '../../domain/record.ts';
import type { Rulebook } from '../hub-ports.ts';
import { shown } from '../records/merge.ts';
import type { RecordState } from '../records/record-state.ts';

/** What may count in any month stands before all of them. */
const beforeAll = '1900-01';

/** Months in which a record of the catalogue counts, or since which. */
export function makeCountedMonths(catalogue: Catalogue): Rulebook['months'] {
  const records = new Map(catalogue.records.map((record) => [record.kind, record]));
  const holders = new Set(catalogue.records.flatMap(({ placeThrough, fields }) => holderKinds(placeThrough, fields)));
  return (state) => {
    const record = records.get(state.kind);
    if (record === undefined) return [];
    // Where a household stands, its people count, whatever their dates.
    return holders.has(record.kind) || reachesBack(record) ? [beforeAll] : monthsOf(record, state);
  };
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
