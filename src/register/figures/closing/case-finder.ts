import { namedBy } from '../../../domain/book/book.ts';
import { candidateKinds } from '../../../domain/book/count.ts';
import { caseKey } from '../../../domain/figure/closing/case-sketch.ts';
import type { Case, CountRule } from '../../../domain/figure/indicator.ts';
import type { Folk } from '../../folk.ts';
import { type Held, householdKind, textOf } from '../../held.ts';
import type { Register } from '../../register.ts';
import { caseIds } from './case-lists.ts';

type Found = Pick<Case, 'record' | 'subject'>;

/** Tells again which case a key of a sketch stands for: whoever may ever have been one is tried. */
export interface CaseFinder {
  /** @param now cases of the list as it is now */
  find(rule: CountRule, key: string, now: readonly Case[]): Case;
  /** Ids of the records that a case rests on, facts that were taken back among them. */
  behind(one: Case): readonly string[];
}

export function createCaseFinder({ folk, takenBack }: Pick<Register, 'folk' | 'takenBack'>): CaseFinder {
  const withdrawn = [...takenBack()];
  const byRule = new Map<CountRule, ReadonlyMap<string, Found>>();
  const knownOf = (rule: CountRule) => {
    const known = byRule.get(rule) ?? candidates(folk, withdrawn, rule);
    byRule.set(rule, known);
    return known;
  };
  return {
    find(rule, key, now) {
      const standing = now[caseIds(now).findIndex((id) => caseKey(id) === key)];
      return standing ?? describe(folk, withdrawn, knownOf(rule).get(key) ?? { record: '', subject: '' });
    },
    behind({ record, subject, holder = '' }) {
      const told = new Set([record, subject, ...beside(folk, withdrawn, { record, subject })]);
      const naming = [...told].flatMap((id) => folk.book.factsNaming(id).map((fact) => fact.id));
      const taken = withdrawn.filter((fact) => namesAny(fact, told)).map(({ id }) => id);
      return [...new Set([...told, holder, ...naming, ...taken])].filter((id) => id !== '');
    },
  };
}

/** Whose facts tell in a case, too: everybody who ever lived in a household, whom a fact names beside its subject. */
function beside(folk: Folk, withdrawn: readonly Held[], { record, subject }: Found): readonly string[] {
  const fact = folk.book.get(record) ?? withdrawn.find(({ id }) => id === record);
  const named = fact === undefined ? [] : namedBy(folk.book.catalogue, fact);
  const isHousehold = (id: string) => folk.book.find(householdKind, id) !== undefined;
  const lived = isHousehold(subject) ? folk.everMembers(subject).map(({ id }) => id) : [];
  return [...named.filter((id) => !isHousehold(id)), ...lived];
}

function namesAny({ id, fields }: Held, told: ReadonlySet<string>): boolean {
  return told.has(id) || Object.values(fields).some((value) => typeof value === 'string' && told.has(value));
}

function candidates(folk: Folk, withdrawn: readonly Held[], rule: CountRule): ReadonlyMap<string, Found> {
  const known = new Map<string, Found>();
  const note = (record: string, subject: string) => {
    // Twice: a fact that names one person in two of its fields.
    const found = { record, subject };
    if (record !== '') for (const id of caseIds([found, found])) known.set(caseKey(id), found);
  };
  const kinds = [...candidateKinds(rule), ...(rule.is === 'stock' && rule.isOfHolders ? [householdKind] : [])];
  const noteFact = (fact: Held) => {
    for (const id of namedBy(folk.book.catalogue, fact)) note(fact.id, id);
  };
  for (const kind of kinds) {
    for (const id of folk.book.ids(kind)) note(id, id);
    if (rule.is === 'flow') for (const fact of folk.book.all(kind)) noteFact(fact);
  }
  for (const fact of withdrawn) {
    note(fact.id, fact.id);
    noteFact(fact);
    // With a birth that was taken back the child went, too.
    for (const id of namedBy(folk.book.catalogue, fact)) note(id, id);
  }
  return known;
}

/** Somebody who is not counted any more, as far as the book still tells. */
function describe(folk: Folk, withdrawn: readonly Held[], { record, subject }: Found): Case {
  const fact = folk.book.get(record) ?? withdrawn.find(({ id }) => id === record);
  const who = folk.book.get(subject);
  const home = who && folk.householdOf(who);
  const holder = who?.kind === householdKind ? who : home;
  return {
    record,
    subject,
    ...(holder && { holder: holder.id }),
    place: holder?.place ?? fact?.place ?? '',
    date: fact === undefined ? '' : textOf(fact.fields, 'date'),
  };
}
