import { relationFitChecks } from '../../catalogue/checks/edit/relation.ts';
import { definitionOf } from '../../domain/book/book.ts';
import { closingState } from '../../domain/book/timeline.ts';
import { findings } from '../../domain/form/check.ts';
import type { Fields } from '../../domain/value.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import type { Folk } from '../folk.ts';
import { type Held, householdKind, personKind, textOf } from '../held.ts';
import { publicCode } from '../lives/field-lines.ts';
import { holdersOf, isAreaOf, numberingArea } from '../numbering.ts';
import type { Act, ActPlan, ActProblem, Relations } from './act.ts';
import { dateProblems } from './date-problems.ts';
import { isNumber } from './number-puts.ts';
import { problem } from './problem.ts';
import { type Stay, stayIn, stayProblems, staysIn } from './stays.ts';
import { toldPut } from './told-put.ts';

/* Head, split, merge, move: written as facts about people, so that every figure follows and every one can be voided. */

type ActOf<Is extends Act['is']> = Extract<Act, { readonly is: Is }>;

/** Who lives in a household now. */
function livingMembers(folk: Folk, household: string): readonly Held[] {
  return folk.members(household).filter((person) => closingState(folk.book.timeline(person)).status === 'active');
}

/** A new head is told of today: nobody says since when. */
export function planNewHead(folk: Folk, { household, relations }: ActOf<'newHead'>, today: string): ActPlan {
  const members = livingMembers(folk, household);
  const problems = [
    ...householdProblems(folk, household),
    ...relationProblems(members, relations, isHeaded(folk, household)),
  ];
  return plan(problems, () => relationPuts(folk, members, relations, { date: today, act: 'new_head' }));
}

export function planSplit(folk: Folk, act: ActOf<'split'>, today: string): ActPlan {
  const members = livingMembers(folk, act.household);
  const going = members.filter(({ id }) => act.people.includes(id));
  const staying = members.filter(({ id }) => !act.people.includes(id));
  const stays = going.map((person) => stayIn(folk, person, act.household, act.date));
  const place = folk.book.get(act.household)?.place ?? '';
  const problems = [
    ...householdProblems(folk, act.household),
    ...(going.length === 0 ? [problem('nobody')] : []),
    ...dayProblems(act, stays, today),
    ...numberProblems(folk, act.number, act.household),
    ...relationProblems(going, act.relations),
    ...(staying.length === 0 ? [] : relationProblems(staying, act.relations, isHeaded(folk, act.household))),
  ];
  const sheet = { number: act.number, address: act.address, kind: 'family' };
  return plan(problems, () => [
    newHousehold(folk, act.household, place, sheet),
    ...stays.flatMap((stay) => moveDrafts(stay, place, act, { made: 0 })),
    ...relationPuts(folk, members, act.relations, { date: act.date, act: 'split' }),
  ]);
}

export function planMerge(folk: Folk, act: ActOf<'merge'>, today: string): ActPlan {
  const going = livingMembers(folk, act.household);
  const there = livingMembers(folk, act.into);
  const stays = staysIn(folk, act.household, act.date);
  const place = folk.book.get(act.into)?.place ?? '';
  const problems = [
    ...householdProblems(folk, act.household),
    ...householdProblems(folk, act.into),
    ...(act.household === act.into ? [problem('same_household')] : []),
    ...(going.length === 0 ? [problem('nobody')] : []),
    ...dayProblems(act, stays, today),
    ...relationProblems([...there, ...going], act.relations, isHeaded(folk, act.into)),
  ];
  return plan(problems, () => [
    ...stays.flatMap((stay) => moveDrafts(stay, place, act, act.into)),
    ...relationPuts(folk, [...there, ...going], act.relations, { date: act.date, act: 'merge' }),
  ]);
}

export function planMove(folk: Folk, act: ActOf<'move'>, today: string): ActPlan {
  const home = folk.book.get(act.household);
  const going = livingMembers(folk, act.household);
  const stays = staysIn(folk, act.household, act.date);
  const problems = [
    ...householdProblems(folk, act.household),
    ...villageProblems(folk, home, act.village),
    ...(going.length === 0 ? [problem('nobody')] : []),
    ...dayProblems(act, stays, today),
    ...numberProblems(folk, act.number, act.household, act.village),
  ];
  const sheet = { number: act.number, address: '', kind: home === undefined ? 'family' : textOf(home.fields, 'kind') };
  return plan(problems, () => [
    newHousehold(folk, act.household, act.village, sheet),
    ...stays.flatMap((stay) => moveDrafts(stay, act.village, act, { made: 0 })),
  ]);
}

function plan(problems: readonly ActProblem[], drafts: () => readonly OpDraft[]): ActPlan {
  const hasStop = problems.some(({ strength }) => strength === 'stop');
  return { problems, drafts: hasStop ? [] : drafts() };
}

function householdProblems(folk: Folk, household: string): readonly ActProblem[] {
  return folk.book.get(household)?.kind === householdKind ? [] : [problem('no_household', household)];
}

function villageProblems(folk: Folk, home: Held | undefined, village: string): readonly ActProblem[] {
  if (!folk.places.villages().some(({ id }) => id === village)) return [problem('no_village')];
  return home?.place === village ? [problem('same_village')] : [];
}

const dateMissing = {
  split: { vi: 'Nhập ngày tách hộ', en: 'Enter the date of the split' },
  merge: { vi: 'Nhập ngày nhập hộ', en: 'Enter the date of the merge' },
  move: { vi: 'Nhập ngày chuyển', en: 'Enter the date of the move' },
} as const;

/** A whole day, none to come, on which they lived there. */
function dayProblems(
  { is, date }: ActOf<'split' | 'merge' | 'move'>,
  stays: readonly Stay[],
  today: string,
): readonly ActProblem[] {
  const problems = dateProblems(date, today, dateMissing[is]);
  return problems.length > 0 ? problems : stayProblems(stays, date);
}

/** A dormitory or a home for the old has nobody at its head. */
function isHeaded(folk: Folk, household: string): boolean {
  return textOf(folk.book.get(household)?.fields ?? {}, 'kind') !== 'collective';
}

/** Exactly one head where there is to be one, and a relation for everybody. */
function relationProblems(members: readonly Held[], relations: Relations, isHeaded = true): readonly ActProblem[] {
  const heads = members.filter(({ id }) => relations[id] === 'head');
  const silent = members.find(({ id }) => (relations[id] ?? '') === '');
  // The head first: a relation is a relation to somebody, and is asked once that one is chosen.
  if (isHeaded && members.length > 0 && heads.length === 0) return [problem('no_head', members[0]?.id)];
  if (silent !== undefined) return [problem('relation_missing', silent.id)];
  if (heads.length > 1) return [problem('two_heads', heads[1]?.id)];
  return oddRelations(members, relations);
}

/** Relations that are told anew and do not go with sex or age, asked as the forms ask. */
function oddRelations(members: readonly Held[], relations: Relations): readonly ActProblem[] {
  const head = members.find(({ id }) => relations[id] === 'head');
  const household = { head: head?.fields };
  return members.flatMap((person) => {
    const { fullName = '', sex = null, birthDate = null } = person.fields;
    const relation = relations[person.id] ?? null;
    if (relation === person.fields.relation && head?.fields.relation === 'head') return [];
    const scope = { relation, sex, birthDate, household };
    return findings(relationFitChecks, scope).map(({ message: { vi, en = vi } }) =>
      problem('relation_odd', person.id, { vi: `${fullName}: ${vi}`, en: `${fullName}: ${en}` }),
    );
  });
}

/** The numbering area that a household has, or would have in another village: one that is used there too goes along. */
function areaAt(folk: Folk, household: string, place: string): Fields {
  const home = folk.book.get(household);
  const area = textOf(home?.fields ?? {}, 'area');
  if (area === '' || (home?.place !== place && !isAreaOf(folk, area, place))) return {};
  return { area };
}

function numberProblems(
  folk: Folk,
  number: number | null,
  household: string,
  place = folk.book.get(household)?.place,
): readonly ActProblem[] {
  if (number === null) return [];
  if (!isNumber(number)) return [problem('malformed_number')];
  const area = numberingArea(areaAt(folk, household, place ?? ''), place ?? '');
  return holdersOf(folk, number, area, household)
    .map(({ id }) => problem('number_taken', id))
    .slice(0, 1);
}

/**
 * Poverty and phone go with the people, the area as far as it reaches; the number and the address are the new sheet's
 * own.
 */
function newHousehold(
  folk: Folk,
  from: string,
  place: string,
  sheet: { readonly number: number | null; readonly address: string; readonly kind: string },
): OpDraft {
  const known: Fields = { ...folk.book.get(from)?.fields, area: null, ...areaAt(folk, from, place) };
  const kept = ['area', 'poor', 'phone'].flatMap((field) => (known[field] == null ? [] : [[field, known[field]]]));
  const told = Object.entries(sheet).filter(([, value]) => value !== null && value !== '');
  return { kind: householdKind, place, put: Object.fromEntries([...kept, ...told]) };
}

function moveDrafts(
  { person, from }: Stay,
  place: string,
  act: ActOf<'split' | 'merge' | 'move'>,
  to: string | { readonly made: number },
): readonly OpDraft[] {
  const told = { person: person.id, toHousehold: to, act: act.is };
  return from.map((date) => ({ kind: 'move_internal', place, add: { date, ...told } }));
}

function publicRelation({ book }: Folk, relation: string): string {
  const fields = definitionOf(book.catalogue, personKind)?.fields ?? [];
  const type = fields.find(({ key }) => key === 'relation')?.type;
  return type?.is === 'code' ? publicCode(type.list, relation) : relation;
}

/** Only what changes is put, each told as a change of that person: so it can be seen later, and taken back. */
function relationPuts(
  folk: Folk,
  members: readonly Held[],
  relations: Relations,
  told: { readonly date: string; readonly act: string },
): readonly OpDraft[] {
  return members.flatMap((person): readonly OpDraft[] => {
    const [before, relation] = [textOf(person.fields, 'relation'), relations[person.id]];
    // What a page says for what only the own panel says was not chosen anew.
    if (relation === undefined || relation === before || relation === publicRelation(folk, before)) return [];
    return toldPut(person, { relation }, told);
  });
}
