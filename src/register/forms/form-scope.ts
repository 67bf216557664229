import { isPartialDate } from '../../domain/calendar/partial-date.ts';
import { operandValue, type Scope } from '../../domain/condition.ts';
import type { FormDefinition, Likeness, WriteSources } from '../../domain/form/form.ts';
import { cardKey } from '../../domain/search-key.ts';
import { canonicalText, type Fields, type Value } from '../../domain/value.ts';
import type { Folk } from '../folk.ts';
import type { Held } from '../held.ts';
import { holdsNumber, numberingArea } from '../numbering.ts';
import { lotScope } from '../stock/lot-scope.ts';
import { placeScope, recordScope } from './record-scope.ts';

type Scopes = { [name: string]: Value | Scope | undefined };

/**
 * What a form's conditions, checks and writes see: the answers by field, `today`, `where` (unit id), the household, each
 * record that an answer names, in place of its id, as it was on the day of the fact (today where no day is answered
 * yet) with what came about in its life, and `alike`, how many other records hold the same answers.
 * @param where id of a household, or of a village where the form asks at one
 * @param own ids of records that the form is about to write anew: they are like nobody else
 */
export function scopeFor(
  folk: Folk,
  form: FormDefinition,
  where: string,
  answers: Fields,
  today: string,
  own: readonly string[] = [],
): Scope {
  const day = dayOfFact(folk, form, answers) ?? today;
  const scope: Scopes = { ...answers, today, ...placeScope(folk, where, day) };
  for (const { field } of form.pages.flatMap(({ questions }) => questions)) {
    const id = field.type.is === 'reference' ? answers[field.key] : undefined;
    const named = typeof id === 'string' ? folk.book.get(id) : undefined;
    if (named !== undefined) scope[field.key] = recordScope(folk, named, day);
  }
  return { ...scope, alike: likenesses(folk, form, scope, own), stock: lotScope(folk, scope) };
}

function likenesses(folk: Folk, form: FormDefinition, scope: Scope, own: readonly string[]): Scope {
  const self = new Set([...own, ...[form.subject, 'household'].map((name) => idIn(scope, name ?? ''))]);
  return Object.fromEntries(
    (form.likenesses ?? []).map((likeness) => [likeness.name, countAlike(folk, likeness, scope, self)]),
  );
}

function idIn(scope: Scope, name: string): string {
  const id = operandValue({ path: name }, scope);
  return typeof id === 'string' ? id : '';
}

function countAlike(folk: Folk, likeness: Likeness, scope: Scope, self: ReadonlySet<string>): number {
  const { kind, same, inNumberingArea = false, asCards = false } = likeness;
  const keyOf = (value: Value | undefined): string =>
    asCards && typeof value === 'string' ? cardKey(value) : canonicalText(value ?? null);
  const wanted = Object.entries(same).map(([field, answer]) => {
    return { field, text: keyOf(operandValue({ path: answer }, scope)) };
  });
  if (wanted.some(({ text }) => text === 'null')) return 0;
  const area = areaAsked(scope);
  let found = 0;
  for (const record of folk.book.all(kind)) {
    const isAlike = wanted.every(({ field, text }) => keyOf(record.fields[field]) === text);
    if (!isAlike || self.has(record.id)) continue;
    if (!inNumberingArea || isNumberedIn(folk, record, area)) found += 1;
  }
  return found;
}

/** What is answered of the area, else what stands; and where. */
function areaAsked(scope: Scope): string {
  const area = operandValue({ path: Object.hasOwn(scope, 'area') ? 'area' : 'household.area' }, scope);
  return numberingArea({ area: area ?? null }, idIn(scope, 'where'));
}

function isNumberedIn(folk: Folk, household: Held, area: string): boolean {
  return numberingArea(household.fields, household.place) === area && holdsNumber(folk, household);
}

/** The answered date of the fact that the form writes. */
function dayOfFact(folk: Folk, form: FormDefinition, answers: Fields): string | undefined {
  // A fact that is told anew has a day of its own, which is not the day of the form.
  const fresh = form.writes.filter(({ again }) => again === undefined);
  const written = fresh.flatMap(({ kind, values, changes }) => [
    { kind, values },
    ...(changes === undefined ? [] : [changes]),
  ]);
  for (const { kind, values } of written) {
    const day = dateAnswered(folk, kind, values, answers);
    if (typeof day === 'string' && day.length === 10 && isPartialDate(day)) return day;
  }
  return undefined;
}

function dateAnswered(folk: Folk, kind: string, values: WriteSources, answers: Fields): Value | undefined {
  const dateField = folk.book.catalogue.records.find((record) => record.kind === kind)?.dateField;
  const source = dateField === undefined ? undefined : values[dateField];
  return source !== undefined && 'field' in source ? answers[source.field] : undefined;
}
