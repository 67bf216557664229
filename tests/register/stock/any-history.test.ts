import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { checksOf, formNamed } from '../../../src/domain/catalogue.ts';
import { findings } from '../../../src/domain/form/check.ts';
import { writesOf } from '../../../src/domain/form/writes.ts';
import { goodUntil, lotKey } from '../../../src/domain/stock/movement.ts';
import { inTransit } from '../../../src/domain/stock/transit.ts';
import type { Fields } from '../../../src/domain/value.ts';
import type { StandingState } from '../../../src/register/register.ts';
import { type LedgerRow, monthLedger } from '../../../src/register/stock/month/month-ledger.ts';
import { stockReport } from '../../../src/register/stock/month/month-report.ts';
import { shelfLines } from '../../../src/register/stock/shelf-lines.ts';
import { hoaFamily, openRegister, tell } from '../tale.ts';
import { dateOf, day, type Line, line, mix, months, opened, point, told } from './any-ledger.ts';

/* Whatever three phones write, in whatever order it arrives: the cards close, and everybody reads the same. */

const cases = Number(process.env.STOCK_CASES ?? 150);
const codes: { readonly [store: string]: string } = {
  'u-c': 'commune',
  'u-v1': 'ctv:001',
  'u-v2': 'ctv:002',
  [point]: 'point:Trạm cũ',
};
/** Counted a second time, by a reader who knows nothing of ledgers. */
function countedByHand(lines: readonly Line[], { store, product, channel, lot }: LedgerRow, until: string): number {
  let sum = 0;
  for (const one of lines) {
    if (one.isVoid || codes[one.store] !== store || one.product !== product || one.channel !== channel) continue;
    if (lotKey(one.lot) !== lotKey(lot) || one.day[0] > until) continue;
    const isOut = ['issue', 'dispense', 'sale', 'return_out', 'loss'].includes(one.type);
    sum += isOut || (one.type === 'adjust' && one.isLess) ? -one.quantity : one.quantity;
  }
  return sum;
}

test('opening + in ± adjust − out = closing, for every store, product, channel, lot and month', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const register = openRegister(told(lines));
      let before = new Map<string, number>();
      for (const month of months) {
        const closing = new Map<string, number>();
        for (const row of monthLedger(register.folk, month)) {
          const key = [row.store, row.product, row.channel, lotKey(row.lot)].join(' ');
          const opened = lines
            .filter((one) => !one.isVoid && one.type === 'opening' && one.day[0] === month)
            .filter((one) => key === keyOf(one))
            .reduce((sum, one) => sum + one.quantity, 0);
          expect(row.opening).toBe((before.get(key) ?? 0) + opened);
          expect(row.closing).toBe(
            row.opening +
              row.received +
              row.returned_in +
              row.adjusted -
              (row.issued + row.returned_out + row.dispensed + row.sold + row.lost),
          );
          expect(row.closing).toBe(countedByHand(lines, row, month));
          closing.set(key, row.closing);
        }
        before = closing;
      }
    }),
    { numRuns: cases },
  );
});

function keyOf({ store, product, channel, lot }: Line): string {
  return [codes[store], product, channel, lotKey(lot)].join(' ');
}

test('late, out of order, one by one or all at once: every phone and the hub read the same', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.nat(), (lines, seed) => {
      const states = told(lines);
      const mixed = [...states].sort((a, b) => mix(a.state.id, seed) - mix(b.state.id, seed));
      const hub = openRegister(states);
      const phone = openRegister();
      const asked = openRegister();
      phone.apply(mixed);
      for (const state of mixed) {
        asked.apply([state]);
        // Whoever looks in between keeps nothing that is stale.
        monthLedger(asked.folk, '2026-09');
      }
      // A month was reported with everything in it; then some of it is taken back.
      const reported = openRegister(told(lines.map((one) => ({ ...one, isVoid: false }))));
      for (const month of months) monthLedger(reported.folk, month);
      reported.apply(states);
      const all = (register: typeof hub) => months.map((month) => monthLedger(register.folk, month));
      expect(all(phone)).toEqual(all(hub));
      expect(all(asked)).toEqual(all(hub));
      expect(all(reported)).toEqual(all(hub));
      expect(inTransit([...phone.folk.stock.movements()]).length).toBe(
        inTransit([...hub.folk.stock.movements()]).length,
      );
    }),
    { numRuns: cases },
  );
});

/* The station and its point, as goods go to and fro between them. */

const act = fc.record({
  day,
  is: fc.constantFrom('receipt', 'dispense', 'loss', 'adjust', 'send', 'send'),
  isAtPoint: fc.boolean(),
  lot: fc.constantFrom('A1', 'B2'),
  quantity: fc.integer({ min: 1, max: 400 }),
  /** Of what goes to the other store: how much of it is taken in there, in hundredths. */
  taken: fc.constantFrom(0, 40, 100),
});

type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** One act as the movements that it writes. */
function toAndFro(one: Act, index: number): readonly StandingState[] {
  const [store, other] = one.isAtPoint ? [point, 'u-c'] : ['u-c', point];
  const goods = { product: 'BCS', channel: 'free', lot: one.lot, expiry: '2027-06', date: dateOf(one.day) };
  const line = (id: string, more: Fields) => tell('stock_movement', id, { ...goods, ...more }, { place: 'u-c' });
  const [sent, quantity] = [`d1.${index}`, one.quantity];
  if (one.is !== 'send') return [line(sent, { store, type: one.is, quantity })];
  // Up to the point it is issued, back it is returned.
  const [type, arrival] = one.isAtPoint ? ['return_out', 'return_in'] : ['issue', 'receipt'];
  const out = line(sent, { store, counterpart: other, type, quantity });
  const taken = Math.floor((quantity * one.taken) / 100);
  const into = { store: other, counterpart: store, type: arrival, quantity: taken, confirms: sent };
  return taken === 0 ? [out] : [out, line(`d2.${index}`, into)];
}

const worth: { readonly [is: string]: number } = { receipt: 1, adjust: 1, dispense: -1, loss: -1, send: 0 };

test('whatever goes to the point or comes back, the commune has what came in less what went out', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const whole = acts.reduce((sum, { is, quantity }) => sum + (worth[is] ?? 0) * quantity, 0);
      const { folk } = openRegister([...acts.flatMap(toAndFro), opened]);
      const coming = inTransit([...folk.stock.movements()]).reduce((sum, { left }) => sum + left, 0);
      const [shelf] = shelfLines(folk, 'u-c', '2026-11-22');
      const [there] = shelfLines(folk, point, '2026-11-22');
      expect((shelf?.stock ?? 0) + (shelf?.atPoints ?? 0)).toBe(whole);
      expect(shelf?.atPoints ?? 0).toBe((there?.stock ?? 0) + coming);
      // The report of all stores lacks just what is on its way.
      const [row] = stockReport(folk, '', '2026-11').rows;
      expect((row?.closing ?? 0) + coming).toBe(whole);
    }),
    { numRuns: cases },
  );
});

test('two phones that give the last blister offline both keep their act; the shortage stands on the card', () => {
  const last = { store: 'u-v1', product: 'VUTT', channel: 'free', lot: 'V7', expiry: '2027-06', quantity: 1 };
  const register = openRegister([
    tell('stock_movement', 'd1.1', { ...last, type: 'receipt', date: '2026-11-01' }),
    tell('stock_movement', 'd1.2', { ...last, type: 'dispense', date: '2026-11-20' }),
    tell('stock_movement', 'd2.1', { ...last, type: 'dispense', date: '2026-11-20' }),
  ]);
  expect(monthLedger(register.folk, '2026-11')).toMatchObject([{ received: 1, dispensed: 2, closing: -1 }]);
});

/* First expiry first. */

const stocked = fc.array(
  fc.record({
    lot: fc.constantFrom('A', 'B', 'C'),
    quantity: fc.integer({ min: 1, max: 9 }),
    expiry: fc.constantFrom('2026-10', '2026-12', '2027-03', '2027-03-31', '2027-05-10'),
  }),
  { minLength: 1, maxLength: 6 },
);

test('no lot is passed over, and none given past its day, without what the rules ask for', () => {
  const form = formNamed(catalogue, 'stock_give');
  if (form === undefined) throw new Error('no form');
  fc.assert(
    fc.property(stocked, fc.nat(), fc.constantFrom('', 'elsewhere'), (lots, pick, why) => {
      const shelf = { store: 'u-v1', product: 'BCS', channel: 'free' };
      const receipts = lots.map((lot, index) =>
        tell('stock_movement', `d1.${index}`, { ...shelf, ...lot, type: 'receipt', date: '2026-09-01' }),
      );
      const register = openRegister([...hoaFamily, ...receipts]);
      const rows = monthLedger(register.folk, '2026-11');
      const chosen = rows[pick % rows.length];
      if (chosen === undefined) throw new Error('no lot');
      const answers: Fields = {
        person: 'p2',
        date: '2026-11-20',
        ...shelf,
        quantity: 1,
        use: 'start',
        lot: chosen.lot.toLowerCase(),
        expiry: chosen.expiry,
        ...(why !== '' && { passedOver: why }),
      };
      const scope = register.scopeFor('stock_give', 'h1', answers);
      const found = findings(checksOf(catalogue, form), scope).filter(({ strength }) => strength === 'stop');
      const isExpired = goodUntil(chosen.expiry) < '2026-11-20';
      const isSooner = ({ expiry, closing }: LedgerRow) =>
        closing > 0 && goodUntil(expiry) >= '2026-11-20' && goodUntil(expiry) < goodUntil(chosen.expiry);
      const isPassing = !isExpired && rows.some(isSooner);
      const expected = isExpired ? ['stock_give_expired'] : isPassing && why === '' ? ['stock_give_passes_over'] : [];
      expect(found.map(({ check }) => check)).toEqual(expected);
      if (expected.length > 0) return;
      const written = writesOf(form, answers, { records: catalogue.records, scope, asked: [] });
      const kept = written.find(({ kind }) => kind === 'stock_movement')?.fields.passedOver ?? '';
      expect(kept).toBe(why);
    }),
    { numRuns: cases },
  );
});
