import { catalogue } from '../../../catalogue/index.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import type { RecordDefinition } from '../../../domain/record.ts';
import { isAlive, shown } from '../../../sync/records/merge.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import { type Changed, isAsPut } from './undo.ts';

/* An undo must not pull the ground from under what was written on an imported record since. */

/**
 * Ids of what an import made, or brought to life again, and what its undo leaves: somebody mended it since, or a record
 * that stays names it. A household where that is so stays whole, and what stays keeps all that it names.
 * @param states all of the book as it stands now
 */
export function keptSince(trace: readonly Changed[], states: readonly RecordState[]): ReadonlySet<string> {
  const changes = new Map(trace.map((change) => [change.id, change]));
  const living = states.filter(isAlive);
  const made = new Map(living.flatMap((state) => (isMadeBy(changes.get(state.id)) ? [[state.id, state]] : [])));
  const touched = living.flatMap((state) => {
    const change = changes.get(state.id);
    if (change !== undefined && made.has(state.id)) return isMended(state, change) ? [state.id] : [];
    return namesLeft(state, change).filter((id) => made.has(id));
  });
  return touched.length === 0 ? new Set() : keptWith(touched, made);
}

/** These, everything in their households, what happened to whoever stays, and all that those name. */
function keptWith(touched: readonly string[], made: ReadonlyMap<string, RecordState>): ReadonlySet<string> {
  const naming = new Map<string, string[]>();
  for (const state of made.values()) {
    for (const name of namesLeft(state)) naming.set(name, [...(naming.get(name) ?? []), state.id]);
  }
  const homes = touched.flatMap((id) => homeOf(made.get(id)));
  const kept = new Set<string>();
  const open = [...touched, ...homes, ...homes.flatMap((home) => naming.get(home) ?? [])];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const state = made.get(id);
    if (state === undefined || kept.has(id)) continue;
    kept.add(id);
    const happened = state.kind === 'person' ? (naming.get(id) ?? []).filter((one) => isFact(made.get(one))) : [];
    open.push(...namesLeft(state), ...happened);
  }
  return kept;
}

/** What the undo would void. */
function isMadeBy(change: Changed | undefined): boolean {
  return change !== undefined && change.was?.isAlive !== true;
}

/** Another value stands than the import put; that boundaries moved is nobody's work on the record. */
function isMended(state: RecordState, change: Changed): boolean {
  const definition = definitionOf(catalogue, state.kind);
  if (definition === undefined || definition.nature === 'fact') return false;
  const fields = change.was === undefined ? definition.fields.map(({ key }) => key) : Object.keys(change.put);
  const bounds = placing(definition);
  return fields.some((field) => !bounds.includes(field) && !isAsPut(change, state, field));
}

function placing({ fields, stoodIn }: RecordDefinition): readonly (string | undefined)[] {
  return [stoodIn, ...fields.filter(({ type }) => type.is === 'place').map(({ key }) => key)];
}

/** Whom and what a record will name once the import's own values are taken back. */
function namesLeft(state: RecordState, change?: Changed): readonly string[] {
  return references(state).flatMap(({ key }) => {
    const isTakenBack = change !== undefined && Object.hasOwn(change.put, key) && isAsPut(change, state, key);
    const name = isTakenBack ? undefined : shown(state, key);
    return typeof name === 'string' ? [name] : [];
  });
}

function references({ kind }: RecordState): RecordDefinition['fields'] {
  return definitionOf(catalogue, kind)?.fields.filter(({ type }) => type.is === 'reference') ?? [];
}

function homeOf(state: RecordState | undefined): readonly string[] {
  if (state?.kind === 'household') return [state.id];
  const home = state?.kind === 'person' ? shown(state, 'household') : undefined;
  return typeof home === 'string' ? [home] : [];
}

function isFact(state: RecordState | undefined): boolean {
  return state !== undefined && definitionOf(catalogue, state.kind)?.nature === 'fact';
}
