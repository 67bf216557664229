import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { stockForm } from '../../../src/catalogue/stock/month-form.ts';
import type { FrozenReport } from '../../../src/domain/figure/closing/closing.ts';
import { signedQuantity } from '../../../src/domain/stock/movement.ts';
import { countedReport } from '../../../src/register/figures/closing/counted-report.ts';
import { freezeDrafts } from '../../../src/register/figures/closing/freeze.ts';
import { contentNow } from '../../../src/register/figures/closing/frozen-content.ts';
import { frozenMoves } from '../../../src/register/figures/closing/frozen-moves.ts';
import { frozenReport } from '../../../src/register/figures/closing/frozen-report.ts';
import { reportedBy } from '../../../src/register/figures/closing/reported.ts';
import type { Register, StandingState } from '../../../src/register/register.ts';
import { writeTransaction } from '../../../src/sync/phone/transaction.ts';
import { mergeOp } from '../../../src/sync/records/merge.ts';
import { openRegister, tell } from '../tale.ts';
import { type Line, line, mix, months, opened, told } from './any-ledger.ts';

/*
 * The month's report of stores, frozen over any ledger: phone and hub freeze the same; what is written late, dated in
 * whatever month, or taken back changes no frozen number, and stands beside it movement by movement.
 */

const numRuns = Number(process.env.STOCK_CASES ?? 150);
const noDoubts = { slips: 0, waiting: 0, drafts: 0, disagreements: 0, incomplete: 0, failed: 0, odd: 0, goods: 0 };
const lately = {
  nameOf: () => undefined,
  causeOf: () => ({ what: { vi: 'Nhập, xuất kho' }, by: 'u2', on: '2026-11-22', isTakenBack: false, isLate: true }),
};

function reported(month: string) {
  const found = reportedBy(catalogue, { form: stockForm.code, period: month, place: 'u-c' });
  if (found === undefined) throw new Error('no report');
  return found;
}

/** Freezes it in this book, as a phone would. @returns the id of the fact */
function freezeIn(register: Register, month: string): string {
  const basis = { cursor: 0, ownSeq: 0 };
  const drafts = freezeDrafts(register, reported(month), { today: '2026-12-01', doubts: noDoubts, basis });
  const device = `frozen-${month}`;
  const { ops } = writeTransaction(drafts, { device, user: 'u1' }, { nextSeq: 1, clock: [0, 0] }, 1);
  register.apply(ops.map((op) => ({ state: mergeOp(undefined, op, op.at), standing: 'confirmed' })));
  return `${device}.1`;
}

const count = fc.record({
  month: fc.constantFrom(...months),
  day: fc.constantFrom('05', '17'),
  store: fc.constantFrom('u-c', 'u-v1'),
  counted: fc.integer({ min: 0, max: 90 }),
});

type Count = typeof count extends fc.Arbitrary<infer Value> ? Value : never;

function counts(all: readonly Count[]): readonly StandingState[] {
  return all.map(({ month, day, ...found }, index) => {
    const goods = { product: 'BCS', channel: 'free', expected: 0, date: `${month}-${day}` };
    return tell('stock_count', `k1.${index}`, { ...goods, ...found }, { place: found.store });
  });
}

const history = fc.record({
  lines: fc.array(line, { maxLength: 30 }),
  counted: fc.array(count, { maxLength: 4 }),
  seed: fc.nat(),
  month: fc.constantFrom(...months),
});

test('in whatever order it arrived, phone and hub freeze the same', () => {
  fc.assert(
    fc.property(history, ({ lines, counted, seed, month }) => {
      const states = [...told(lines), ...counts(counted)];
      const mixed = [...states].sort((a, b) => mix(a.state.id, seed) - mix(b.state.id, seed));
      const [hub, phone] = [openRegister(states), openRegister()];
      for (const state of mixed) phone.apply([state]);
      const contents = [hub, phone].map((register) => contentNow(countedReport(register, reported(month))));
      expect(contents[1]).toEqual(contents[0]);
    }),
    { numRuns },
  );
});

/** What the lines behind a number come to, by what each of them is; of a worked out one nothing is said. */
function addedUp(register: Register, id: string, row: string): number | undefined {
  const column = stockForm.columns.find(({ key }) => row.endsWith(` ${key}`));
  if (column === undefined || !(Array.isArray(column.of) || ['opening', 'closing'].includes(column.key))) return;
  const isOut = Array.isArray(column.of) && column.key !== 'returned' && column.key !== 'adjusted';
  const found = frozenMoves(register, id, row);
  expect(found?.isWhole).toBe(true);
  const ids = new Set(found?.moves.map(({ record }) => record));
  const held = [...register.folk.book.all('stock_movement'), ...register.takenBack()].filter((one) => ids.has(one.id));
  expect(held).toHaveLength(found?.moves.length ?? -1);
  return held.reduce((sum, { fields }) => {
    const move = { type: String(fields.type), quantity: Number(fields.quantity) } as Parameters<
      typeof signedQuantity
    >[0];
    return sum + (isOut ? move.quantity : signedQuantity(move));
  }, 0);
}

function expectAddedUp(register: Register, id: string, { table }: FrozenReport): void {
  for (const { key, value } of table.rows) {
    const sum = addedUp(register, id, key);
    if (sum !== undefined) expect([key, sum]).toEqual([key, value]);
  }
}

const fate = fc.constantFrom('stays', 'stays', 'late', 'void');

test('what was frozen never changes, opens to what it was added up from, and all that differs is told and late', () => {
  fc.assert(
    fc.property(history, fc.array(fate, { minLength: 34, maxLength: 34 }), ({ lines, counted, month }, fates) => {
      const stayed: readonly Line[] = lines.map((one) => ({ ...one, isVoid: false, isSentBack: false }));
      const states = [...told(stayed).filter(({ state }) => state.id !== opened.state.id), ...counts(counted)];
      const fateOf = (index: number) => fates[index] ?? 'stays';
      const register = openRegister([opened, ...states.filter((_, index) => fateOf(index) !== 'late')]);
      const live = countedReport(register, reported(month)).table();
      const id = freezeIn(register, month);
      const before = frozenReport(register, id, lately);
      expect(before?.table).toEqual(live);
      expect(before?.changes).toEqual([]);
      if (before !== undefined) expectAddedUp(register, id, before);

      register.apply(states.filter((_, index) => fateOf(index) === 'late'));
      const gone = states.filter((_, index) => fateOf(index) === 'void');
      register.apply(gone.map((one) => ({ ...one, state: { ...one.state, life: [lifeOf(one)] } })));
      const after = frozenReport(register, id, lately);
      expect(after?.table).toEqual(live);
      if (after !== undefined) expectAddedUp(register, id, after);

      const changes = new Map(after?.changes.map((row) => [row.key, row]));
      const now = new Map(
        countedReport(register, reported(month))
          .table()
          .rows.map((figure) => [figure.key, figure]),
      );
      for (const key of new Set([...live.rows.map((figure) => figure.key), ...now.keys()])) {
        const [was, is, changed] = [live.rows.find((one) => one.key === key), now.get(key), changes.get(key)];
        // A line that is not there says nothing, as one of noughts does.
        const said = (figure: typeof was) => [key, figure?.value || null, figure?.text ?? ''];
        const told = changed === undefined ? said(was) : [key, changed.now.value || null, changed.now.text ?? ''];
        expect(told).toEqual(said(is));
      }
      // Nothing that came late alarms anybody, not even a number without a list of its own.
      expect(after?.changes.filter(({ isTrue }) => isTrue)).toEqual([]);
    }),
    { numRuns },
  );
});

function lifeOf({ state }: StandingState) {
  return { op: `v${state.id}`, value: { reason: 'ghi nhầm' }, stamp: [2_000, 0] as const, user: 'u2' };
}

test('what is late for a frozen month stands in the next one as its adjustment, of goods that nobody had then, too', () => {
  const goods = { store: 'u-c', product: 'BCS', channel: 'free', lot: 'A1', expiry: '2027-06' };
  const move = (id: string, date: string, type: string, quantity: number, more = {}) =>
    tell('stock_movement', id, { ...goods, date, type, quantity, ...more }, { place: 'u-c' });
  const register = openRegister([
    move('d1.1', '2026-09-02', 'receipt', 100),
    move('d1.2', '2026-09-20', 'dispense', 10),
  ]);
  freezeIn(register, '2026-09');
  register.apply([
    move('d2.1', '2026-09-25', 'dispense', 30),
    move('d2.2', '2026-09-28', 'receipt', 5, { product: 'TTTT' }),
  ]);
  const next = frozenReport(register, freezeIn(register, '2026-10'), lately);
  const carried = new Map(next?.carried.map(({ key, frozen, now }) => [key, [frozen, now]]));
  expect(carried.get('BCS free dispensed')).toEqual([10, 40]);
  expect(carried.get('BCS free closing')).toEqual([90, 60]);
  expect(carried.get('TTTT free closing')).toEqual([0, 5]);
  expect(carried.has('BCS free received')).toBe(false);
  expect(next?.table.rows.find(({ key }) => key === 'BCS free opening')?.value).toBe(60);
});
