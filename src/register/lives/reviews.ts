import { figureReviews } from '../../catalogue/reviews/figures.ts';
import { reviews } from '../../catalogue/reviews/index.ts';
import { holds, operandValue, type Scope } from '../../domain/condition.ts';
import { fillWords } from '../../domain/form/check.ts';
import { canonicalText } from '../../domain/value.ts';
import type { FigureReview, ReviewDefinition } from '../../domain/worklist.ts';
import { startFigures } from '../figures/figure-reviews.ts';
import type { Folk } from '../folk.ts';
import { type Held, householdKind, textOf } from '../held.ts';
import type { Register } from '../register.ts';
import { type BestRows, keepBest } from '../search/best-rows.ts';
import { nameKeyOf } from '../search/name-keys.ts';
import type { ReviewGroup } from './answers.ts';
import { reviewParts } from './life/review-parts.ts';
import { dayOf, lifeScope, listedKinds } from './life-scope.ts';

/** All checks of the book over one place, record by record and figure by figure, so that screens are answered meanwhile. */
export interface ReviewRun {
  /** Looks at so many more records; true when all were. */
  advance(records: number): boolean;
  /** What was found, in the order of the checks; of each so many lines, in the paper's order. */
  groups(): readonly ReviewGroup[];
}

/**
 * Beside the register, and loaded by who asks for it.
 * @param place unit id with all beneath it, or `''` for the whole book
 */
export function startReview(
  { folk, figureOf, today: todayOf }: Pick<Register, 'folk' | 'figureOf' | 'today'>,
  place: string,
  limit: number,
  ofFigures: readonly FigureReview[] = figureReviews,
): ReviewRun {
  const today = todayOf();
  const covered = place === '' ? undefined : folk.places.covered(place);
  const day = dayOf(today, firstBirth(folk));
  const looks = reviews.map((definition) => createLook(folk, definition, limit, covered));
  const records = listedKinds(folk)
    .flatMap((kind) => [...folk.book.all(kind)])
    .values();
  const figures = startFigures(folk, ofFigures, figureOf, place, today);
  const scopeOf = (record: Held): Scope => lifeScope(folk, record, day, reviewParts);
  const look = (record: Held): void => {
    const scope = scopeOf(record);
    for (const one of looks) if (one.definition.kind === record.kind) one.look(record, scope);
  };
  return {
    advance: (count) => {
      for (let done = 0; done < count; done += 1) {
        const next = records.next();
        // The figures come after the records, one at a time.
        if (next.done === true) return figures.advance();
        look(next.value);
      }
      return false;
    },
    groups: () => [...figures.groups(limit), ...looks.map(({ group }) => group(scopeOf)).filter(hasLines)],
  };
}

function hasLines({ total }: ReviewGroup): boolean {
  return total > 0;
}

function firstBirth(folk: Folk): string | undefined {
  let first: string | undefined;
  for (const { fields } of folk.book.all('birth')) {
    const date = textOf(fields, 'date');
    if (date !== '' && (first === undefined || date < first)) first = date;
  }
  return first;
}

/** One check on its way through the book. */
interface Look {
  readonly definition: ReviewDefinition;
  look(record: Held, scope: Scope): void;
  group(scopeFor: (record: Held) => Scope): ReviewGroup;
}

function createLook(
  folk: Folk,
  definition: ReviewDefinition,
  limit: number,
  covered: ReadonlySet<string> | undefined,
): Look {
  const best = keepBest<Held>(limit);
  /** With `sameAs`: who was the first with these values; `null` once a second was found. */
  const firsts = new Map<string, Held | null>();
  const offer = (record: Held) => offerIn(folk, best, covered, record);
  return {
    definition,
    look: (record, scope) => {
      if (!holds(definition.where, scope)) return;
      if (definition.sameAs === undefined) return offer(record);
      const key = keyOf(definition.sameAs, scope);
      if (key === undefined) return;
      const first = firsts.get(key);
      firsts.set(key, first === undefined ? record : null);
      if (first) offer(first);
      if (first !== undefined) offer(record);
    },
    group: (scopeFor) => ({
      check: definition.key,
      title: definition.title,
      ...(definition.mends !== undefined && { mends: definition.mends }),
      total: best.total(),
      mayBeOne: definition.mayBeOne === true,
      lines: best.rows().map((record) => reviewLine(folk, definition, record, scopeFor(record))),
    }),
  };
}

function offerIn(folk: Folk, best: BestRows<Held>, covered: ReadonlySet<string> | undefined, record: Held): void {
  const household = record.kind === householdKind ? record : folk.householdOf(record);
  if (covered !== undefined && !covered.has(household?.place ?? record.place)) return;
  best.offer(0, `${folk.paperKey(household)} ${household?.id ?? ''} ${nameKeyOf(record)}`, record);
}

/** `undefined` where one of the values is unknown. */
function keyOf(sameAs: NonNullable<ReviewDefinition['sameAs']>, scope: Scope): string | undefined {
  const values = sameAs.map((operand) => operandValue(operand, scope));
  return values.some((value) => value === undefined) ? undefined : canonicalText(values.map((value) => value ?? null));
}

function reviewLine(
  folk: Folk,
  { message, names }: ReviewDefinition,
  record: Held,
  scope: Scope,
): ReviewGroup['lines'][number] {
  const household = record.kind === householdKind ? record : folk.householdOf(record);
  const named = record.kind === householdKind ? folk.members(record.id)[0] : record;
  return {
    record: record.id,
    household: household?.id ?? '',
    householdNumber: household === undefined ? '' : textOf(household.fields, 'number'),
    villageName: folk.places.name(household?.place ?? record.place),
    name: named === undefined ? '' : textOf(named.fields, 'fullName'),
    message: fillWords(message, names ?? {}, scope),
  };
}
