import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stockForm } from '../../src/catalogue/stock/month-form.ts';
import { cellOf } from '../../src/domain/stock/month-form.ts';
import { isInPart, partAsked } from '../../src/features/stock/part/card-part.ts';
import { stockReport } from '../../src/register/stock/month/month-report.ts';
import { stockCard } from '../../src/register/stock/store-page.ts';
import { line, months, told } from '../register/stock/any-ledger.ts';
import { openRegister } from '../register/tale.ts';

const goingOut: readonly string[] = ['dispensed', 'sold', 'issued', 'lost'];
const added = stockForm.columns.filter(
  ({ key, of }) => typeof of !== 'string' || key === 'opening' || key === 'closing',
);

test('a number of the month’s report opens to lines of the card that come to it', () => {
  expect(added).toHaveLength(9);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom(...months), (lines, month) => {
      const { folk } = openRegister(told(lines));
      for (const row of stockReport(folk, '', month).rows) {
        const card = stockCard(folk, { store: '', product: row.product, channel: row.channel }, '2026-11-22');
        const sums = added.map((column) => {
          const shown = card.lines.filter((one) => isInPart({ month, column }, one));
          const sum = shown.reduce((all, one) => all + one.received - one.given, 0);
          return goingOut.includes(column.key) ? 0 - sum : sum;
        });
        expect(sums).toEqual(added.map((column) => cellOf(row, column)));
      }
    }),
    { numRuns: 60 },
  );
});

test('an address that asks for no month or no column asks for the card itself', () => {
  expect(partAsked({})).toBeUndefined();
  expect(partAsked({ month: '2026-10', column: 'tên' })).toBeUndefined();
  expect(partAsked({ month: '10/2026', column: 'received' })).toBeUndefined();
});
