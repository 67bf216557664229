import { completeDate, isPartialDate } from '../calendar/partial-date.ts';
import type { Catalogue } from '../catalogue.ts';
import { type Effect, type EffectOn, effectsOf } from '../effect.ts';
import type { RecordDefinition } from '../record.ts';
import type { Fields, Value } from '../value.ts';
import { type BookRecord, definitionOf, momentOf } from './book.ts';
import { openingOf, type WhoNames } from './naming-back.ts';
import { type Change, compareMoments, type Moment, makeTimeline, type Timeline, type Unopened } from './timeline.ts';

/* A record's life: its opening values, and what facts do to it. */

/** How a life finds the facts that touch it. */
export interface LifeSource {
  readonly catalogue: Catalogue;
  /** Facts that name a record in any of their fields: all of these kinds, others too where that is as quick. */
  factsNaming(id: string, kinds?: ReadonlySet<string>): readonly BookRecord[];
  /** Records that name one by their opening values. */
  readonly whoNames: WhoNames;
}

/** Replays what is known of a record: its own values, then each fact that names it, or names whom it is linked with. */
export function lifeOf(source: LifeSource, record: BookRecord): Timeline {
  const { catalogue } = source;
  const own = readAll(catalogue, source.factsNaming(record.id, workingKinds(catalogue)));
  const opening = mendedOpening(openingOf(catalogue, record, source.whoNames), changesIn(record, own, true));
  const linked = linkedFacts(source, record, opening, own);
  const changes = changesIn(record, linked.length === 0 ? own : [...own, ...linked], false);
  return makeTimeline(opening, changes, unopenedOf(catalogue, record));
}

/** A fact and what it does; `at` where its date is known. */
interface ReadFact {
  readonly fact: BookRecord;
  readonly at: Moment | undefined;
  readonly effects: readonly EffectOn[];
}

function readAll(catalogue: Catalogue, facts: readonly BookRecord[]): readonly ReadFact[] {
  return facts.flatMap((fact) => {
    const effects = effectsOf(definitionOf(catalogue, fact.kind)?.effects ?? [], fact.fields);
    return effects.length === 0 ? [] : [{ fact, at: momentOf(catalogue, fact), effects }];
  });
}

const working = new WeakMap<Catalogue, ReadonlySet<string>>();
const felt = new WeakMap<Catalogue, ReadonlySet<string>>();

/** Kinds of facts that do anything to a record. */
export function workingKinds(catalogue: Catalogue): ReadonlySet<string> {
  const known = working.get(catalogue) ?? kindsWith(catalogue, () => true);
  working.set(catalogue, known);
  return known;
}

/** Kinds of facts that are felt by whoever is linked with the one they name. */
export function feltKinds(catalogue: Catalogue): ReadonlySet<string> {
  const known = felt.get(catalogue) ?? kindsWith(catalogue, ({ holding: field }) => field !== undefined);
  felt.set(catalogue, known);
  return known;
}

function kindsWith({ records }: Catalogue, isIt: (effect: Effect) => boolean): ReadonlySet<string> {
  return new Set(records.filter(({ effects }) => effects?.some(isIt)).map(({ kind }) => kind));
}

/** Facts about others that this record may feel, without its own. */
function linkedFacts(
  source: LifeSource,
  record: BookRecord,
  opening: Fields,
  own: readonly ReadFact[],
): readonly ReadFact[] {
  const ids = linkedIds(source, record.id, opening, own);
  if (ids.length === 0) return [];
  const known = new Set(own.map(({ fact }) => fact.id));
  const facts = ids
    .flatMap((id) => source.factsNaming(id, feltKinds(source.catalogue)))
    .filter(({ id }) => !known.has(id) && known.add(id));
  return readAll(source.catalogue, facts);
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
  own: readonly ReadFact[],
): readonly string[] {
  const found = new Set<string>();
  for (const field of holdingFields(catalogue)) {
    for (const id of [opening[field], ...own.flatMap((fact) => valuesSet(self, fact, field))]) {
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

function valuesSet(self: string, { effects }: ReadFact, field: string): readonly Value[] {
  return effects.flatMap(({ target, set }) => (target === self && set[field] !== undefined ? [set[field]] : []));
}

/** What facts do to a record: from their days on, or to what it begins with (`opens`). */
function changesIn(record: BookRecord, facts: readonly ReadFact[], opens: boolean): readonly Change[] {
  const changes: Change[] = [];
  for (const { at, effects } of facts) {
    if (at === undefined) continue;
    for (const effect of effects) {
      const works = effect.opens === opens ? feltBy(record, effect) : undefined;
      if (works !== undefined) changes.push({ at, set: effect.set, works });
    }
  }
  return changes;
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
