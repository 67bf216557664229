import type { FieldColumn } from '../../sync/records/page-columns.ts';
import { elsewhere, nobody, type RowNumbers } from '../../sync/records/row-numbers.ts';
import type { Segment } from './segment.ts';

/** Who names whom among shelved records: numbers of the records that name one, found by that one's id. */
export interface References {
  /** Calls with the number of each record that names this id, until it answers true. */
  some(id: string, visit: (row: number) => boolean): boolean;
}

/** One column through which records name others: whom each names, by number. */
interface Naming {
  readonly first: number;
  readonly column: FieldColumn;
  readonly targets: Int32Array;
}

/**
 * Two passes over the columns through which records name others; one list of numbers for the whole book, since 60,000
 * people are named by half a million facts. Plain loops: this stands between the PIN and the first household.
 * @param numbers of shelved states, by id
 * @param rows how many records are shelved
 */
export function indexReferences(segments: readonly Segment[], numbers: RowNumbers, rows: number): References {
  const namings = segments.flatMap((segment) => namingsIn(segment, numbers));
  const starts = startsOf(namings, rows);
  const naming = new Uint32Array(starts[rows] ?? 0);
  const next = starts.slice(0, rows);
  for (const { first, column, targets } of namings) {
    for (let at = 0; at < targets.length; at += 1) {
      const target = targets[at] ?? nobody;
      if (target < 0) continue;
      const place = next[target] ?? 0;
      naming[place] = first + (column.at === undefined ? at : (column.at[at] ?? 0));
      next[target] = place + 1;
    }
  }
  const others = rememberOthers(namings);
  return {
    some(id, visit) {
      const target = numbers.get(id);
      if (target === undefined) return others.get(id)?.some(visit) ?? false;
      const end = starts[target + 1] ?? 0;
      for (let at = starts[target] ?? 0; at < end; at += 1) if (visit(naming[at] ?? 0)) return true;
      return false;
    },
  };
}

function namingsIn({ definition, columns, first }: Segment, numbers: RowNumbers): readonly Naming[] {
  return definition.fields.flatMap(({ key, type }) => {
    const column = type.is === 'reference' ? columns.fields[key] : undefined;
    return column === undefined ? [] : [{ first, column, targets: numbers.targets(column) }];
  });
}

/** Where the list of each target begins: how many name those before it. */
function startsOf(namings: readonly Naming[], rows: number): Uint32Array {
  const starts = new Uint32Array(rows + 1);
  for (const { targets } of namings) {
    for (let at = 0; at < targets.length; at += 1) {
      const target = targets[at] ?? nobody;
      if (target >= 0) starts[target + 1] = (starts[target + 1] ?? 0) + 1;
    }
  }
  for (let row = 0; row < rows; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  return starts;
}

/** Who names somebody that lives in another village, or whose record lies on the desk: few. */
function rememberOthers(namings: readonly Naming[]): ReadonlyMap<string, readonly number[]> {
  const others = new Map<string, number[]>();
  for (const { first, column, targets } of namings) {
    for (let at = 0; at < targets.length; at += 1) {
      if (targets[at] !== elsewhere) continue;
      const id = String(column.value(at));
      const row = first + (column.at?.[at] ?? at);
      const known = others.get(id);
      if (known === undefined) others.set(id, [row]);
      else known.push(row);
    }
  }
  // A list that grew has room for sixteen more.
  for (const [id, rows] of others) if (rows.length > 1) others.set(id, rows.slice());
  return others;
}
