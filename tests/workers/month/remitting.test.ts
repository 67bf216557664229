import { expect, test } from 'vitest';
import { inventedHub, officerCode } from '../invented-hub.ts';
import { activatedPhone } from '../invented-phone.ts';

/* Money of social marketing on its way up: written for its own day; more than is due is asked about. 22nd of November. */

test('what is handed on is dated, and what is more than is due is a question, for a sale may not be written yet', async () => {
  const { app } = await activatedPhone((await inventedHub()).answer, officerCode);
  const state = await app.state();
  if (state.is !== 'open') throw new Error('locked');
  const { commune } = state.who;
  const goods = { store: commune, product: 'BCS', channel: 'social', lot: 'B1', expiry: '2028-01' };
  const stocked = { ...goods, type: 'receipt', date: '2026-11-01', quantity: 50, unitPrice: 500 };
  expect(await app.record('stock_move', commune, stocked, [])).toMatchObject({ ok: true });
  const sale = { ...goods, date: '2026-11-03', quantity: 20, unitPrice: 1_000, sex: 'female', ageGroup: '20_34' };
  expect(await app.record('stock_give_unnamed', commune, sale, [])).toMatchObject({ ok: true });
  expect(await app.stockMoney(commune)).toMatchObject({ sold: 20_000, balance: 6_000 });

  const told = { date: '2026-11-10', amount: 9_000, receipt: ' BL 07 ' };
  const faults = async (change: Partial<typeof told>, yes: readonly string[] = []) => {
    const answer = await app.remit(commune, { ...told, ...change }, yes);
    return answer.ok ? [] : answer.error.map(({ check, strength }) => [check, strength]);
  };
  expect(await faults({ date: '2026-11-23', amount: 0 })).toEqual([
    ['amount', 'stop'],
    ['date', 'stop'],
  ]);
  expect(await faults({})).toEqual([['more_than_due', 'ask']]);
  expect(await faults({}, ['more_than_due'])).toEqual([]);
  const money = await app.stockMoney(commune);
  expect(money).toMatchObject({ remitted: 9_000, balance: -3_000 });
  expect(money?.lines[0]).toMatchObject({ is: 'remittance', date: '2026-11-10', receipt: 'BL 07' });
});
