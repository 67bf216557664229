import type { Fields } from '../../domain/value.ts';
import { changeInfo } from '../records/move/change-info.ts';
import { draft } from '../records/work/draft.ts';

/** Kinds of records that say once more what stands on another: with that one they are erased. */
export const repeatingKinds: readonly string[] = [changeInfo.kind, draft.kind];

/** Whether a told change is about this record, or a handed draft names it. */
export function repeatsValues(kind: string, fields: Fields, record: string): boolean {
  if (kind === changeInfo.kind) return fields.person === record || fields.household === record;
  // The answers of a draft have whatever shape their form has.
  return kind === draft.kind && JSON.stringify(fields).includes(record);
}
