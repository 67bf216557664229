import { greatest } from '../../../sync/records/merge.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import { compareStamps, type Stamp } from '../../../sync/stamp.ts';
import type { RecordingBook } from '../book.ts';
import { homeKey, movedBy } from '../moving.ts';

/* What somebody is to a head is said of one household: it goes with the move there, and stands once they have moved on. */

type Book = Pick<RecordingBook, 'register' | 'store'>;

export const relationKey = 'relation';

/**
 * Whether somebody lives where he does by a fact that stays and was written after what he is to the head. Whoever wrote it
 * said so of this household, also where it was the same word as before: then nothing was put.
 */
export function isMovedSince({ register, store }: Book, person: string, gone: ReadonlySet<string>): boolean {
  const written = stampOf(store.shown(person), relationKey);
  const home = register.get(person)?.fields[homeKey];
  if (written === undefined || typeof home !== 'string') return false;
  return register.factsAbout(person).some((id) => {
    const fields = register.get(id)?.fields ?? {};
    if (gone.has(id) || !isMoverOf({ register }, id, person) || !Object.values(fields).includes(home)) return false;
    const moved = stampOf(store.shown(id), 'date');
    return moved !== undefined && compareStamps(moved, written) > 0;
  });
}

/** Whether somebody came to live elsewhere by this fact. */
export function isMoverOf({ register }: Pick<Book, 'register'>, fact: string, person: string): boolean {
  const { kind = '', fields = {} } = register.get(fact) ?? {};
  return movedBy(kind, fields).includes(person);
}

function stampOf(state: RecordState | undefined, field: string): Stamp | undefined {
  return greatest(state?.fields[field] ?? [])?.stamp;
}
