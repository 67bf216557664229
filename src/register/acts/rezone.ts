import { definitionOf } from '../../domain/book/book.ts';
import type { Fields } from '../../domain/value.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import type { Folk } from '../folk.ts';
import { type Held, householdKind, personKind, textOf } from '../held.ts';
import { factsToldOf } from '../lives/carried.ts';
import { holdsNumber, numberingArea } from '../numbering.ts';
import type { Act, ActPlan, ActProblem } from './act.ts';
import { dateProblems } from './date-problems.ts';
import { isNumber, numberPuts } from './number-puts.ts';
import { problem } from './problem.ts';
import { toldPut } from './told-put.ts';

type Rezone = Extract<Act, { readonly is: 'rezone' }>;

/** One sheet as it will stand. */
interface Moving {
  readonly household: Held;
  readonly put: Fields;
}

/**
 * Sheets that stand in another village from a day on, everybody and every fact on them with them. Unlike a household's
 * own move no fact is written about a person: nobody moved.
 */
export function planRezone(folk: Folk, act: Rezone, today: string): ActPlan {
  const households = act.households.flatMap((id) => {
    const household = folk.book.get(id);
    return household?.kind === householdKind ? [household] : [];
  });
  const moving = households
    .map((household, index): Moving => ({ household, put: putOf(household, act, index) }))
    .filter(({ put }) => Object.keys(put).length > 0);
  const problems = [...stops(folk, act, households, moving, today), ...clashes(folk, act, moving)];
  if (problems.some(({ strength }) => strength === 'stop')) return { problems, drafts: [] };
  return { problems, drafts: moving.flatMap((one) => [...draftsOf(folk, act.village, one), ...toldNumbers(act, one)]) };
}

/** A new number and a new area are told with what was before, as wherever they are written. */
function toldNumbers({ village, date }: Rezone, { household, put }: Moving): readonly OpDraft[] {
  const told = Object.fromEntries(Object.entries(put).filter(([field]) => field === 'number' || field === 'area'));
  return toldPut({ ...household, place: village }, told, { date, act: 'renumber' }).slice(1);
}

/** Only sheets whose last boundary this was; a numbering area that was named after the old village goes. */
export function planUnzone(folk: Folk, act: Extract<Act, { readonly is: 'unzone' }>): ActPlan {
  const mark = `${act.village} ${act.date}`;
  const moving = [...folk.book.all(householdKind)].flatMap((household): readonly Moving[] => {
    const known = Array.isArray(household.fields.formerPlaces) ? household.fields.formerPlaces : [];
    if (household.place !== act.from || known.at(-1) !== mark) return [];
    const formerPlaces = known.length === 1 ? null : known.slice(0, -1);
    const isNamedSo = textOf(household.fields, 'area') === folk.places.name(act.village);
    return [{ household, put: { village: act.village, formerPlaces, ...(isNamedSo && { area: null }) } }];
  });
  return { problems: [], drafts: moving.flatMap((one) => draftsOf(folk, act.village, one)) };
}

function stops(
  folk: Folk,
  act: Rezone,
  households: readonly Held[],
  moving: readonly Moving[],
  today: string,
): readonly ActProblem[] {
  const isVillage = folk.places.villages().some(({ id }) => id === act.village);
  if (!isVillage) return [problem('no_village')];
  if (households.length === 0) return [problem('no_range')];
  const numbers = act.first === undefined ? [] : [act.first, act.first + households.length - 1];
  return [
    ...dateProblems(act.date, today),
    ...(numbers.every(isNumber) ? [] : [problem('malformed_number')]),
    ...(moving.length === 0 ? [problem('same_village')] : []),
  ];
}

function putOf(household: Held, act: Rezone, index: number): Fields {
  const number = act.first === undefined ? (household.fields.number ?? null) : act.first + index;
  const numbers = numberPuts(household, number, act.area);
  if (household.place === act.village) return numbers;
  const known = Array.isArray(household.fields.formerPlaces) ? household.fields.formerPlaces : [];
  return { ...numbers, village: act.village, formerPlaces: [...known, `${household.place} ${act.date}`] };
}

/** A number that somebody has already where these come to: the paper may have it so, so it is asked about. */
function clashes(folk: Folk, act: Rezone, moving: readonly Moving[]): readonly ActProblem[] {
  const after = new Map(moving.map(({ household, put }) => [household.id, { ...household.fields, ...put }]));
  const keyOf = (fields: Fields, place: string) => `${numberingArea(fields, place)} ${fields.number}`;
  const taken = new Set<string>();
  for (const household of folk.book.all(householdKind)) {
    const { id, fields, place } = household;
    if (!after.has(id) && fields.number != null && holdsNumber(folk, household)) taken.add(keyOf(fields, place));
  }
  return [...after].flatMap(([id, fields]) => {
    if (fields.number == null) return [];
    const key = keyOf(fields, act.village);
    if (taken.has(key)) return [problem('number_taken', id)];
    taken.add(key);
    return [];
  });
}

/** The sheet, who lives or last lived on it, and what tells of them; an empty put says where a record stands. */
function draftsOf(folk: Folk, village: string, { household, put }: Moving): readonly OpDraft[] {
  const carried = household.place === village ? [] : standingWith(folk, household);
  return [
    { kind: household.kind, id: household.id, place: village, put },
    ...carried
      .filter(({ place }) => place !== village)
      .map(({ kind, id }): OpDraft => ({ kind, id, place: village, put: {} })),
  ];
}

function standingWith(folk: Folk, household: Held): readonly Held[] {
  const people = folk.members(household.id);
  const facts = people.flatMap((person) => factsToldOf(folk, person));
  return [...people, ...facts, ...factsOfNobody(folk, household)];
}

/** What tells of the sheet and of no person, e.g. a visit. */
function factsOfNobody(folk: Folk, household: Held): readonly Held[] {
  return folk.book.factsNaming(household.id).filter((fact) => {
    const fields = definitionOf(folk.book.catalogue, fact.kind)?.fields ?? [];
    return !fields.some(
      ({ key, type }) => type.is === 'reference' && type.to === personKind && textOf(fact.fields, key) !== '',
    );
  });
}
