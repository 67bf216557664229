import { expect, test } from 'vitest';
import { makeRandom } from '../../src/sample/chance/random.ts';
import { makeSample } from '../../src/sample/sample.ts';
import type { Op } from '../../src/sync/op.ts';
import { readForeignPage } from '../../src/sync/records/columns/binary/foreign-page.ts';
import { columnOf } from '../../src/sync/records/columns/binary/values.ts';
import { pageToBytes } from '../../src/sync/records/columns/binary/write-columns.ts';
import { fromColumns } from '../../src/sync/records/columns/columns.ts';
import { toColumns } from '../../src/sync/records/columns/written-columns.ts';
import { mergeOp } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { isRow, toRow } from '../../src/sync/records/row.ts';

/* What a hub sends as a page is looked at as strictly as what it sends as rows. */

const sample = makeSample({
  seed: 11,
  today: '2026-11-22',
  communeCode: '99001',
  households: [40, 12],
  yearsOfFacts: 1,
  hasDemoHousehold: true,
  device: 'hub1',
  user: 'u0',
  writtenAt: Date.UTC(2026, 10, 21),
});

/** The book of that commune, with a tenth of its records edited by another device. */
function book(): readonly RecordState[] {
  const records = new Map<string, RecordState>();
  for (const op of sample.ops) records.set(op.id, mergeOp(records.get(op.id), op, op.at));
  let seq = 0;
  for (const [number, { id, kind, place, fields }] of [...records.values()].entries()) {
    const [field] = Object.keys(fields);
    if (number % 10 !== 0 || field === undefined) continue;
    seq += 1;
    const at: Op['at'] = [Date.UTC(2026, 10, 22), seq];
    const op: Op = {
      d: 'dev7',
      s: seq,
      at,
      u: 'u7',
      p: String(place.value),
      k: kind,
      id,
      tx: seq,
      of: 1,
      put: { [field]: null },
    };
    records.set(id, mergeOp(records.get(id), op, op.at));
  }
  return [...records.values()].map(({ superseded: _here, ...state }) => state);
}

const byId = (a: RecordState, b: RecordState) => (a.id < b.id ? -1 : 1);

test('names of which words are left over are no page of ours: laid behind others they would read otherwise', () => {
  const columns = toColumns(['Lê Hoa', 'Trần An'].map((name, at) => named(`hub1.${at + 1}`, name)));
  const withNames = (words: readonly number[], starts: readonly number[]) => {
    const { person } = columns.kinds;
    if (person === undefined) throw new TypeError('two people make a column');
    const fullName = columnOf({ is: 'names', table: ['Lê', 'Hoa', 'Trần', 'An'], words, starts }, undefined);
    const kinds = { person: { ...person, fields: { fullName } } };
    return readForeignPage(pageToBytes({ ...columns, kinds })).ok;
  };
  expect(withNames([0, 1, 2, 3], [0, 2, 4])).toBe(true);
  expect(withNames([0, 1, 2, 3, 1], [0, 2, 4])).toBe(false);
  expect(withNames([1, 0, 1, 2, 3], [1, 3, 5])).toBe(false);
});

function named(id: string, fullName: string): RecordState {
  const place = { op: id, value: 'v1', stamp: [5, 0] as const, user: 'u0' };
  return { kind: 'person', id, place, fields: { fullName: [{ ...place, value: fullName }] }, life: [] };
}

test('a commune’s book comes through as it was', () => {
  const states = book();
  const read = readForeignPage(pageToBytes(toColumns(states)));
  expect(read.ok && [...fromColumns(read.value)].sort(byId)).toEqual([...states].sort(byId));
});

test('bytes that were changed on the way are no page, or one whose every row would pass as a row', () => {
  const bytes = pageToBytes(toColumns(book().slice(0, 400)));
  const random = makeRandom(5);
  const seen = { refused: 0, passed: 0 };
  for (let turn = 0; turn < 1_500; turn += 1) {
    const altered = bytes.slice(0, random.between(0, 20) === 0 ? random.between(0, bytes.length - 1) : bytes.length);
    // As often in the head, which says where everything stands, as in the numbers.
    const reach = random.between(0, 1) === 0 ? Math.min(4_000, altered.length) : altered.length;
    for (let times = random.between(1, 3); times > 0 && reach > 0; times -= 1)
      altered[random.between(0, reach - 1)] = random.between(0, 255);
    const read = readForeignPage(altered);
    seen[read.ok ? 'passed' : 'refused'] += 1;
    if (read.ok) for (const state of fromColumns(read.value)) expect(isRow(toRow(state)), state.id).toBe(true);
  }
  expect(Math.min(seen.refused, seen.passed)).toBeGreaterThan(50);
});

test.each([
  ['nothing', new Uint8Array()],
  ['rows of before', new TextEncoder().encode('{"v":1,"users":[],"places":[],"kinds":{},"rows":[]}')],
  ['a head without numbers', pageToBytes(toColumns(book().slice(0, 9))).slice(0, 300)],
])('%s is no page', (_what, bytes) => {
  expect(readForeignPage(bytes)).toEqual({ ok: false, error: 'malformed' });
});
