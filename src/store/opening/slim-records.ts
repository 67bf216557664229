import { type Columns, findInColumns, fromColumns, idsIn, wholeStates } from '../../sync/records/columns/columns.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import type { JournalEntry } from '../journal.ts';

/** Last word of the journal on each record: `null` for one that went. */
export type Overrides = ReadonlyMap<string, RecordState | null>;

/** The records before their pages are open: cut out of the pages by the last fold, and what the journal says since. */
export interface SlimRecords {
  get(id: string): RecordState | undefined;
  ids(): Iterable<string>;
  /** As the last fold left them. */
  readonly pages: readonly Columns[];
  /** Those that stand whole, not in columns. */
  whole(): readonly RecordState[];
}

export function createSlimRecords(columns: readonly Columns[], overrides: Overrides): SlimRecords {
  return {
    get(id) {
      const said = overrides.get(id);
      if (said !== undefined) return said ?? undefined;
      for (const part of columns) {
        const found = findInColumns(part, id);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    *ids() {
      for (const part of columns) yield* idsIn(part);
      yield* overrides.keys();
    },
    pages: columns,
    whole: () => columns.flatMap(wholeStates),
  };
}

/** Facts that were taken back, of which a fold wrote what they say: as records again. */
export function takenBackStates(columns: Columns): readonly RecordState[] {
  return fromColumns(columns).map((state) => ({ ...state, life: [{ ...state.place, value: { reason: '' } }] }));
}

export function lastWords(entries: readonly JournalEntry[]): Overrides {
  const overrides = new Map<string, RecordState | null>();
  for (const { states, gone } of entries) {
    for (const record of states) overrides.set(record.id, record);
    for (const id of gone) overrides.set(id, null);
  }
  return overrides;
}
