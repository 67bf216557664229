import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestRecords, moveDigests, recordDigest, rootDigest } from '../../src/sync/records/digest.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { fromRow, readChanges, toRow } from '../../src/sync/records/row.ts';
import { sha256 } from '../../src/sync/records/sha256.ts';
import { fold, history, textOf } from './invented-record.ts';

function bare(state: RecordState): RecordState {
  const { superseded: _keptByTheHub, ...row } = state;
  return row;
}

const answer = {
  rows: [],
  cursor: 9,
  more: false,
  total: 1,
  hubTime: 1,
  hubEpoch: 1,
  epoch: 1,
  digest: '0'.repeat(32),
};

test('a record travels down as a row and is the same record', () => {
  fc.assert(
    fc.property(history, (written) => {
      const state = fold(written);
      const read = readChanges(JSON.parse(JSON.stringify({ ...answer, rows: [toRow(state)] })));
      const [row] = read.ok ? read.value.rows : [];
      if (row === undefined || 'gone' in row) throw new Error('the row was not read');
      expect(textOf(fromRow(row))).toBe(textOf(bare(state)));
      expect(recordDigest(fromRow(row), sha256)).toEqual(recordDigest(state, sha256));
    }),
    { numRuns: 1000 },
  );
});

const row = { k: 'person', id: 'a.1', o: [['a.1', 5, 0, 'u1']], p: [0, 'v1'], f: { name: [[0, 'Hoà']] } };

test.each<[string, unknown]>([
  ['a captive portal’s page', '<html>'],
  ['no cursor', { ...answer, cursor: undefined }],
  ['a cursor below zero', { ...answer, cursor: -1 }],
  ['a digest that is none', { ...answer, digest: 'x' }],
  ['a row that names a source it has not', { ...answer, rows: [{ ...row, f: { name: [[1, 'Hoà']] } }] }],
  ['a source that is no op', { ...answer, rows: [{ ...row, o: [['x', 5, 0, 'u1']] }] }],
  ['a field called constructor', { ...answer, rows: [{ ...row, f: { constructor: [[0, 1]] } }] }],
  ['a gone row that says more', { ...answer, rows: [{ k: 'person', id: 'a.1', gone: true, p: 'v1' }] }],
  ['text of 5,000 letters', { ...answer, rows: [{ ...row, f: { name: [[0, 'a'.repeat(5000)]] } }] }],
])('an answer with %s is malformed', (_what, json) => {
  expect(readChanges({ ...answer, rows: [row] }).ok).toBe(true);
  expect(readChanges(json)).toEqual({ ok: false, error: 'malformed' });
});

test('a digest moved change by change is the digest of what stands at the end', () => {
  const records = fc.array(history, { minLength: 1, maxLength: 6 }).map((histories) =>
    histories.map((written, index) => {
      const [before, after] = [fold(written.slice(0, 1)), fold(written)];
      return [
        { ...before, id: `r.${index + 1}` },
        { ...after, id: `r.${index + 1}` },
      ] as const;
    }),
  );
  fc.assert(
    fc.property(records, (pairs) => {
      const befores = pairs.map(([before]) => before);
      const moved = moveDigests(digestRecords(befores, sha256), pairs, sha256);
      expect(rootDigest(moved)).toBe(
        rootDigest(
          digestRecords(
            pairs.map(([, after]) => after),
            sha256,
          ),
        ),
      );
      const emptied = moveDigests(
        moved,
        pairs.map(([, after]) => [after, undefined] as const),
        sha256,
      );
      expect(rootDigest(emptied)).toBe('0'.repeat(32));
    }),
    { numRuns: 500 },
  );
});

test('one op more in one field of one record changes the root', () => {
  const state = fromRow({ k: 'person', id: 'a.1', o: [['a.1', 5, 0, 'u1']], p: [0, 'v1'], f: { name: [[0, 'Hoà']] } });
  const [head] = state.fields.name ?? [];
  if (head === undefined) throw new Error('a name stands');
  const edited = { ...state, fields: { name: [{ ...head, op: 'b.1' }] } };
  expect(rootDigest(digestRecords([edited], sha256))).not.toBe(rootDigest(digestRecords([state], sha256)));
});
