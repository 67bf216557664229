import { completeDate, isPartialDate } from '../calendar/partial-date.ts';
import type { Catalogue } from '../catalogue.ts';
import { type EffectOn, effectsOf } from '../effect.ts';
import type { RecordDefinition } from '../record.ts';
import type { Fields, Value } from '../value.ts';
import { type BookRecord, definitionOf, momentOf } from './book.ts';
import { openingOf, type WhoNames } from './naming-back.ts';
import { type Change, compareMoments, type Moment, makeTimeline, type Timeline, type Unopened } from './timeline.ts';

/* A record's life: its opening values, and what facts do to it. */

/** How a life finds the facts that touch it. */
export interface LifeSource {
  readonly catalogue: Catalogue;
  /** Facts that name a record in any of their fields. */
  factsNaming(id: string): readonly BookRecord[];
  /** Records that name one by their opening values. */
  readonly whoNames: WhoNames;
}

/** Replays what is known of a record: its own values, then each fact that names it, or names whom it is linked with. */
export function lifeOf(source: LifeSource, record: BookRecord): Timeline {
  const { catalogue } = source;
  const own = source.factsNaming(record.id);
  const opening = mendedOpening(openingOf(catalogue, record, source.whoNames), changesIn(catalogue, record, own, true));
  const linked = linkedIds(source, record.id, opening, own).flatMap((id) => source.factsNaming(id));
  const changes = changesIn(catalogue, record, [...new Set([...own, ...linked])], false);
  return makeTimeline(opening, changes, unopenedOf(catalogue, record));
}

/** What was mended in it, in the order of the days. */
function mendedOpening(opening: Fields, changes: readonly Change[]): Fields {
  let state = opening;
  for (const { set, works } of [...changes].sort((a, b) => compareMoments(a.at, b.at)))
    if (works?.(state) !== false) state = { ...state, ...set };
  return state;
}

/**
 * Ids that a record ever held in a field through which a fact about another is felt, e.g. everybody who was its spouse,
 * by its opening values or by a fact.
 */
function linkedIds(
  { catalogue }: LifeSource,
  self: string,
  opening: Fields,
  own: readonly BookRecord[],
): readonly string[] {
  const found = new Set<string>();
  for (const field of holdingFields(catalogue)) {
    for (const id of [opening[field], ...own.flatMap((fact) => valuesSet(catalogue, self, fact, field))]) {
      if (typeof id === 'string' && id !== self) found.add(id);
    }
  }
  return [...found];
}

const holding = new WeakMap<Catalogue, readonly string[]>();

/** Dated fields through which facts about one record are felt by another, e.g. "spouse". */
export function holdingFields(catalogue: Catalogue): readonly string[] {
  const known = holding.get(catalogue);
  if (known !== undefined) return known;
  const effects = catalogue.records.flatMap((record) => record.effects ?? []);
  const fields = [...new Set(effects.flatMap((effect) => effect.holding ?? []))];
  holding.set(catalogue, fields);
  return fields;
}

function valuesSet(catalogue: Catalogue, self: string, fact: BookRecord, field: string): readonly Value[] {
  const effects = effectsOf(definitionOf(catalogue, fact.kind)?.effects ?? [], fact.fields);
  return effects.flatMap(({ target, set }) => (target === self && set[field] !== undefined ? [set[field]] : []));
}

/** What facts do to a record: from their days on, or to what it begins with (`opens`). */
function changesIn(
  catalogue: Catalogue,
  record: BookRecord,
  facts: readonly BookRecord[],
  opens: boolean,
): readonly Change[] {
  return facts.flatMap((fact) => {
    const at = momentOf(catalogue, fact);
    return at === undefined ? [] : changesOn(catalogue, record, fact, at, opens);
  });
}

function changesOn(
  catalogue: Catalogue,
  record: BookRecord,
  fact: BookRecord,
  at: Moment,
  opens: boolean,
): readonly Change[] {
  const effects = effectsOf(definitionOf(catalogue, fact.kind)?.effects ?? [], fact.fields);
  return effects.flatMap((effect): readonly Change[] => {
    const works = effect.opens === opens ? feltBy(record, effect) : undefined;
    return works === undefined ? [] : [{ at, set: effect.set, works }];
  });
}

/** When an effect is felt by a record; `undefined`: never. */
function feltBy(record: BookRecord, { target, holding: field, works }: EffectOn): EffectOn['works'] | undefined {
  if (field !== undefined) return target === record.id ? undefined : (state) => state[field] === target && works(state);
  return target === record.id ? works : undefined;
}

/** From which day the opening values hold; `undefined`: always. */
export function unopenedOf(catalogue: Catalogue, record: BookRecord): Unopened | undefined {
  const definition = definitionOf(catalogue, record.kind);
  const until = definition?.opensAt === undefined ? undefined : record.fields[definition.opensAt];
  if (definition === undefined || typeof until !== 'string' || !isPartialDate(until)) return undefined;
  return { until: completeDate(until), fields: datedFields(definition) };
}

const dated = new WeakMap<RecordDefinition, ReadonlySet<string>>();

function datedFields(definition: RecordDefinition): ReadonlySet<string> {
  const known =
    dated.get(definition) ?? new Set(definition.fields.filter((field) => field.isDated).map(({ key }) => key));
  dated.set(definition, known);
  return known;
}
