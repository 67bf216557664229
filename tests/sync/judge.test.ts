import { expect, test } from 'vitest';
import { type Entry, judge } from '../../src/sync/hub/judge.ts';
import type { DeviceRow } from '../../src/sync/hub-ports.ts';
import type { Op } from '../../src/sync/op.ts';
import { mergeOp } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { rules } from '../simulation/hub/hub.ts';

const device: DeviceRow = {
  id: 'mai',
  book: 'b1',
  user: 'u-mai',
  role: 'collaborator',
  places: ['v1'],
  epoch: 1,
  status: 'active',
  signKey: '',
  acked: 0,
  chain: '',
  lastStamp: [0, 0],
};

function entry(seq: number, change: Partial<Op> = {}, body: object = { put: { name: 'Hoà' } }): Entry {
  const own = { d: 'mai', s: seq, at: [seq, 0], u: 'u-mai', p: 'v1', k: 'thing', id: `mai.${seq}`, tx: seq, of: 1 };
  return { seq, line: '', hash: `h${seq}`, op: { ...own, ...body, ...change } as Op };
}

function unreadable(seq: number): Entry {
  return { seq, line: '?', hash: `h${seq}`, fault: { code: 'schema' } };
}

function resultsOf(entries: readonly Entry[], records: readonly RecordState[] = []) {
  const known = new Map(records.map((state) => [state.id, state]));
  const bench = { device, places: device.places, rules, records: known, hidden: new Set<string>(), receivedAt: 100 };
  const { verdicts, changed } = judge(entries, bench);
  expect(verdicts.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq));
  return { is: verdicts.map(({ result }) => ('code' in result ? result.code : result.is)), changed };
}

const whole = (seq: number, tx: number, of: number) => entry(seq, { tx, of });

test('a transaction cut at the end of its envelope is refused whole, the one before it is not', () => {
  const { is, changed } = resultsOf([entry(1), whole(2, 2, 3), whole(3, 2, 3)]);
  expect(is).toEqual(['applied', 'transaction', 'transaction']);
  expect([...changed.keys()]).toEqual(['mai.1']);
});

test('ops that claim a transaction which began elsewhere are refused', () => {
  expect(resultsOf([whole(2, 1, 3), whole(3, 1, 3), entry(4)]).is).toEqual(['transaction', 'transaction', 'applied']);
  expect(resultsOf([whole(1, 1, 2), whole(2, 1, 3)]).is).toEqual(['transaction', 'transaction']);
});

test('an unreadable line refuses the transaction it stands in, and only that', () => {
  expect(resultsOf([entry(1), unreadable(2), entry(3)]).is).toEqual(['applied', 'schema', 'applied']);
  expect(resultsOf([whole(1, 1, 3), unreadable(2), whole(3, 1, 3)]).is).toEqual(['with', 'schema', 'with']);
});

test('an op speaks for its own device, seq and user only', () => {
  for (const change of [{ d: 'tam' }, { s: 9 }, { u: 'u-tam' }]) {
    expect(resultsOf([entry(1, { tx: 1, ...change })]).is).toEqual(['schema']);
  }
});

test('a record stays of its kind, and a fact is written once', () => {
  const made = entry(1, {}, { add: { date: '2026-11-20' } });
  const fact = made.op && mergeOp(undefined, made.op, [1, 0]);
  const known = fact === undefined ? [] : [{ ...fact, id: 'derived' }];
  const add = { add: { date: '2026-11-21' } };
  expect(resultsOf([entry(2, { id: 'derived', k: 'event' })], known).is).toEqual(['schema']);
  expect(resultsOf([entry(2, { id: 'derived' }, add)], known).is).toEqual(['exists']);
  expect(resultsOf([entry(2, { id: 'derived' }, { add: { date: '2026-11-20' } })], known).is).toEqual(['merged']);
  expect(resultsOf([entry(2, { id: 'tam.7' }, add)]).is).toEqual(['schema']);
});

test('stamps rise through an envelope and a refused op takes none', () => {
  const entries = [entry(1, { at: [500, 0] }), entry(2, { p: 'elsewhere' }), entry(3, { at: [50, 0] })];
  const bench = { device, places: ['v1'], rules, records: new Map(), hidden: new Set<string>(), receivedAt: 100 };
  const { verdicts, lastStamp } = judge(entries, bench);
  expect(verdicts.map(({ stamp }) => stamp)).toEqual([[100, 0], undefined, [100, 1]]);
  expect(lastStamp).toEqual([100, 1]);
});

test('a void may come before what it takes back, but not of what another device has yet to make', () => {
  const taken = { void: { reason: 'ghi nhầm' } };
  expect(resultsOf([entry(2, { id: 'mai.1' }, taken)]).is).toEqual(['applied']);
  expect(resultsOf([entry(2, { id: 'derived' }, taken)]).is).toEqual(['applied']);
  // It would stand where its maker may not write, and her record would be refused as foreign.
  expect(resultsOf([entry(2, { id: 'tam.7' }, taken)]).is).toEqual(['place']);
});
