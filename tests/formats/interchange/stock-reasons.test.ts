import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { exportBook } from '../../../src/formats/interchange/export/export-book.ts';
import { stateBook } from '../../../src/formats/interchange/state-book.ts';
import { shown } from '../../../src/sync/records/merge.ts';
import { bookAfter, emptyKnown, places, planOf } from './invented-book.ts';

/* Why another lot went first, and why goods were lost: the card says the same in the book of whoever it is handed to. */

const line = { date: '2026-05-02', store: 'u18073', product: 'BCS', channel: 'free', lot: 'B1', quantity: 5 };

/** What a line of the card says of its reason, in a hub that takes it from a file. */
function handedOn(told: { readonly [field: string]: string }) {
  const before = bookAfter([
    { kind: 'stock_movement', id: 'line1', place: 'u18073', add: { ...line, expiry: '2028-06', ...told } },
  ]);
  const out = exportBook({ units: places, states: before.values(), ...stateBook(catalogue, before.values()) });
  const stock = out.find(({ name }) => name === 'stock')?.rows ?? [];
  const plan = planOf({ stock }, emptyKnown);
  expect(plan.remarks.filter(({ strength }) => strength === 'refuse')).toEqual([]);
  const [taken] = [...bookAfter(plan.drafts).values()].filter(({ kind }) => kind === 'stock_movement');
  const fields = ['type', 'reason', 'passedOver', 'note'];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = taken && shown(taken, field);
      return value === undefined || value === null ? [] : [[field, value] as const];
    }),
  );
}

test.each(['dispense', 'sale', 'issue'])('goods that go out (%s) keep why another lot went first', (type) => {
  for (const passedOver of ['damaged', 'elsewhere', 'held_back', 'other'])
    expect(handedOn({ type, passedOver })).toEqual({ type, passedOver });
  expect(handedOn({ type, passedOver: 'other', note: 'Lô kia ướt' })).toEqual({
    type,
    passedOver: 'other',
    note: 'Lô kia ướt',
  });
  // The file has one cell: what the check asks for goes before a note.
  expect(handedOn({ type, passedOver: 'damaged', note: 'Lô kia ướt' })).toEqual({ type, passedOver: 'damaged' });
});

test('what is lost, returned or counted keeps its reason', () => {
  expect(handedOn({ type: 'loss', reason: 'damaged' })).toEqual({ type: 'loss', reason: 'damaged' });
  expect(handedOn({ type: 'issue', reason: 'unneeded' })).toEqual({ type: 'issue', reason: 'unneeded' });
  expect(handedOn({ type: 'receipt', note: 'elsewhere' })).toEqual({ type: 'receipt', note: 'elsewhere' });
});
