import { completeDate, isPartialDate } from '../calendar/partial-date.ts';
import type { Catalogue } from '../catalogue.ts';
import { type EffectOn, effectsOf } from '../effect.ts';
import type { RecordDefinition } from '../record.ts';
import type { Value } from '../value.ts';
import { type BookRecord, definitionOf, momentOf } from './book.ts';
import { type Change, makeTimeline, type Timeline, type Unopened } from './timeline.ts';

/* A record's life: its opening values, and what facts do to it. */

/** How a life finds the facts that touch it. */
export interface LifeSource {
  readonly catalogue: Catalogue;
  /** Facts that name a record in any of their fields. */
  factsNaming(id: string): readonly BookRecord[];
}

/** Replays what is known of a record: its own values, then each fact that names it, or names whom it is linked with. */
export function lifeOf(source: LifeSource, record: BookRecord): Timeline {
  const own = source.factsNaming(record.id);
  const linked = linkedIds(source, record, own).flatMap((id) => source.factsNaming(id));
  const facts = new Set([...own, ...linked]);
  const changes = [...facts].flatMap((fact) => changesOn(source.catalogue, record, fact));
  return makeTimeline(record.fields, changes, unopenedOf(source.catalogue, record));
}

/**
 * Ids that a record ever held in a field through which a fact about another is felt, e.g. everybody who was its spouse,
 * by its opening values or by a fact.
 */
function linkedIds({ catalogue }: LifeSource, record: BookRecord, own: readonly BookRecord[]): readonly string[] {
  const found = new Set<string>();
  for (const field of holdingFields(catalogue)) {
    for (const id of [record.fields[field], ...own.flatMap((fact) => valuesSet(catalogue, record, fact, field))]) {
      if (typeof id === 'string' && id !== record.id) found.add(id);
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

function valuesSet(catalogue: Catalogue, record: BookRecord, fact: BookRecord, field: string): readonly Value[] {
  const effects = effectsOf(definitionOf(catalogue, fact.kind)?.effects ?? [], fact.fields);
  return effects.flatMap(({ target, set }) => (target === record.id && set[field] !== undefined ? [set[field]] : []));
}

function changesOn(catalogue: Catalogue, record: BookRecord, fact: BookRecord): readonly Change[] {
  const at = momentOf(catalogue, fact);
  if (at === undefined) return [];
  const effects = effectsOf(definitionOf(catalogue, fact.kind)?.effects ?? [], fact.fields);
  return effects.flatMap((effect): readonly Change[] => {
    const works = feltBy(record, effect);
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
