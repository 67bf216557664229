import { completedYears } from '../../../domain/calendar/age.ts';
import { isPartialDate } from '../../../domain/calendar/partial-date.ts';
import { foldText } from '../../../domain/search-key.ts';
import type { Folk } from '../../folk.ts';
import { type Held, personKind, textOf } from '../../held.ts';
import { keepBest } from '../../search/best-rows.ts';
import { nameKeyOf } from '../../search/name-keys.ts';
import type { PeopleChoice, PeopleList } from '../answers.ts';

/** Whoever lives at a place and is as asked, in the paper's order. Who has no known age is of no age. */
export function somePeople(folk: Folk, choice: PeopleChoice, limit: number, today: string): PeopleList {
  const covered = choice.place === '' ? undefined : folk.places.covered(choice.place);
  const sought = foldText(choice.text);
  const best = keepBest<Held>(limit);
  for (const person of folk.book.all(personKind)) {
    if (folk.book.closing(person).status !== 'active' || !isAsAsked(person, choice, today)) continue;
    const household = folk.householdOf(person);
    if (covered !== undefined && !covered.has(household?.place ?? person.place)) continue;
    const number = household === undefined ? '' : textOf(household.fields, 'number');
    if (sought !== '' && number !== sought && !foldText(textOf(person.fields, 'fullName')).includes(sought)) continue;
    best.offer(0, `${folk.paperKey(household)} ${household?.id ?? ''} ${nameKeyOf(person)}`, person);
  }
  return { rows: best.rows().map(folk.personRow), total: best.total() };
}

function isAsAsked({ fields }: Held, { sex, from, to }: PeopleChoice, today: string): boolean {
  if (sex !== '' && fields.sex !== sex) return false;
  if (from === null && to === null) return true;
  const birthDate = textOf(fields, 'birthDate');
  const age = isPartialDate(birthDate) ? completedYears(birthDate, today) : null;
  return age !== null && age >= (from ?? 0) && age <= (to ?? Number.POSITIVE_INFINITY);
}
