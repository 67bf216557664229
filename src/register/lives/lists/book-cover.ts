import { areaRows, type NumberedHousehold, numberSpan } from '../../../catalogue/paper/area-list.ts';
import { isResident } from '../../../catalogue/rules/is-resident.ts';
import { daysOfMonth } from '../../../domain/calendar/written-period.ts';
import { holds } from '../../../domain/condition.ts';
import { keepersIn, type SlipReader } from '../../figures/meeting/keepers.ts';
import type { Folk } from '../../folk.ts';
import { type Held, householdKind, textOf } from '../../held.ts';
import { holdsNumber, numberingArea } from '../../numbering.ts';
import type { BookCover, CoverArea } from '../answers.ts';

const resides = isResident('it');

/**
 * What the cover of a village's book says, and the page behind it: the areas of all villages that its collaborator keeps.
 * A sheet that everybody left holds no number and is no household any more.
 * @returns nothing for a village that is none of this reader's
 */
export function bookCover(folk: Folk, place: string, reader: SlipReader, today: string): BookCover | undefined {
  if (!(folk.places.isVillage(place) && reader.places.includes(place))) return undefined;
  const keepers = keepersIn(folk, daysOfMonth(today.slice(0, 7)), reader).filter(({ places }) =>
    places.includes(place),
  );
  const kept = new Set([place, ...keepers.flatMap(({ places }) => places)]);
  const villages = folk.places.villages().filter(({ id }) => kept.has(id));
  const own = householdsOf(folk, place);
  const people = own.flatMap(({ id }) => folk.members(id)).map(folk.book.closing);
  const living = people.filter(({ status }) => status === 'active');
  const residents = living.filter((it) => holds(resides, { it })).length;
  return {
    province: nameOf(folk, 'province'),
    commune: folk.places.name(folk.places.commune()),
    village: folk.places.name(place),
    keepers: [...new Set(keepers.flatMap(({ names }) => names))],
    areas: villages.flatMap(({ id }) => areasOf(folk, id)),
    place,
    households: own.length,
    residents,
    temporary: living.length - residents,
  };
}

function nameOf(folk: Folk, sought: string): string {
  return folk.places.all().find(({ level }) => level === sought)?.name ?? '';
}

/** As they are numbered: the village's own row, and each area that is named, by their first numbers. */
function areasOf(folk: Folk, place: string): readonly CoverArea[] {
  const byArea = new Map<string, { readonly area: string; readonly households: NumberedHousehold[] }>();
  for (const { fields } of householdsOf(folk, place)) {
    const area = textOf(fields, 'area');
    const key = numberingArea(fields, place);
    const known = byArea.get(key) ?? { area, households: [] };
    byArea.set(key, known);
    const number = typeof fields.number === 'number' ? fields.number : null;
    known.households.push({ number, address: textOf(fields, 'address') });
  }
  return [...byArea.values()].map(({ area, households }) => ({
    place,
    village: folk.places.name(place),
    area,
    ...numberSpan(households),
    rows: areaRows(households),
  }));
}

function householdsOf(folk: Folk, place: string): readonly Held[] {
  return [...folk.book.all(householdKind)]
    .filter((household) => household.place === place && holdsNumber(folk, household))
    .sort((a, b) => (folk.paperKey(a) + a.id < folk.paperKey(b) + b.id ? -1 : 1));
}
