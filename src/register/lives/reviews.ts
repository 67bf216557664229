import { fillWords } from '../../domain/check.ts';
import { holds, operandValue, type Scope } from '../../domain/condition.ts';
import { canonicalText } from '../../domain/value.ts';
import type { ReviewDefinition } from '../../domain/worklist.ts';
import { keepBest } from '../best-rows.ts';
import type { Folk } from '../folk.ts';
import { type Held, householdKind, textOf } from '../held.ts';
import type { ReviewGroup } from './answers.ts';
import { lifeScope } from './life-scope.ts';

/** One check over a place: a unit id with all beneath it, or `''` for the whole book; lines in the paper's order. */
export function reviewGroup(
  folk: Folk,
  review: ReviewDefinition,
  place: string,
  limit: number,
  today: string,
): ReviewGroup {
  const covered = place === '' ? undefined : folk.places.covered(place);
  const best = keepBest<Held>(limit);
  for (const record of foundBy(folk, review, today)) {
    const household = record.kind === householdKind ? record : folk.householdOf(record);
    if (covered !== undefined && !covered.has(household?.place ?? record.place)) continue;
    best.offer(0, `${folk.paperKey(household)} ${household?.id ?? ''} ${record.nameKey}`, record);
  }
  const lines = best.rows().map((record) => reviewLine(folk, review, record, today));
  return { check: review.key, title: review.title, total: best.total(), lines };
}

function foundBy(folk: Folk, review: ReviewDefinition, today: string): Iterable<Held> {
  const fitting = filterBy(folk, review, today);
  return review.sameAs === undefined ? fitting : alike(folk, fitting, review.sameAs, today);
}

function* filterBy(folk: Folk, { kind, where }: ReviewDefinition, today: string): Generator<Held> {
  for (const record of folk.book.all(kind)) if (holds(where, lifeScope(folk, record, today))) yield record;
}

/** Those that share all these values, each of them known, with another. */
function alike(
  folk: Folk,
  records: Iterable<Held>,
  sameAs: NonNullable<ReviewDefinition['sameAs']>,
  today: string,
): readonly Held[] {
  const groups = new Map<string, Held[]>();
  for (const record of records) {
    const key = keyOf(sameAs, lifeScope(folk, record, today));
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()].filter(({ length }) => length > 1).flat();
}

function keyOf(sameAs: NonNullable<ReviewDefinition['sameAs']>, scope: Scope): string | undefined {
  const values = sameAs.map((operand) => operandValue(operand, scope));
  return values.some((value) => value === undefined) ? undefined : canonicalText(values.map((value) => value ?? null));
}

function reviewLine(
  folk: Folk,
  { message, names }: ReviewDefinition,
  record: Held,
  today: string,
): ReviewGroup['lines'][number] {
  const household = record.kind === householdKind ? record : folk.householdOf(record);
  const named = record.kind === householdKind ? folk.members(record.id)[0] : record;
  return {
    record: record.id,
    household: household?.id ?? '',
    householdNumber: household === undefined ? '' : textOf(household.fields, 'number'),
    villageName: folk.places.name(household?.place ?? record.place),
    name: named === undefined ? '' : textOf(named.fields, 'fullName'),
    message: fillWords(message, names ?? {}, lifeScope(folk, record, today)),
  };
}
