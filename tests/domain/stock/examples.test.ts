import { describe, expect, test } from 'vitest';
import { cypFactors, protectionOf } from '../../../src/catalogue/stock/cyp.ts';
import { norms } from '../../../src/catalogue/stock/norms.ts';
import { ledgersOf, lotsToGive, onHand, passedOver } from '../../../src/domain/stock/ledger.ts';
import { monthOfLot } from '../../../src/domain/stock/month.ts';
import { goodUntil, lotKey, type Movement } from '../../../src/domain/stock/movement.ts';
import {
  averageUse,
  daysWithout,
  expiryRisks,
  monthsOfStock,
  orderUpTo,
  statusOf,
} from '../../../src/domain/stock/need.ts';

/* The worked examples of the programme, and days at a store that somebody could have lived. */

let written = 0;
function move(type: Movement['type'], date: string, quantity: number, told: Partial<Movement> = {}): Movement {
  written += 1;
  const shelf = { store: 'station', product: 'BCS', channel: 'free', lot: 'A1', expiry: '2027-05' };
  return { id: `d.${written}`, type, date, quantity, stamp: [written, 0], ...shelf, ...told };
}

const use = (...given: readonly number[]) => given.map((one) => ({ given: one, daysWithout: 0, isKnown: true }));
const { station } = norms;

describe('condoms of a commune over three months', () => {
  const amc = averageUse(use(1_200, 1_100, 1_300));

  test('1,200 a month; 2,500 last 2.08 months; to the maximum of three months 1,100 are ordered', () => {
    expect(amc).toBe(1_200);
    expect(monthsOfStock(2_500, amc)).toBeCloseTo(2.08, 2);
    expect(orderUpTo(station, amc, 2_500, 0)).toBe(1_100);
    expect(statusOf(station, amc, 2_500)).toBe('enough');
  });

  test('what is on its way is not ordered again, and nothing is ever ordered back', () => {
    expect(orderUpTo(station, amc, 2_500, 600)).toBe(500);
    expect(orderUpTo(station, amc, 2_500, 5_000)).toBe(0);
    expect(orderUpTo(station, amc, 9_000, 0)).toBe(0);
  });

  test('a shortage is ordered along', () => expect(orderUpTo(station, amc, -20, 0)).toBe(3_620));

  test('from empty to too much', () => {
    const status = (stock: number) => statusOf(station, amc, stock);
    expect([0, -3, 500, 1_100, 1_200, 3_600, 3_601].map(status)).toEqual([
      'none',
      'none',
      'urgent',
      'low',
      'enough',
      'enough',
      'over',
    ]);
  });
});

describe('use that says little', () => {
  test('nothing used is no number of months, and not infinitely many', () => {
    expect(averageUse(use(0, 0, 0))).toBe(0);
    expect(monthsOfStock(40, 0)).toBeNull();
    expect(statusOf(station, 0, 40)).toBe('unused');
    // Before a month has closed nobody can say that nothing is used.
    expect(statusOf(station, null, 40)).toBe('unknown');
  });

  test('months before the shelf was opened are passed over', () => {
    expect(averageUse([{ given: 0, daysWithout: 0, isKnown: false }, ...use(90, 110)])).toBe(100);
    expect(averageUse([])).toBeNull();
  });

  test('half a month without anything to give is half a month less', () => {
    const months = [{ given: 60, daysWithout: 15, isKnown: true }, ...use(110, 80)];
    expect(averageUse(months)).toBe(100);
  });

  test('a third of an ampoule a month does not order one too many', () => {
    expect(orderUpTo(station, 1 / 3, 0, 0)).toBe(1);
  });
});

describe('couple-years of protection', () => {
  test('120 condoms, 15 cycles of pills, 4 injections are a year each; an IUD is 4.6', () => {
    const years = (product: string, quantity: number) => protectionOf(cypFactors, product, quantity);
    expect([years('BCS', 120), years('VUTT', 15), years('TTTT', 4)]).toEqual([1, 1, 1]);
    expect([years('DCTC', 1), years('TC2', 1), years('?', 1)]).toEqual([4.6, 3.8, null]);
  });

  test('the slipped comma of a public notebook is not used', () => {
    const pill = cypFactors.find(({ of }) => of === 'VUTT')?.factor ?? 0;
    expect(pill).toBeCloseTo(0.0667, 4);
    expect(pill / 0.0067).toBeGreaterThan(9);
  });
});

describe('lots', () => {
  test('a number written two ways is one lot; its first writing stands on the card', () => {
    const [ledger, ...others] = ledgersOf([
      move('receipt', '2026-01-05', 100, { lot: 'AB-12.3' }),
      move('dispense', '2026-01-06', 10, { lot: 'ab 123' }),
    ]);
    expect(others).toEqual([]);
    expect(ledger).toMatchObject({ lot: 'AB-12.3' });
    expect(ledger && onHand(ledger)).toBe(90);
    expect([lotKey('Lô Đ 7'), lotKey('lo d-7')]).toEqual(['lod7', 'lod7']);
  });

  test('a month is good until its last day, a year until New Year’s Eve', () => {
    expect(['2027-02', '2028-02', '2027', '2027-02-03', ''].map(goodUntil)).toEqual([
      '2027-02-28',
      '2028-02-29',
      '2027-12-31',
      '2027-02-03',
      '9999-12-31',
    ]);
  });

  test('first expiry first, the earlier arrival first among equals, nothing that is past or used up', () => {
    const ledgers = ledgersOf([
      move('receipt', '2026-01-05', 10, { lot: 'late', expiry: '2028-01' }),
      move('receipt', '2026-01-04', 10, { lot: 'second', expiry: '2027-01' }),
      move('receipt', '2026-01-03', 10, { lot: 'first', expiry: '2027-01' }),
      move('receipt', '2026-01-02', 10, { lot: 'past', expiry: '2026-01' }),
      move('receipt', '2026-01-02', 10, { lot: 'empty', expiry: '2026-12' }),
      move('dispense', '2026-01-06', 10, { lot: 'empty', expiry: '2026-12' }),
    ]);
    const shelf = { store: 'station', product: 'BCS', channel: 'free' };
    expect(lotsToGive(ledgers, shelf, '2026-02-01').map(({ lot }) => lot)).toEqual(['first', 'second', 'late']);
    const chosen = (lot: string, expiry: string) => passedOver(ledgers, shelf, { lot, expiry }, '2026-02-01')?.lot;
    expect(chosen('late', '2028-01')).toBe('first');
    // Both expire on one day: either may go.
    expect(chosen('second', '2027-01')).toBeUndefined();
  });

  test('what will be left when it expires: 100 of a lot that ends in a month, at 50 a month', () => {
    const ledgers = ledgersOf([
      move('receipt', '2026-01-05', 100, { lot: 'soon', expiry: '2026-01-31' }),
      move('receipt', '2026-01-05', 100, { lot: 'later', expiry: '2026-04-01' }),
    ]);
    const risks = expiryRisks(ledgers, 50, '2026-01-01').map(({ ledger, surplus }) => [ledger.lot, surplus]);
    // The fifty that expire unused are not used up before the later lot.
    expect(risks).toEqual([['soon', 50]]);
    expect(expiryRisks(ledgers, null, '2026-01-01').map(({ surplus }) => surplus)).toEqual([100, 100]);
  });
});

describe('a month on the card', () => {
  const moves = [
    move('opening', '2026-06-01', 40),
    move('receipt', '2026-06-03', 100),
    move('dispense', '2026-06-10', 30),
    move('sale', '2026-06-11', 5, { unitPrice: 500 } as Partial<Movement>),
    move('loss', '2026-06-20', 2),
    move('adjust', '2026-06-30', -3),
    move('issue', '2026-07-01', 50),
  ];
  const [ledger] = ledgersOf(moves);

  test('an opening counts into the opening of its month, and the equation closes', () => {
    expect(ledger && monthOfLot(ledger, '2026-06')).toEqual({
      opening: 40,
      received: 100,
      returned_in: 0,
      issued: 0,
      returned_out: 0,
      dispensed: 30,
      sold: 5,
      lost: 2,
      adjusted: -3,
      closing: 100,
    });
    expect(ledger && monthOfLot(ledger, '2026-07')).toMatchObject({ opening: 100, issued: 50, closing: 50 });
  });

  test('days without anything to give are counted from the first movement on', () => {
    const empty = ledgersOf([
      move('receipt', '2026-06-03', 10),
      move('dispense', '2026-06-10', 10),
      move('receipt', '2026-06-20', 10),
    ])[0];
    expect(empty && daysWithout(empty.moves, '2026-06', '2026-06-30')).toBe(10);
    expect(empty && daysWithout(empty.moves, '2026-06', '2026-06-12')).toBe(3);
    expect(empty && daysWithout(empty.moves, '2026-05', '2026-06-30')).toBe(0);
  });
});
