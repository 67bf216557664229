import type { Folk } from '../folk.ts';
import { type Held, householdKind, textOf } from '../held.ts';
import { type NameQuery, notInName } from './name-index.ts';
import { mayPoint, pointingFields, pointsTo, type QueryWord, type SearchQuery } from './search-query.ts';

/** Whether a word says where somebody lives, or when she was born. */
export function isPlaced(folk: Folk, person: Held, word: QueryWord): boolean {
  if (word.isYear && textOf(person.fields, 'birthDate').startsWith(word.folded)) return true;
  const household = folk.householdOf(person);
  return household !== undefined && pointsTo(word, household);
}

/** Beyond so many households it is quicker to ask each person where she lives. */
const mostHouseholds = 400;

/**
 * Whether the words that are none of a person's name say where she lives. A house number stands in a few households of a
 * commune: who lives there is known before anybody is asked.
 */
export function createWhereSaid(
  folk: Folk,
  { words }: SearchQuery,
  asked: NameQuery,
): (at: number, find: (id: string) => Held | undefined) => boolean {
  const living = words.map((word) => (mayPoint(word) && !word.isYear ? livingAt(folk, word) : undefined));
  return (at, find) => {
    const id = asked.id(at);
    let person: Held | undefined;
    return words.every((word, place) => {
      if (asked.ranks[place]?.[at] !== notInName) return true;
      const known = living[place];
      if (known !== undefined) return known.has(id);
      person ??= find(id);
      return person !== undefined && isPlaced(folk, person, word);
    });
  };
}

/** Who lives, or last lived, in the households that the word means; `undefined` where these are many. */
function livingAt(folk: Folk, word: QueryWord): ReadonlySet<string> | undefined {
  const people = new Set<string>();
  let households = 0;
  for (const { id } of folk.book.pick(householdKind, pointingFields, (household) => pointsTo(word, household))) {
    households += 1;
    if (households > mostHouseholds) return undefined;
    for (const person of folk.members(id)) people.add(person.id);
  }
  return people;
}
