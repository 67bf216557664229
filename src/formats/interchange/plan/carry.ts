import { catalogue } from '../../../catalogue/index.ts';
import { type BookRecord, definitionOf } from '../../../domain/book/book.ts';
import { closingState } from '../../../domain/book/timeline.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { Known } from '../known.ts';
import type { Reading } from './reading.ts';
import { carryDraft } from './write-drafts.ts';

/**
 * Who lives in another village from now on takes the record and the facts along (docs/decisions/0006-lives.md): those of
 * the file are drafted there already, these are the book's own. A household that a file has in another village takes all
 * who live in it.
 */
export function carriedAlong(reading: Reading, known: Known): readonly (readonly OpDraft[])[] {
  const { wanted, roll, placeOf } = reading;
  const drafted = new Set([...wanted.people.keys(), ...wanted.facts.map(({ id }) => id)]);
  const moving = new Map<string, string>();
  for (const { id } of roll.people.values()) if (known.record(id) !== undefined) moving.set(id, placeOf(id));
  for (const [id, place] of lodgersOf(reading, known)) if (!moving.has(id)) moving.set(id, place);
  return [...moving].flatMap(([id, place]) => {
    const records = [known.record(id), ...known.factsNaming(id).filter((fact) => isAbout(fact, id))];
    return records.flatMap((record) => {
      const state = record === undefined || drafted.has(record.id) ? undefined : known.state(record.id);
      if (record === undefined || state === undefined) return [];
      const drafts = carryDraft({ kind: record.kind, id: record.id, place }, state);
      return drafts.length === 0 ? [] : [drafts];
    });
  });
}

/** Everybody in a household that moves to another village, with that village. */
function lodgersOf({ households }: Reading, known: Known): ReadonlyMap<string, string> {
  const moved = new Map(
    households.flatMap(({ id, place }) => {
      const before = known.record(id)?.place;
      return before === undefined || before === place ? [] : [[id, place] as const];
    }),
  );
  const found = new Map<string, string>();
  if (moved.size === 0) return found;
  for (const { id } of known.all('person')) {
    const life = known.life(id);
    const place = moved.get(String(life && closingState(life).household));
    if (place !== undefined) found.set(id, place);
  }
  return found;
}

/** A fact about two people stands where the first that it names lives. */
function isAbout(fact: BookRecord, id: string): boolean {
  const people = definitionOf(catalogue, fact.kind)?.fields.filter(({ type }) => type.is === 'reference') ?? [];
  const first = people.find(({ key, type }) => type.is === 'reference' && type.to === 'person' && fact.fields[key]);
  return first !== undefined && fact.fields[first.key] === id;
}
