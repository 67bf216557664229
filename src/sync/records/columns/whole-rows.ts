import type { RecordRow } from '../../wire/changes.ts';
import type { RecordState } from '../record-state.ts';

export type WholeRow = readonly [row: RecordRow, superseded?: NonNullable<RecordState['superseded']>];

/** Records that stand whole on a page: few, and each takes as much memory as a hundred of the others. */
export interface WholeRows {
  readonly length: number;
  readonly ids: readonly string[];
  at(position: number): WholeRow | undefined;
  all(): readonly WholeRow[];
}

export const noRows: WholeRows = listRows([]);

/** Those that are at hand. */
export function listRows(rows: readonly WholeRow[]): WholeRows {
  return { length: rows.length, ids: rows.map(([{ id }]) => id), at: (position) => rows[position], all: () => rows };
}
