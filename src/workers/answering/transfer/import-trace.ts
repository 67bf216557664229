import { repeatingKinds, repeatsValues } from '../../../catalogue/rules/repeats-values.ts';
import type { Changed } from '../../../formats/interchange/plan/undo.ts';
import type { NoteBox } from '../../../store/notes.ts';

/** What an import changed, sealed, so that it can be taken back days later. */
export interface Trace {
  readonly at: number;
  /** Id of the act; none of an import of before acts said how far they came. */
  readonly act?: string;
  readonly written: number;
  readonly isUndone: boolean;
  /** What the undo left, for somebody had worked on with it. */
  readonly kept?: number;
  readonly changes: readonly Changed[];
}

export const traceNote = 'import trace';

/**
 * Values of these records, and what repeats them, stay no longer in what the last import changed: an undo leaves them as
 * they are.
 * @param records ids, of units too: whatever the import found or left there goes with them
 */
export async function forgetInTrace(notes: NoteBox, records: ReadonlySet<string>): Promise<void> {
  const trace = await notes.get<Trace>(traceNote);
  if (trace === undefined) return;
  const changes = trace.changes.filter((change) => !isAbout(change, records));
  if (changes.length < trace.changes.length) await notes.put(traceNote, { ...trace, changes });
}

function isAbout({ kind, id, place, put, was }: Changed, records: ReadonlySet<string>): boolean {
  if (records.has(id) || records.has(place) || (was !== undefined && records.has(was.place))) return true;
  if (!repeatingKinds.includes(kind)) return false;
  return [...records].some((record) => repeatsValues(kind, { ...was?.fields, ...put }, record));
}
