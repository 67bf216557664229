import { exactKey, foldText } from '../domain/search-key.ts';
import type { Fields } from '../domain/value.ts';
import type { Folk } from './folk.ts';
import { type Held, householdKind, textOf } from './held.ts';

/*
 * A household's number is its own within its numbering area: an old commune, or a địa bàn, over as many villages as were
 * numbered on in one row; the village itself where no area is said. Everything that asks whether a number is taken asks here.
 */

/** What a household's number is unique in; areas are the same however their letters are cased. */
export function numberingArea(fields: Fields, place: string): string {
  const area = exactKey(textOf(fields, 'area'));
  return area === '' ? place : `area ${area}`;
}

/** Whether a sheet holds its number: somebody lives there, or nobody was written on it yet. */
export function holdsNumber(folk: Folk, household: Held): boolean {
  const ever = folk.everMembers(household.id).map(folk.book.closing);
  return ever.length === 0 || ever.some((state) => state.household === household.id && state.status === 'active');
}

/** Other households that hold this number in this area. */
export function holdersOf(folk: Folk, number: number, area: string, except: string): readonly Held[] {
  const found: Held[] = [];
  for (const other of folk.book.all(householdKind)) {
    if (other.fields.number !== number || other.id === except) continue;
    if (numberingArea(other.fields, other.place) === area && holdsNumber(folk, other)) found.push(other);
  }
  return found;
}

/** Whether households of this village are numbered in this area. */
export function isAreaOf(folk: Folk, area: string, place: string): boolean {
  const key = numberingArea({ area }, place);
  for (const other of folk.book.all(householdKind))
    if (other.place === place && numberingArea(other.fields, other.place) === key) return true;
  return false;
}

/** Whether a folded word stands in the name of the area that a household was numbered in. */
export function namesArea(fields: Fields, word: string): boolean {
  const area = textOf(fields, 'area');
  return area !== '' && ` ${foldText(area)}`.includes(` ${word}`);
}
