import { definitionOf } from '../domain/book/book.ts';
import { formerPlaces } from '../domain/book/boundaries.ts';
import { dayBefore } from '../domain/calendar/civil-date.ts';
import { formatDate } from '../domain/calendar/partial-date.ts';

import type { HouseholdPage, VillageList } from './answers.ts';
import type { Folk } from './folk.ts';
import { type Held, householdKind, textOf } from './held.ts';
import type { FieldLine } from './lives/answers.ts';
import { fieldLines } from './lives/field-lines.ts';

/** Fields that a household's page says in places of their own. */
const saidElsewhere: ReadonlySet<string> = new Set(['number', 'address', 'phone', 'village', 'formerPlaces']);

export function householdPage(folk: Folk, id: string, today: string): HouseholdPage | undefined {
  const household = folk.book.get(id);
  if (household?.kind !== householdKind) return undefined;
  return {
    id,
    number: textOf(household.fields, 'number'),
    place: household.place,
    villageName: folk.places.name(household.place),
    address: textOf(household.fields, 'address'),
    phone: textOf(household.fields, 'phone'),
    isCollective: textOf(household.fields, 'kind') === 'collective',
    fields: [...fieldLines(folk, otherFields(folk), household.fields, ''), ...formerLines(folk, household)],
    standing: household.standing,
    people: folk.members(id).map((person) => folk.personLine(person, today)),
  };
}

function otherFields(folk: Folk) {
  const fields = definitionOf(folk.book.catalogue, householdKind)?.fields ?? [];
  return fields.filter(({ key, isSensitive }) => !isSensitive && !saidElsewhere.has(key));
}

/** "Thôn cũ: Thôn Đông (đến 30/06/2026)": where the sheet stood before boundaries moved. */
function formerLines(folk: Folk, household: Held): readonly FieldLine[] {
  const field = definitionOf(folk.book.catalogue, householdKind)?.fields.find(({ key }) => key === 'formerPlaces');
  const stood = formerPlaces(folk.book.catalogue, household);
  const former = stood.map(({ place, until }, index) => {
    const next = stood[index + 1]?.place ?? household.place;
    // A village of another commune is no unit of this book: what came of it knows its name.
    const came = folk.places.all().find(({ id }) => id === next)?.came;
    return { name: folk.places.name(place) || (came ?? ''), last: formatDate(dayBefore(until)) };
  });
  if (field === undefined || former.length === 0) return [];
  const say = (word: string) => former.map(({ name, last }) => `${name} (${word} ${last})`).join(', ');
  return [{ field: field.key, label: field.label, value: { vi: say('đến'), en: say('to') } }];
}

/** Households of a village by number; `people` are those who live there now, temporary residents too. */
export function villageList(folk: Folk, place: string): VillageList {
  const households = [...folk.book.all(householdKind)]
    .filter((household) => household.place === place)
    .sort((a, b) => (folk.paperKey(a) + a.id < folk.paperKey(b) + b.id ? -1 : 1))
    .map((household) => ({
      ...folk.householdRow(household),
      area: textOf(household.fields, 'area'),
      people: livingIn(folk, household),
    }));
  return {
    place,
    name: folk.places.name(place),
    households,
    people: households.reduce((sum, { people }) => sum + people, 0),
  };
}

function livingIn(folk: Folk, { id }: Held): number {
  return folk.members(id).filter((person) => folk.book.closing(person).status === 'active').length;
}
