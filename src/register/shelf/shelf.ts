import { definitionOf } from '../../domain/book/book.ts';
import type { Days } from '../../domain/calendar/period.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { RecordDefinition } from '../../domain/record.ts';
import { type PageColumns, positionOf } from '../../sync/records/page-columns.ts';
import { createRowNumbers, type RowNumbers, runOf } from '../../sync/records/row-numbers.ts';
import type { Glance, Held, HeldColumn } from '../held.ts';
import { isWithin } from './is-within.ts';
import { createLooked } from './looked.ts';
import { indexReferences, type References } from './references.ts';
import { heldIn, makeSegment, pickedIn, type Segment } from './segment.ts';

/**
 * Records that came in by whole pages and were not touched since: a record becomes an object only while somebody looks
 * at it, or a commune of 60,000 people would neither open in time nor fit a cheap phone.
 */
export interface Shelf {
  /** Takes in a page, but for these ids: they are kept elsewhere. */
  add(page: PageColumns, apart: ReadonlySet<string>): void;
  find(kind: string, id: string): Held | undefined;
  get(id: string): Held | undefined;
  all(kind: string): Iterable<Held>;
  ids(kind: string): Iterable<string>;
  /** Facts of a kind that happened on these days; the others are not made. */
  within(kind: string, days: Days): Iterable<Held>;
  /** Records that a glance at some of their fields picks. */
  pick(kind: string, fields: readonly string[], isIt: (glance: Glance) => boolean): Iterable<Held>;
  /** One field of the records of a kind, page by page, without making the records. */
  columns(kind: string, field: string): Iterable<HeldColumn>;
  /** Records that name this one in any of their fields: facts, or states; of these kinds, or of all. */
  naming(id: string, nature: Nature, among?: ReadonlySet<string>): readonly Held[];
  isNamed(id: string, nature: Nature, among?: ReadonlySet<string>): boolean;
  /** It is kept elsewhere from now on, or gone. */
  take(kind: string, id: string): void;
  size(): number;
}

type Nature = RecordDefinition['nature'];

export function createShelf(catalogue: Catalogue): Shelf {
  const segments: Segment[] = [];
  /** Number of each one's first record. */
  const starts: number[] = [];
  const kinds = new Map<string, Segment[]>();
  /** Numbers of shelved states by id: few, beside facts, whose numbers are listed when one is first sought. */
  const states = createRowNumbers();
  let facts: RowNumbers | undefined;
  const taken = new Set<number>();
  /** Made lately: a report asks for the same fact a hundred times. */
  const looked = createLooked();
  let rows = 0;
  /** Made when somebody first asks who names whom. */
  const references = new Map<Nature, References>();

  const segmentOf = (row: number): Segment | undefined => segments[runOf(starts, row)];
  const isAmong = (row: number, kinds: ReadonlySet<string> | undefined): boolean =>
    kinds === undefined || kinds.has(segmentOf(row)?.definition.kind ?? '');
  const heldAt = (row: number): Held | undefined => {
    if (taken.has(row)) return undefined;
    const segment = segmentOf(row);
    return segment === undefined ? undefined : made(segment, row - segment.first);
  };
  const made = (segment: Segment, at: number): Held => {
    const row = segment.first + at;
    const known = looked.get(row);
    if (known !== undefined) return known;
    const held = heldIn(segment, at);
    looked.set(row, held);
    return held;
  };
  /** For whoever looks at all of them, one after the other: nobody will ask for these again soon. */
  const passing = (segment: Segment, at: number): Held => looked.get(segment.first + at) ?? heldIn(segment, at);
  const isFact = (kind: string): boolean => definitionOf(catalogue, kind)?.nature === 'fact';

  const factRow = (id: string): number | undefined => {
    facts ??= numbersOf(segments.filter(({ definition }) => definition.nature === 'fact'));
    return facts.get(id);
  };
  const rowOf = (kind: string, id: string): number | undefined => {
    const row = isFact(kind) ? factRow(id) : states.get(id);
    return row !== undefined && segmentOf(row)?.definition.kind === kind ? row : undefined;
  };
  const speaking = (nature: Nature): References => {
    const known = references.get(nature);
    if (known !== undefined) return known;
    const own = segments.filter(({ definition }) => definition.nature === nature);
    const made = indexReferences(own, states, rows);
    references.set(nature, made);
    return made;
  };

  function* all(kind: string): Generator<Held> {
    for (const segment of kinds.get(kind) ?? []) {
      const { ids, first } = segment;
      for (let at = 0; at < ids.length; at += 1)
        if (taken.size === 0 || !taken.has(first + at)) yield passing(segment, at);
    }
  }
  function* within(kind: string, days: Days): Generator<Held> {
    for (const segment of kinds.get(kind) ?? [])
      for (const at of positionsWithin(segment, days)) if (!taken.has(segment.first + at)) yield passing(segment, at);
  }
  function* pick(kind: string, fields: readonly string[], isIt: (glance: Glance) => boolean): Generator<Held> {
    for (const segment of kinds.get(kind) ?? [])
      for (const at of pickedIn(segment, fields, isIt)) if (!taken.has(segment.first + at)) yield passing(segment, at);
  }
  function* idsOf(kind: string): Generator<string> {
    for (const { ids, first } of kinds.get(kind) ?? [])
      for (let at = 0; at < ids.length; at += 1) if (!taken.has(first + at)) yield ids.at(at);
  }
  function* columnsOf(kind: string, field: string): Generator<HeldColumn> {
    for (const { ids, first, columns } of kinds.get(kind) ?? []) {
      const column = columns.fields[field];
      if (column !== undefined)
        yield { ids, column, isShown: (position) => taken.size === 0 || !taken.has(first + position) };
    }
  }

  const put = (segment: Segment, apart: ReadonlySet<string>): void => {
    const { kind, nature } = segment.definition;
    segments.push(segment);
    starts.push(segment.first);
    kinds.set(kind, [...(kinds.get(kind) ?? []), segment]);
    const numbers = nature === 'state' ? states : facts;
    numbers?.add(segment.ids, segment.first);
    if (apart.size > 0) for (const row of rowsAmong(segment, apart)) taken.add(row);
    rows += segment.ids.length;
  };

  return {
    add(page, apart) {
      for (const [kind, columns] of Object.entries(page.kinds)) {
        const definition = definitionOf(catalogue, kind);
        if (definition !== undefined) put(makeSegment(definition, page, columns, rows), apart);
      }
      references.clear();
    },
    find(kind, id) {
      const row = rowOf(kind, id);
      return row === undefined ? undefined : heldAt(row);
    },
    get(id) {
      const row = states.get(id) ?? factRow(id);
      return row === undefined ? undefined : heldAt(row);
    },
    all,
    ids: idsOf,
    within,
    pick,
    columns: columnsOf,
    naming(id, nature, among) {
      const found: Held[] = [];
      const rowsFound: number[] = [];
      speaking(nature).some(id, (row) => {
        // One that names it in two fields is one.
        const isAsked = !rowsFound.includes(row) && isAmong(row, among);
        rowsFound.push(row);
        const held = isAsked ? heldAt(row) : undefined;
        if (held !== undefined) found.push(held);
        return false;
      });
      return found;
    },
    isNamed: (id, nature, among) => speaking(nature).some(id, (row) => !taken.has(row) && isAmong(row, among)),
    take(kind, id) {
      const row = rowOf(kind, id);
      if (row !== undefined) taken.add(row);
    },
    size: () => rows - taken.size,
  };
}

/* Plain loops: these stand between the PIN and the first household. */

function numbersOf(segments: readonly Segment[]): RowNumbers {
  const numbers = createRowNumbers();
  for (const { ids, first } of segments) numbers.add(ids, first);
  return numbers;
}

function* positionsWithin({ definition, columns }: Segment, days: Days): Generator<number> {
  const dates = columns.fields[definition.dateField ?? ''];
  if (dates === undefined) return;
  for (let index = 0; index < dates.length; index += 1)
    if (isWithin(dates.value(index), days)) yield positionOf(dates, index);
}

/** A few are sought among the ids; of many, each id is looked up. */
const few = 64;

function* rowsAmong({ ids, first }: Segment, wanted: ReadonlySet<string>): Generator<number> {
  if (wanted.size <= few) {
    for (const id of wanted) {
      const at = ids.indexOf(id);
      if (at >= 0) yield first + at;
    }
    return;
  }
  for (let at = 0; at < ids.length; at += 1) if (wanted.has(ids.at(at))) yield first + at;
}
