import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fields } from '../../src/domain/value.ts';
import { monthLedger } from '../../src/register/stock/month/month-ledger.ts';
import { stockReport } from '../../src/register/stock/month/month-report.ts';
import { storePage } from '../../src/register/stock/store-page.ts';
import { openStockDesk } from '../../src/workers/answering/stock/stock-desk.ts';
import { storyEngines } from '../server/engines.ts';
import { book, type JourneyHub, openCommune, villages } from './commune.ts';
import { type JourneyPhone, openPhone, syncUntilAgreed } from './phone.ts';

/* One collaborator's box on three phones without a network: nobody's act is lost, and the card says what is to be settled. */

const [store = '', other = ''] = villages;
const pills = { store, product: 'VUTT', channel: 'free', lot: 'V7', expiry: '2028-06' };

describe.each(storyEngines)('the last blister, on %s', (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let collaborator: JourneyPhone;
  let colleague: JourneyPhone;
  const phones = () => [officer, collaborator, colleague];

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
    colleague = await openPhone(hub, await hub.collaboratorCode('001'));
    await everybodyAgrees();
  });
  afterAll(() => hub.close());

  const everybodyAgrees = () => syncUntilAgreed(hub, phones());
  async function write(phone: JourneyPhone, form: string, answers: Fields): Promise<string> {
    const saved = await phone.work().record(form, store, { ...pills, ...answers }, []);
    if (!saved.ok) throw new Error(saved.error.map(({ check }) => check).join());
    return saved.value.records.find(({ kind }) => kind === 'stock_movement')?.id ?? '';
  }
  const give = (phone: JourneyPhone, date: string) =>
    write(phone, 'stock_give_unnamed', { date, quantity: 1, sex: 'female', ageGroup: '20_34' });
  const desk = (phone: JourneyPhone) =>
    openStockDesk(
      async () => ({
        session: phone.work().session,
        recording: phone.work(),
        looks: { log: async () => [] },
      }),
      () => hub.clock.now,
    );
  const row = (phone: JourneyPhone, month: string) =>
    monthLedger(phone.work().session.register.folk, month).find(
      ({ store: of, lot }) => of === 'ctv:001' && lot === 'V7',
    );
  const report = (phone: JourneyPhone, month: string) =>
    stockReport(phone.work().session.register.folk, store, month).rows.find(({ product }) => product === 'VUTT');
  let late = '';

  test('both keep their act, and the card of everybody lacks one', async () => {
    await write(collaborator, 'stock_move', { type: 'receipt', date: '2026-10-02', quantity: 3 });
    late = await give(collaborator, '2026-10-20');
    await give(collaborator, '2026-10-21');
    await everybodyAgrees();
    for (const phone of phones())
      expect(row(phone, '2026-10')).toMatchObject({ received: 3, dispensed: 2, closing: 1 });
    // Each sees the last one there, and gives it: nobody is asked anything.
    await give(collaborator, '2026-11-20');
    await give(colleague, '2026-11-20');
    await everybodyAgrees();
    for (const phone of phones()) {
      expect(row(phone, '2026-11')).toMatchObject({ opening: 1, dispensed: 2, closing: -1 });
      const page = storePage(phone.work().session.register.folk, store, '2026-11-22');
      expect(page?.shelves).toMatchObject([{ stock: -1, status: 'none', lots: [{ lot: 'V7', stock: -1 }] }]);
    }
    const [stores] = (await hub.figures().stock(book))?.stores.filter(({ id }) => id === store) ?? [];
    expect(stores?.shelves).toMatchObject([{ stock: -1 }]);
  });

  test('what a count finds settles it, and every line of before stands', async () => {
    const before = row(officer, '2026-11');
    const counted = await desk(officer).saveCount(
      store,
      [{ product: 'VUTT', channel: 'free', counted: 0 }],
      'unwritten',
    );
    expect(counted.ok).toBe(true);
    await everybodyAgrees();
    for (const phone of phones()) {
      expect(row(phone, '2026-11')).toEqual({ ...before, adjusted: 1, closing: 0 });
      const card = await desk(phone).stockCard(store, 'VUTT', 'free');
      expect(card?.lines.map(({ received, given }) => received - given)).toEqual([3, -1, -1, -1, -1, 1]);
    }
  });

  test('a gift of the month before, taken back after its report, opens the next month with one more', async () => {
    expect(report(officer, '2026-10')).toMatchObject({ dispensed: 2, closing: 1 });
    const taken = await collaborator.work().takeBack([late], 'Ghi nhầm');
    expect(taken.ok).toBe(true);
    await everybodyAgrees();
    for (const phone of phones()) {
      expect(report(phone, '2026-10')).toMatchObject({ received: 3, dispensed: 1, closing: 2 });
      expect(report(phone, '2026-11')).toMatchObject({ opening: 2, dispensed: 2, adjusted: 1, closing: 1 });
    }
  });

  test('what is left goes to the other village, by way of the station, and comes back with the same undo', async () => {
    const goods = { ...pills, date: '2026-11-22', type: 'issue', counterpart: other, quantity: 1 };
    const tooMany = await desk(officer).passOn({ ...goods, quantity: 5 }, []);
    expect(tooMany.ok ? [] : tooMany.error.map(({ check }) => check)).toEqual(['stock_move_too_few']);
    const first = await desk(officer).passOn(goods, []);
    if (!first.ok) throw new Error('not passed on');
    await officer.work().undo(first.value.transaction);
    expect(row(officer, '2026-11')).toMatchObject({ returned_out: 0, closing: 1 });
    expect((await desk(officer).passOn(goods, [])).ok).toBe(true);
    await everybodyAgrees();
    expect(row(collaborator, '2026-11')).toMatchObject({ returned_out: 1, closing: 0 });
    const { folk } = officer.work().session.register;
    const at = (place: string) => storePage(folk, place, '2026-11-22');
    // On its way from the station alone: what she returned was taken in by the same act.
    expect(at(store)?.going).toEqual([]);
    const [coming, ...more] = at(other)?.coming ?? [];
    expect([coming?.left, more]).toEqual([1, []]);
    expect((await desk(officer).takeIn(coming?.sent ?? '', 1)).ok).toBe(true);
    await everybodyAgrees();
    expect(at(other)?.shelves).toMatchObject([{ stock: 1 }]);
    expect(monthLedger(folk, '2026-11').map(({ store: of, closing }) => [of, closing])).toEqual([
      ['commune', 0],
      ['ctv:001', 0],
      ['ctv:002', 1],
    ]);
    await expect(desk(collaborator).passOn(goods, [])).rejects.toThrow();
  });
});
