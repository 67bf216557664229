import { definitionOf } from '../../domain/book/book.ts';
import type { Folk } from '../folk.ts';
import { type Held, personKind, textOf } from '../held.ts';

/** A record that stands elsewhere than the person it tells of lives. */
export interface Carried {
  readonly kind: string;
  readonly id: string;
  /** Unit id where it is to stand from now on. */
  readonly place: string;
}

/**
 * What has to be written at another place now that these people live where they live: their records, and the facts about
 * them, so that the phones of that village know the whole life. A fact about two people stands where the first that it
 * names lives. The dead and the departed stay where they last lived.
 */
export function carriedRecords(folk: Folk, ids: Iterable<string>): readonly Carried[] {
  const found = new Map<string, Carried>();
  for (const id of ids) {
    const person = folk.book.get(id);
    const place = person?.kind === personKind ? folk.householdOf(person)?.place : undefined;
    if (person === undefined || place === undefined) continue;
    for (const record of [person, ...factsToldOf(folk, person)]) {
      if (record.place !== place) found.set(record.id, { kind: record.kind, id: record.id, place });
    }
  }
  return [...found.values()];
}

/** Facts that stand where this person lives: the first person they name. */
export function factsToldOf(folk: Folk, person: Held): readonly Held[] {
  return folk.book.factsNaming(person.id).filter((fact) => {
    const fields = definitionOf(folk.book.catalogue, fact.kind)?.fields ?? [];
    const first = fields.find(
      ({ key, type }) => type.is === 'reference' && type.to === personKind && textOf(fact.fields, key),
    );
    return first !== undefined && fact.fields[first.key] === person.id;
  });
}
