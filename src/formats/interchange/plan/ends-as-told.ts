import { catalogue } from '../../../catalogue/index.ts';
import type { BookRecord } from '../../../domain/book/book.ts';
import { lifeOf } from '../../../domain/book/life.ts';
import { closingState } from '../../../domain/book/timeline.ts';
import type { Value } from '../../../domain/value.ts';
import type { Remarks } from '../file/remark.ts';
import type { PersonEntry } from '../read/persons.ts';
import type { Reading } from './reading.ts';
import type { Wanted } from './write-drafts.ts';

/**
 * Plays every life forward by the engine that counts: where it does not end as persons.csv says, the row is asked about.
 * The facts stand then, since they are what is counted.
 */
export function endsAsTold({ people, lives, wanted }: Reading, remarks: Remarks): void {
  const naming = new Map<string, BookRecord[]>();
  for (const [index, fact] of wanted.facts.entries()) {
    const record = bookRecord(fact, index);
    for (const id of namedIn(fact)) naming.set(id, [...(naming.get(id) ?? []), record]);
  }
  const source = { catalogue, factsNaming: (id: string) => naming.get(id) ?? [] };
  for (const person of people.values()) {
    const record = wanted.people.get(person.id);
    if (record === undefined) continue;
    const end = closingState(lifeOf(source, bookRecord(record, 0)));
    for (const [column, told] of toldBy(person, lives.couples.spouseOf(person.id))) {
      const field = column.replace('_key', '');
      if (told !== undefined && (end[field] ?? '') !== told)
        remarks.ask('persons', person.row, column, 'ends_otherwise', wordOf(end[field]));
    }
  }
}

function toldBy(person: PersonEntry, spouse: string | undefined): readonly (readonly [string, string | undefined])[] {
  const { household, residence, marital, status } = person;
  const isHere = status === 'active';
  return [
    ['household_key', household],
    ['status', status],
    ['residence', isHere ? residence : undefined],
    ['marital', isHere ? marital : undefined],
    ['spouse_key', isHere && marital === 'married' ? spouse : undefined],
  ];
}

function bookRecord({ kind, id, place, fields }: Wanted, index: number): BookRecord {
  return { kind, id, place, fields, written: [index, 0] };
}

function namedIn({ fields }: Wanted): ReadonlySet<string> {
  const ids = [fields.person, fields.child, fields.spouse].filter((id) => typeof id === 'string');
  return new Set(ids);
}

function wordOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
