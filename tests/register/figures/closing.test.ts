import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import type { BookRecord } from '../../../src/domain/book/book.ts';
import { indicatorOf } from '../../../src/domain/figure/indicator.ts';
import type { Value } from '../../../src/domain/value.ts';
import { frozenReport } from '../../../src/register/figures/closing/frozen-report.ts';
import { createRegister } from '../../../src/register/register.ts';
import type { UnitRow } from '../../../src/sync/activation.ts';
import type { RecordState } from '../../../src/sync/records/record-state.ts';
import { anyVillage } from '../../balance/any-village.ts';
import { freezeIn } from './freeze-in.ts';

/*
 * Whatever is written, and whatever is taken back: what was frozen stays as it was, and beside it stand exactly those
 * who count otherwise.
 */

const numRuns = Math.ceil(Number(process.env.BALANCE_CASES ?? 3_000) / 30);
const commune = 'commune';
const units: readonly UnitRow[] = [
  { id: commune, level: 'commune', kind: 'commune', code: '1', name: 'Xã', parent: null },
  ...['east', 'west'].map((id): UnitRow => {
    return { id, level: 'village', kind: 'village', code: id, name: id, parent: commune };
  }),
];

function toState({ kind, id, place, fields, written }: BookRecord, isTakenBack = false): RecordState {
  const head = (value: Value) => ({ op: `${id}.1`, value, stamp: written, user: 'u1' });
  const heads = Object.entries(fields).flatMap(([key, value]) => (value === null ? [] : [[key, [head(value)]]]));
  const life = isTakenBack ? [head({ reason: 'ghi nhầm' })] : [];
  return { kind, id, place: head(place), fields: Object.fromEntries(heads), life };
}

function openBook() {
  const register = createRegister({ catalogue, units, today: () => '2026-05-02' });
  const apply = (states: readonly RecordState[]) =>
    register.apply(states.map((state) => ({ state, standing: 'confirmed' })));
  return { register, apply };
}

const lately = { nameOf: () => undefined, causeOf: () => undefined };

/** A village, of whose facts some are written later and some are taken back later. */
const anyLateVillage = fc.tuple(
  anyVillage.map((records) => records.filter(({ kind }) => !kind.startsWith('report_'))),
  fc.array(fc.constantFrom('stays', 'stays', 'late', 'void'), { minLength: 20, maxLength: 20 }),
);

test.each([
  ['01-DSX', '2026-02'],
  ['02-DSX', '2026-Q1'],
])('a frozen %s of %s never changes, and what differs is told case by case', (code, period) => {
  fc.assert(
    fc.property(anyLateVillage, ([records, fates]) => {
      const book = openBook();
      let at = 0;
      const told = records.map((record) => ({
        record,
        fate: /^f\d/.test(record.id) ? (fates[at++ % fates.length] ?? 'stays') : 'stays',
      }));
      book.apply(told.flatMap(({ record, fate }) => (fate === 'late' ? [] : [toState(record)])));
      const live = book.register.report(code, period, commune);
      const id = freezeIn(book.register, code, period, commune);
      const before = frozenReport(book.register, id, lately);
      expect(before?.table).toEqual(live);
      expect(before?.changes).toEqual([]);

      book.apply(told.flatMap(({ record, fate }) => (fate === 'late' ? [toState(record)] : [])));
      book.apply(told.flatMap(({ record, fate }) => (fate === 'void' ? [toState(record, true)] : [])));
      const after = frozenReport(book.register, id, lately);
      expect(after?.table).toEqual(live);
      const now = book.register.report(code, period, commune);
      const figures = new Map([...now.above, ...now.rows].map((figure) => [figure.key, figure]));
      for (const was of [...live.above, ...live.rows]) {
        const changed = after?.changes.find(({ key }) => key === was.key);
        const is = figures.get(was.key);
        expect([was.key, changed === undefined ? was.value : changed.now.value]).toEqual([was.key, is?.value]);
        expect([was.key, changed === undefined ? was.cumulative : changed.now.cumulative]).toEqual([
          was.key,
          is?.cumulative,
        ]);
        if (!['flow', 'stock', 'part'].includes(indicatorOf(catalogue.indicators, was.key).rule.is)) continue;
        const told = changed?.cases.filter(({ span }) => span === 'period') ?? [];
        const came = told.filter((one) => one.is === 'came').length;
        expect([was.key, 2 * came - told.length]).toEqual([was.key, (is?.value ?? 0) - (was.value ?? 0)]);
      }
    }),
    { numRuns },
  );
});

test('somebody whom a late fact names twice counts twice, and is told twice', () => {
  const book = openBook();
  const written = [0, 0] as const;
  const lives = { household: 'h1', residence: 'usual_present', marital: 'married', status: 'active' };
  book.apply(
    [
      { kind: 'household', id: 'h1', place: 'east', fields: { number: 1, kind: 'family' }, written },
      { kind: 'person', id: 'p1', place: 'east', fields: { sex: 'male', birthDate: '1960', ...lives }, written },
    ].map((record) => toState(record)),
  );
  const id = freezeIn(book.register, '01-DSX', '2026-02', commune);
  const fields = { date: '2026-02-10', person: 'p1', spouse: 'p1' };
  book.apply([toState({ kind: 'divorce', id: 'f1', place: 'east', fields, written })]);
  const row = frozenReport(book.register, id, lately)?.changes.find(({ key }) => key === 'divorced_persons');
  expect([row?.frozen.value, row?.now.value, row?.cases.length]).toEqual([0, 2, 2]);
});
