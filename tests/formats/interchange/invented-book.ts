import { catalogue } from '../../../src/catalogue/index.ts';
import type { Book, BookRecord } from '../../../src/domain/book/book.ts';
import { lifeOf } from '../../../src/domain/book/life.ts';
import { indexNames } from '../../../src/domain/book/naming-back.ts';
import type { Timeline } from '../../../src/domain/book/timeline.ts';
import { tableNames } from '../../../src/formats/interchange/file/columns.ts';
import { readTable, type Tables } from '../../../src/formats/interchange/file/table.ts';
import { type Known, knownVillages } from '../../../src/formats/interchange/known.ts';
import type { ImportPlan } from '../../../src/formats/interchange/plan/import-plan.ts';
import { planImport } from '../../../src/formats/interchange/plan/plan-import.ts';
import { stateBook } from '../../../src/formats/interchange/state-book.ts';
import type { UnitRow } from '../../../src/sync/activation.ts';
import { type OpDraft, writeTransaction } from '../../../src/sync/phone/transaction.ts';
import { mergeOp, shown } from '../../../src/sync/records/merge.ts';
import type { RecordState } from '../../../src/sync/records/record-state.ts';
import type { Stamp } from '../../../src/sync/stamp.ts';

/* A book in memory behind `planImport`: drafts become ops, ops merge, and the result is what the next import sees. */

export const book = 'b18073';
const today = '2026-06-30';
const commune: UnitRow = {
  id: 'u18073',
  level: 'commune',
  kind: 'commune',
  code: '18073',
  name: 'Xã Thử',
  parent: null,
};
const villages = ['001', '002', '003'].map(
  (code): UnitRow => ({
    id: `u18073v${code}`,
    level: 'village',
    kind: 'village',
    code,
    name: `Thôn ${code}`,
    parent: 'u18073',
  }),
);
export const units: readonly UnitRow[] = [commune, ...villages];
export const places = units.map((unit) => ({ ...unit, validFrom: '2025-07-01', validTo: '', predecessors: '' }));

type Files = { readonly [table: string]: readonly (readonly string[])[] };
type States = ReadonlyMap<string, RecordState>;

function tablesOf(files: Files): Tables {
  const tables = tableNames.flatMap((name) => {
    const rows = files[name];
    const table = rows === undefined ? undefined : readTable(name, { name, rows });
    if (table !== undefined && !table.ok) throw new Error(`columns of ${name}: ${table.error.missing}`);
    return table === undefined ? [] : [[name, table.value] as const];
  });
  return Object.fromEntries(tables);
}

export function knownOf(states: States): Known {
  return {
    ...stateBook(catalogue, states.values()),
    commune: 'u18073',
    ...knownVillages(villages),
  };
}

export const emptyKnown = knownOf(new Map());

export function planOf(files: Files, known: Known, doubtful: 'take' | 'leave' = 'take'): ImportPlan {
  return planImport({ tables: tablesOf(files), known, book, today, doubtful });
}

/** Ops of the one device behind all books here: an op id is never used again. */
let written = 0;

/** The book after these drafts, as a hub would merge them. */
export function bookAfter(drafts: readonly OpDraft[], before: States = new Map()): States {
  const states = new Map(before);
  const start: Stamp = [Date.UTC(2026, 5, 1) + written, 0];
  let head = { nextSeq: written + 1, clock: start };
  written += drafts.length;
  for (let at = 0; at < drafts.length; at += 500) {
    const { ops, clock, nextSeq } = writeTransaction(
      drafts.slice(at, at + 500),
      { device: 'test', user: 'u1' },
      head,
      head.clock[0],
    );
    head = { nextSeq, clock };
    for (const op of ops) states.set(op.id, mergeOp(states.get(op.id), op, op.at));
  }
  return states;
}

/** The same as the engine reads it. */
export function recordsIn(states: States) {
  const records = new Map<string, BookRecord>();
  const naming = new Map<string, BookRecord[]>();
  for (const state of states.values()) {
    const fields = Object.fromEntries(
      Object.keys(state.fields).flatMap((field) => {
        const value = shown(state, field);
        return value === undefined || value === null ? [] : [[field, value] as const];
      }),
    );
    const record = {
      kind: state.kind,
      id: state.id,
      place: String(state.place.value),
      fields,
      written: state.fields.date?.[0]?.stamp ?? ([0, 0] as const),
    };
    records.set(record.id, record);
    for (const id of new Set(['person', 'child', 'spouse'].map((field) => fields[field])))
      if (typeof id === 'string' && state.kind !== 'person') naming.set(id, [...(naming.get(id) ?? []), record]);
  }
  const factsNaming = (id: string) => naming.get(id) ?? [];
  const whoNames = indexNames(catalogue, records.values());
  return { catalogue, get: (id: string) => records.get(id), factsNaming, whoNames };
}

/** The same, with every record of a kind: what an indicator counts. */
export function bookOf(states: States): Book {
  const source = recordsIn(states);
  const ids = [...states.keys()];
  const timelines = new Map<string, Timeline>();
  return {
    ...source,
    all: (kind) => ids.flatMap((id) => source.get(id) ?? []).filter((record) => record.kind === kind),
    timeline(record) {
      const known = timelines.get(record.id) ?? lifeOf(source, record);
      timelines.set(record.id, known);
      return known;
    },
  };
}
