import { slipRows } from '../../../catalogue/paper/slip-rows.ts';
import type { Folk } from '../../folk.ts';
import { textOf } from '../../held.ts';
import type { ReviewGroup, SlipOpening } from '../../lives/answers.ts';
import { isSensitive, slipOver } from '../../lives/life/slip.ts';
import type { Register } from '../../register.ts';
import type { Doubt } from './answers.ts';

type Book = Pick<Register, 'folk' | 'casesOf' | 'role' | 'today'>;

/** One line of a slip, as far as somebody may doubt it. */
interface Line {
  readonly opening: SlipOpening;
  readonly list: number;
  readonly isPrivate: boolean;
}

/**
 * What is doubtful in a month's lines of these villages, each line for its first reason: somebody answered "Đúng" to
 * something odd, two wrote differently, the birth date is not whole, it waits for the hub.
 * @param disputed whether two people wrote differently of a record
 */
export function lineDoubts(
  register: Book,
  month: string,
  places: readonly string[],
  disputed: (record: string) => boolean,
): readonly Doubt[] {
  return linesOf(register, month, places).flatMap((line) => {
    const is = reasonOf(register.folk, line, disputed);
    return is === undefined ? [] : [doubtOf(register.folk, line, is)];
  });
}

function linesOf(register: Book, month: string, places: readonly string[]): readonly Line[] {
  const { book } = register.folk;
  return slipOver(register, month, places, slipRows).flatMap(({ number: list, opens }) =>
    opens.map((opening) => ({ opening, list, isPrivate: isSensitive(book, book.get(opening.record)?.kind ?? '') })),
  );
}

function reasonOf({ book }: Folk, { opening }: Line, disputed: (record: string) => boolean): Doubt['is'] | undefined {
  const fact = book.get(opening.record);
  const person = book.get(opening.person);
  const asked = fact?.fields.asked;
  if (Array.isArray(asked) && asked.length > 0) return 'asked';
  if (disputed(opening.record) || disputed(opening.person)) return 'disputed';
  if (person !== undefined && textOf(person.fields, 'birthDate').length < wholeDate) return 'date';
  return fact !== undefined && fact.standing !== 'confirmed' ? 'waiting' : undefined;
}

/** "2026-10-04" */
const wholeDate = 10;

function doubtOf({ book }: Folk, { opening, list, isPrivate }: Line, is: Doubt['is']): Doubt {
  const { record, person, name, household, householdNumber, villageName } = opening;
  const place = book.get(household)?.place ?? book.get(record)?.place ?? '';
  const whom = isPrivate
    ? { person: '', name: '', household: '', householdNumber: '' }
    : { person, name, household, householdNumber };
  return { id: `${list} ${record} ${person}`, is, isOnSlip: true, isPrivate, list, ...whom, place, villageName };
}

/**
 * What the checks of the book found in these villages. A check whose record stands on the month's slip is asked with it.
 * @param groups of a look through the whole book, or one village
 */
export function checkDoubts(
  register: Book,
  month: string,
  places: readonly string[],
  groups: readonly ReviewGroup[],
): readonly Doubt[] {
  const { folk } = register;
  const lists = new Map<string, number>();
  for (const { opening, list, isPrivate } of linesOf(register, month, places))
    if (!isPrivate && opening.person !== '') lists.set(opening.person, list);
  const byName = new Map(places.map((id) => [folk.places.name(id), id]));
  return groups.flatMap(({ check, lines }) =>
    lines.flatMap(({ record, household, householdNumber, villageName, name, message }): readonly Doubt[] => {
      const place = folk.book.get(household)?.place ?? byName.get(villageName) ?? '';
      if (!places.includes(place)) return [];
      const list = lists.get(record) ?? 0;
      const whom = { person: household === record ? '' : record, name, household, householdNumber };
      const id = `check ${check} ${record || place}`;
      return [
        { id, is: 'check', isOnSlip: list > 0, isPrivate: false, list, ...whom, place, villageName, why: message },
      ];
    }),
  );
}
