import { privateWords } from '../../catalogue/rules/private-words.ts';
import { definitionOf } from '../../domain/book/book.ts';
import type { Words } from '../../domain/words.ts';
import { compareWriting } from '../../sync/stamp.ts';
import type { Folk } from '../folk.ts';
import { readFactsBack } from '../forms/reopen-facts.ts';
import { type Held, householdKind, personKind, textOf } from '../held.ts';
import type { Register } from '../register.ts';
import type { WrittenLine } from './answers.ts';
import { personLink } from './change-lines.ts';
import { hasFaded } from './life/faded.ts';

/** A fact and whether it was taken back since. */
interface WrittenFact {
  readonly fact: Held;
  readonly isTakenBack: boolean;
}

/** What this asks of the register. */
type Writings = Pick<Register, 'folk' | 'takenBack' | 'today' | 'role'>;

/**
 * What one user wrote, act by act, newest first. The facts of one act were written by one device without a gap and with
 * one reading of its clock; the act is called by its first op. What a file brought has ids of its own and its own way back:
 * it is no act of the day.
 */
export function writtenLines(register: Writings, user: string, from: number, until: number): readonly WrittenLine[] {
  const { folk } = register;
  // What is final has a screen of its own, and no way back.
  const isFinal = ({ kind }: Held) => definitionOf(folk.book.catalogue, kind)?.isFinal === true;
  const own = writtenFacts(register, user, from, until).filter(
    ({ fact }) => deviceOf(fact.id) !== '' && !isFinal(fact),
  );
  const ordered = [...own].sort((one, other) => compareWriting(one.fact, other.fact));
  const acts: WrittenFact[][] = [];
  for (const one of ordered) {
    const act = acts.at(-1);
    const last = act?.at(-1);
    if (act !== undefined && last !== undefined && isSameAct(last.fact, one.fact)) act.push(one);
    else acts.push([one]);
  }
  return acts.flatMap((act) => writtenLine(folk, act)).reverse();
}

/** What a user wrote within these moments, ms since 1970, the last not included. */
function writtenFacts(
  { folk, takenBack, today, role }: Writings,
  user: string,
  from: number,
  until: number,
): readonly WrittenFact[] {
  // What she wrote today she may still mend, though it is out of sight for her.
  const beginOfDay = Date.parse(`${today()}T00:00:00+07:00`);
  const isHers = (fact: Held) =>
    fact.author === user &&
    fact.written[0] >= from &&
    fact.written[0] < until &&
    (fact.written[0] >= beginOfDay || !hasFaded(folk, fact, { role, today: today() }));
  const facts: WrittenFact[] = [];
  for (const { kind, nature } of folk.book.catalogue.records)
    if (nature === 'fact')
      for (const fact of folk.book.all(kind)) if (isHers(fact)) facts.push({ fact, isTakenBack: false });
  for (const fact of takenBack()) if (isHers(fact)) facts.push({ fact, isTakenBack: true });
  return facts;
}

function isSameAct(one: Held, other: Held): boolean {
  const isNext = Math.abs(seqOf(one.id) - seqOf(other.id)) <= longestGap;
  return isNext && deviceOf(one.id) === deviceOf(other.id) && one.written[0] === other.written[0];
}

/** Between two facts of one act stand no more than the puts of one form. */
const longestGap = 8;

function seqOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('.') + 1));
}

function deviceOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('.')));
}

function writtenLine(folk: Folk, act: readonly WrittenFact[]): readonly WrittenLine[] {
  const [first] = act;
  const definition = first && definitionOf(folk.book.catalogue, first.fact.kind);
  if (first === undefined || definition === undefined) return [];
  const facts = act.map(({ fact }) => fact);
  const people = [...new Set(facts.flatMap((fact) => namedPeople(folk, fact)))];
  const household = sharedHousehold(folk, facts);
  return [
    {
      transaction: first.fact.id,
      facts: facts.map(({ id }) => id),
      at: first.fact.written[0],
      label: definition.isSensitive === true ? privateWords : (titleOf(folk, facts) ?? definition.label),
      names: people.map((person) => personLink(person).name),
      household: household?.id ?? '',
      householdNumber: household === undefined ? '' : textOf(household.fields, 'number'),
      households: new Set(facts.flatMap((fact) => namedOf(folk, fact, householdKind).map(({ id }) => id))).size,
      standing: facts.find(({ standing }) => standing !== 'confirmed')?.standing ?? 'confirmed',
      isTakenBack: act.every(({ isTakenBack }) => isTakenBack),
    },
  ];
}

/**
 * What was done to a household, else what the form is called that these facts were written with: "Tạm vắng" says more than
 * a change of information.
 */
function titleOf(folk: Folk, facts: readonly Held[]): Words | undefined {
  const act = facts.find(({ fields }) => textOf(fields, 'act') !== '');
  if (act !== undefined) return actWords(folk, act);
  return readFactsBack(folk.book, facts)?.form.title;
}

function actWords({ book }: Folk, fact: Held): Words | undefined {
  const type = definitionOf(book.catalogue, fact.kind)?.fields.find(({ key }) => key === 'act')?.type;
  return type?.is === 'code' ? type.list.codes.find(({ key }) => key === fact.fields.act)?.label : undefined;
}

function namedPeople(folk: Folk, fact: Held): readonly Held[] {
  return namedOf(folk, fact, personKind).slice(0, 1);
}

/** Records of a kind that a fact names, in the order of its fields. */
function namedOf(folk: Folk, fact: Held, kind: string): readonly Held[] {
  const fields = definitionOf(folk.book.catalogue, fact.kind)?.fields ?? [];
  return fields
    .filter(({ type }) => type.is === 'reference' && type.to === kind)
    .flatMap(({ key }) => folk.book.get(textOf(fact.fields, key)) ?? []);
}

/** Of a whole act: what was told of many at once is of no household, unless all of it is. */
function sharedHousehold(folk: Folk, facts: readonly Held[]): Held | undefined {
  const [home, ...others] = facts.flatMap((fact) => householdOf(folk, fact, namedPeople(folk, fact)) ?? []);
  return others.every(({ id }) => id === home?.id) ? home : undefined;
}

/** The household that the fact names, else the one where its people live; people of several have none in common. */
function householdOf(folk: Folk, fact: Held, people: readonly Held[]): Held | undefined {
  const named = Object.values(fact.fields).flatMap(
    (value) => (typeof value === 'string' ? folk.book.get(value) : undefined) ?? [],
  );
  const [home, ...others] = people.flatMap((person) => folk.householdOf(person) ?? []);
  const isCommon = others.every(({ id }) => id === home?.id);
  return named.find(({ kind }) => kind === householdKind) ?? (isCommon ? home : undefined);
}
