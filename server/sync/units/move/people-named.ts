import { catalogue } from '../../../../src/catalogue/index.ts';
import { definitionOf } from '../../../../src/domain/book/book.ts';
import { householdKind, personKind } from '../../../../src/register/held.ts';
import { shown } from '../../../../src/sync/records/merge.ts';
import type { RecordState } from '../../../../src/sync/records/record-state.ts';

const ofPeople: ReadonlySet<string> = new Set([personKind, householdKind]);

export function isOfPeople({ kind }: Pick<RecordState, 'kind'>): boolean {
  return ofPeople.has(kind);
}

/** Ids of the people and households that a record names. */
export function peopleNamed(state: RecordState): readonly string[] {
  const fields = definitionOf(catalogue, state.kind)?.fields ?? [];
  return fields.flatMap(({ key, type }) => {
    const value = type.is === 'reference' && ofPeople.has(type.to) ? shown(state, key) : undefined;
    return typeof value === 'string' ? [value] : [];
  });
}
