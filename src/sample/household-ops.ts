import type { Fields } from '../domain/value.ts';
import { type Op, opId } from '../sync/op.ts';
import type { HouseholdPlan } from './household.ts';
import type { Random } from './random.ts';
import type { Villager } from './villager.ts';

/** Who writes the sample down, and when: the ops are those of a device like any other. */
export interface Author {
  readonly device: string;
  readonly user: string;
  /** ms since 1970 of the writing; each op stands a counter step behind the one before it. */
  readonly writtenAt: number;
}

export interface BirthWindow {
  /** Births from this day to `to` are facts that make their child; whoever is older has opening values. */
  readonly from: string;
  readonly to: string;
}

interface Draft {
  readonly kind: string;
  readonly id: string;
  readonly values: { readonly put: Fields } | { readonly add: Fields };
}

/**
 * Writes a household and its people as one transaction, then each birth of the window as one of its own.
 * Ids are `device.seq` of the op that makes the record, so they are known before it is written.
 */
export function writeHousehold(
  random: Random,
  plan: HouseholdPlan,
  where: { readonly place: string; readonly number: number; readonly firstSeq: number; readonly births: BirthWindow },
  author: Author,
): readonly Op[] {
  const isBorn = (person: Villager) =>
    person.mother !== undefined &&
    plan.members.includes(person.mother) &&
    person.birthDate >= where.births.from &&
    person.birthDate <= where.births.to;
  const residents = plan.members.filter((person) => !isBorn(person));
  const children = plan.members.filter(isBorn).sort((a, b) => (a.birthDate < b.birthDate ? -1 : 1));
  const ids = new Map<Villager, string>();
  let seq = where.firstSeq + 1;
  for (const person of residents) ids.set(person, opId(author.device, seq++));
  for (const child of children) {
    ids.set(child, opId(author.device, seq));
    seq += 2;
  }
  const household = opId(author.device, where.firstSeq);
  const ethnicity = random.weighted([['01', 82] as const, ['02', 11] as const, ['07', 4] as const, ['09', 3] as const]);
  const context = { random, ids, household, ethnicity };
  const together = [
    { kind: 'household', id: household, values: { put: householdFields(random, where.number) } },
    ...residents.map((person) => personDraft(context, person)),
  ];
  const transactions = [together, ...children.map((child) => birthDrafts(context, child, plan))];
  return stampOps(transactions, where, author);
}

interface Context {
  readonly random: Random;
  readonly ids: ReadonlyMap<Villager, string>;
  readonly household: string;
  readonly ethnicity: string;
}

function householdFields(random: Random, number: number): Fields {
  const poor = random.weighted([['none', 88] as const, ['near', 7] as const, ['poor', 5] as const]);
  return {
    number,
    kind: 'family',
    poor,
    address: `Số nhà ${number}`,
    ...(random.chance(0.6) ? samplePhone(random) : {}),
  };
}

/** 0100… is no mobile prefix: a sample must not hold a stranger's number. */
function samplePhone(random: Random): Fields {
  return { phone: `0100${random.between(0, 999_999).toString().padStart(6, '0')}` };
}

function idOf(context: Context, person: Villager | undefined): string | undefined {
  return person === undefined ? undefined : context.ids.get(person);
}

function undatedFields(context: Context, person: Villager, birthDate: string): Fields {
  const mother = idOf(context, person.mother);
  const spouse = idOf(context, person.spouse);
  return {
    fullName: person.name,
    sex: person.sex,
    birthDate,
    ethnicity: context.ethnicity,
    relation: person.relation,
    ...(mother === undefined ? {} : { mother }),
    ...(spouse === undefined ? {} : { spouse }),
  };
}

function personDraft(context: Context, person: Villager): Draft {
  const { random } = context;
  // Old people often know the year only: unknown is blank, never invented.
  const isYearOnly = person.age >= 70 && random.chance(0.2);
  const residence = random.weighted([
    ['usual_present', 95] as const,
    ['usual_absent', person.age >= 18 && person.age < 40 ? 8 : 1] as const,
    ['temporary', 1] as const,
  ]);
  const put = {
    ...undatedFields(context, person, isYearOnly ? person.birthDate.slice(0, 4) : person.birthDate),
    education: drawEducation(random, person.age),
    household: context.household,
    residence,
    marital: person.marital,
    status: 'active',
  };
  return { kind: 'person', id: context.ids.get(person) ?? '', values: { put } };
}

function birthDrafts(context: Context, child: Villager, plan: HouseholdPlan): readonly Draft[] {
  const id = context.ids.get(child) ?? '';
  const seq = Number(id.slice(id.lastIndexOf('.') + 1));
  const siblings = plan.members.filter(
    (other) => other.mother === child.mother && other !== child && other.birthDate <= child.birthDate,
  );
  const add = {
    date: child.birthDate,
    child: id,
    mother: idOf(context, child.mother) ?? null,
    household: context.household,
    order: siblings.length + 1,
    deliveryPlace: context.random.weighted([['station', 93] as const, ['home', 3] as const, ['elsewhere', 4] as const]),
    multiple: false,
    residence: 'usual_present',
    asked: [],
  };
  return [
    { kind: 'person', id, values: { put: undatedFields(context, child, child.birthDate) } },
    { kind: 'birth', id: `${id.slice(0, id.lastIndexOf('.'))}.${seq + 1}`, values: { add } },
  ];
}

/** What somebody of that age has usually finished. Invented shares. */
function drawEducation(random: Random, age: number): string {
  if (age < 11) return 'none';
  if (age < 15) return 'primary';
  if (age < 18) return 'lower_sec';
  if (age >= 60) return random.pick(['primary', 'primary', 'lower_sec', 'lower_sec', 'upper_sec']);
  return random.pick(['lower_sec', 'lower_sec', 'upper_sec', 'upper_sec', 'vocational', 'college', 'university']);
}

function stampOps(
  transactions: readonly (readonly Draft[])[],
  where: { readonly place: string; readonly firstSeq: number },
  author: Author,
): readonly Op[] {
  let seq = where.firstSeq;
  return transactions.flatMap((drafts) => {
    const tx = seq;
    return drafts.map((draft) => {
      const s = seq++;
      const head = { d: author.device, s, at: [author.writtenAt + Math.floor(s / 1000), s % 1000] as const };
      const about = { u: author.user, p: where.place, k: draft.kind, id: draft.id, tx, of: drafts.length };
      return { ...head, ...about, ...draft.values };
    });
  });
}
