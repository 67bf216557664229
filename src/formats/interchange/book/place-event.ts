import { canonicalText, type Value } from '../../../domain/value.ts';
import { isAlive, shown } from '../../../sync/records/merge.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import type { Known } from '../known.ts';
import { type EventEntry, toldFields } from '../read/events.ts';
import { recordIdOf } from '../record-id.ts';
import { replacedBy } from './void-reasons.ts';

/** An event of the file against what the book holds under its key: the event with the id that it has or gets. */
export interface PlacedEvent {
  readonly event: EventEntry;
  /** The book's version with other values, which it replaces. */
  readonly replaces?: RecordState;
  /** Fields in which that version differs. */
  readonly differsIn?: readonly string[];
}

/**
 * A fact is never edited. Of one that the book holds with other values the file's version takes the place, under an id
 * made of the key and the values; the void of the old one names it, so that any later file finds what stands now.
 */
export function placeEvent(event: EventEntry, book: string, known: Known): PlacedEvent {
  const standing = standingVersion(event.id, known);
  if (standing === undefined || isEmpty(standing)) return { event };
  const differsIn = differences(event, standing);
  if (differsIn.length === 0) return { event: { ...event, id: standing.id, written: stampOf(standing) } };
  const id = versionId(event, book, known);
  const version = known.state(id);
  const written = version === undefined || isEmpty(version) ? {} : { written: stampOf(version) };
  return { event: { ...event, id, ...written }, replaces: standing, differsIn };
}

/** What stands under a key now: the first version, or that which took its place. */
function standingVersion(id: string, known: Known): RecordState | undefined {
  const seen = new Set<string>();
  let state = known.state(id);
  while (state !== undefined && !isAlive(state) && !seen.has(state.id)) {
    seen.add(state.id);
    const next = replacedBy(state);
    const later = next === undefined ? undefined : known.state(next);
    if (later === undefined) break;
    state = later;
  }
  return state;
}

/** The first version again where the file says what it said, else one called by its values. */
function versionId(event: EventEntry, book: string, known: Known): string {
  const first = known.state(event.id);
  if (first !== undefined && differences(event, first).length === 0) return event.id;
  const kind = first?.kind === event.kind ? '' : `${event.kind}\n`;
  return recordIdOf(book, 'events', `${event.id}\n${kind}${canonicalText(toldFields(event))}`);
}

function differences(event: EventEntry, state: RecordState): readonly string[] {
  if (event.kind !== state.kind) return ['kind'];
  const told = toldFields(event);
  return Object.keys(told).filter((field) => !isSame(told[field], shown(state, field)));
}

function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return canonicalText(one ?? null) === canonicalText(other ?? null);
}

function isEmpty({ fields }: RecordState): boolean {
  return Object.keys(fields).length === 0;
}

function stampOf({ fields }: RecordState): readonly [ms: number, counter: number] {
  return fields.date?.[0]?.stamp ?? [0, 0];
}
