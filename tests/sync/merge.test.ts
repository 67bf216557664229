import { expect, test } from 'vitest';
import type { Op } from '../../src/sync/op.ts';
import { eraseOp, isAlive, mergeOp, openDisagreements, seenOf, shown } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';

/* Hoà's record between Mai's phone, Tâm's phone and the officer. */

type Body =
  | { readonly put: { readonly [field: string]: string } }
  | { readonly void: { readonly reason: string; readonly lifts?: true } };

function op(d: string, s: number, ms: number, body: Body, seen?: Op['seen'], p = 'v1'): Op {
  const header = { d, s, at: [ms, 0] as const, u: `u-${d}`, p, k: 'person', id: 'mai.1', tx: s, of: 1 };
  return { ...header, ...body, ...(seen ? { seen } : {}) };
}

function arrive(...ops: readonly Op[]): RecordState {
  const state = ops.reduce<RecordState | undefined>((sum, next) => mergeOp(sum, next, next.at), undefined);
  if (state === undefined) throw new RangeError('nothing arrived');
  return state;
}

const born = op('mai', 1, 10, { put: { name: 'Nguyễn Thị Hoà', phone: '0901' } });
const disagrees = (field: string) => field === 'name';

test('two phones mend a name without knowing of each other: both stand until someone settles it', () => {
  const byTam = op('tam', 1, 20, { put: { name: 'Nguyễn Thị Hòa' } }, { name: ['mai.1'] });
  const byMai = op('mai', 2, 21, { put: { name: 'Nguyễn Thị Hoa' } }, { name: ['mai.1'] });
  const state = arrive(born, byTam, byMai);
  expect(shown(state, 'name')).toBe('Nguyễn Thị Hoa');
  expect(openDisagreements(state, disagrees)).toEqual(['name']);
  const settled = arrive(
    born,
    byTam,
    byMai,
    op('off', 1, 30, { put: { name: 'Nguyễn Thị Hòa' } }, seenOf(state, ['name'])),
  );
  expect(openDisagreements(settled, disagrees)).toEqual([]);
  expect(shown(settled, 'name')).toBe('Nguyễn Thị Hòa');
});

test('two phones write the same name: settled by itself', () => {
  const byTam = op('tam', 1, 20, { put: { name: 'Hòa' } }, { name: ['mai.1'] });
  const byMai = op('mai', 2, 21, { put: { name: 'Hòa' } }, { name: ['mai.1'] });
  expect(openDisagreements(arrive(born, byTam, byMai), disagrees)).toEqual([]);
});

test('of two telephone numbers the later simply wins, and both are kept', () => {
  const byTam = op('tam', 1, 22, { put: { phone: '0902' } }, { phone: ['mai.1'] });
  const byMai = op('mai', 2, 21, { put: { phone: '0903' } }, { phone: ['mai.1'] });
  const state = arrive(born, byMai, byTam);
  expect(shown(state, 'phone')).toBe('0902');
  expect(state.fields.phone?.map((head) => head.value)).toEqual(['0903', '0902']);
  expect(openDisagreements(state, disagrees)).toEqual([]);
});

test('in the same millisecond the greater op id shows, on every phone', () => {
  const byTam = op('tam', 1, 20, { put: { phone: '0902' } }, { phone: ['mai.1'] });
  const byMai = op('mai', 2, 20, { put: { phone: '0903' } }, { phone: ['mai.1'] });
  expect(shown(arrive(born, byTam, byMai), 'phone')).toBe('0902');
  expect(shown(arrive(byMai, born, byTam), 'phone')).toBe('0902');
});

test('the place is that of the latest op', () => {
  const moved = op('off', 1, 20, { put: { phone: '0904' } }, { phone: ['mai.1'] }, 'v2');
  expect(arrive(moved, born).place.value).toBe('v2');
});

test('a void that arrives before its record counts; a void of the void gives life back', () => {
  const taken = op('tam', 1, 20, { void: { reason: 'ghi nhầm' } });
  expect(isAlive(arrive(taken))).toBe(false);
  expect(isAlive(arrive(taken, born))).toBe(false);
  expect(shown(arrive(taken, born), 'name')).toBe('Nguyễn Thị Hoà');
  const lifted = op('mai', 2, 30, { void: { reason: 'có thật', lifts: true } }, { void: ['tam.1'] });
  expect(isAlive(arrive(lifted, taken, born))).toBe(true);
});

test('an erased name is gone from the record and does not come back with a late copy', () => {
  const erased = eraseOp(arrive(born), 'mai.1');
  expect(shown(erased, 'name')).toBeNull();
  expect(JSON.stringify(mergeOp(erased, born, born.at))).not.toContain('Hoà');
});

test('an erased void still takes the record out, without its reason', () => {
  const erased = eraseOp(arrive(born, op('tam', 1, 20, { void: { reason: 'con bà Lan' } })), 'tam.1');
  expect(isAlive(erased)).toBe(false);
  expect(JSON.stringify(erased)).not.toContain('Lan');
});
