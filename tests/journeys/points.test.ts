import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fields } from '../../src/domain/value.ts';
import { stockReport } from '../../src/register/stock/month/month-report.ts';
import { orderLines } from '../../src/register/stock/order.ts';
import { openStockDesk } from '../../src/workers/answering/stock/stock-desk.ts';
import { storyEngines } from '../server/engines.ts';
import { book, commune, type JourneyHub, openCommune, villages } from './commune.ts';
import { type JourneyPhone, openPhone, syncUntilAgreed } from './phone.ts';

/* The old commune's station is a point of the new one: the officer keeps its store, and the level above sees it. */

const today = '2026-11-22';
const pills = { product: 'VUTT', channel: 'free', lot: 'V7', expiry: '2028-06' };
const blank = { since: '2026-07-01', until: '' };

describe.each(storyEngines)('an outlying point, on %s', (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let second: JourneyPhone;
  let collaborator: JourneyPhone;
  let point = '';

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    second = await openPhone(hub, await hub.officerCode());
    collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
  });
  afterAll(() => hub.close());

  const everybodyAgrees = () => syncUntilAgreed(hub, [officer, second, collaborator]);
  const desk = (phone: JourneyPhone) =>
    openStockDesk(
      async () => ({
        session: phone.work().session,
        recording: phone.work(),
        looks: { log: async () => [] },
      }),
      () => hub.clock.now,
    );
  const open = async (phone: JourneyPhone, name: string) => {
    const saved = await desk(phone).savePoint('', { ...blank, name });
    return saved.ok ? (saved.value.records[0]?.id ?? '') : saved.error.vi;
  };
  const change = async (told: Partial<{ name: string; since: string; until: string }>) => {
    const saved = await desk(officer).savePoint(point, { ...blank, name: 'Trạm Hương Bình', ...told });
    return saved.ok ? '' : saved.error.vi;
  };
  async function write(form: string, store: string, answers: Fields): Promise<string> {
    const saved = await officer.work().record(form, store, { ...pills, store, date: today, ...answers }, []);
    return saved.ok ? '' : saved.error.map(({ check }) => check).join();
  }
  const move = (store: string, answers: Fields) => write('stock_move', store, answers);
  const stockAt = async (store: string) =>
    (await desk(officer).store(store))?.shelves.map(({ stock, atPoints }) => [stock, atPoints]);

  test('opened under a name that no other has; a second officer sees it, a collaborator does not', async () => {
    expect(await open(officer, '  ')).toBe('Nhập tên điểm trạm');
    point = await open(officer, 'Trạm  Hương Bình');
    expect(await open(officer, 'trạm hương bình')).toContain('Đã có điểm trạm tên này');
    await everybodyAgrees();
    const lines = async (phone: JourneyPhone) => (await desk(phone).stores()).filter(({ level }) => level === 'point');
    expect(await lines(second)).toMatchObject([{ id: point, name: 'Trạm Hương Bình', closed: '' }]);
    expect(await lines(collaborator)).toEqual([]);
    expect(await desk(collaborator).store(point)).toBeUndefined();
    await expect(open(collaborator, 'Của tôi')).resolves.toContain('không thuộc sổ trên máy');
  });

  test('issued by the station it is on its way, and nothing is missing from the commune meanwhile', async () => {
    await move(commune, { type: 'receipt', quantity: 100 });
    expect(await move(commune, { type: 'issue', counterpart: point, quantity: 40 })).toBe('');
    expect(await stockAt(commune)).toEqual([[60, 40]]);
    expect(await stockAt(point)).toEqual([]);
    const coming = (await desk(officer).store(point))?.coming ?? [];
    expect(coming).toMatchObject([{ left: 40, toName: 'Trạm Hương Bình' }]);
    expect((await desk(officer).takeIn(coming[0]?.sent ?? '', 38)).ok).toBe(true);
    expect(await stockAt(point)).toEqual([[38, 0]]);
    expect(await stockAt(commune)).toEqual([[60, 40]]);
    expect((await desk(officer).takeBackLeft(coming[0]?.sent ?? '')).ok).toBe(true);
    expect(await stockAt(commune)).toEqual([[62, 38]]);
  });

  test('clients are served there, a loss is written off, a count settles the card, and every line is its own', async () => {
    const offer = await desk(officer).stockOffer(point);
    expect(offer?.goods).toMatchObject([{ product: 'VUTT', lots: [{ lot: 'V7', stock: 38 }] }]);
    expect(offer?.stores.map(({ name }) => name)).toContain('Trạm Hương Bình');
    const client = { quantity: 5, sex: 'female', ageGroup: '20_34' };
    expect(await write('stock_give_unnamed', point, client)).toBe('');
    expect(await move(point, { type: 'loss', reason: 'damaged', quantity: 2 })).toBe('');
    const counted = [{ product: 'VUTT', channel: 'free', lot: 'V7', counted: 30 }];
    expect((await desk(officer).saveCount(point, counted, 'counted')).ok).toBe(true);
    const card = await desk(officer).stockCard(point, 'VUTT', 'free');
    expect(card).toMatchObject({ name: 'Trạm Hương Bình' });
    expect(card?.lines.map(({ received, given }) => received - given)).toEqual([38, -5, -2, -1]);
    await everybodyAgrees();
    expect((await desk(second).store(point))?.shelves).toMatchObject([{ stock: 30 }]);
  });

  test('the commune’s report has it, its order leaves off what lies there, the level above sees the store', async () => {
    const { folk } = officer.work().session.register;
    const [whole] = stockReport(folk, '', '2026-11').rows;
    expect(whole).toMatchObject({ dispensed: 5, lost: 2, adjusted: -1, closing: 92 });
    const closings = [commune, point].map((store) => stockReport(folk, store, '2026-11').rows[0]?.closing);
    expect(closings).toEqual([62, 30]);
    // A month later five a month are known to be used: three months of that are fifteen, and 92 are there.
    expect(orderLines(folk, commune, '2026-12-01')).toMatchObject([{ stock: 62, atPoints: 30, use: 5, computed: 0 }]);
    expect(orderLines(folk, point, '2026-12-01')).toMatchObject([{ stock: 30, foretold: null }]);
    const stores = (await hub.figures().stock(book))?.stores.filter(({ level }) => level !== 'collaborator');
    expect(stores).toMatchObject([
      { level: 'station', shelves: [{ stock: 62, atPoints: 30 }] },
      { level: 'point', name: 'Trạm Hương Bình', shelves: [{ stock: 30 }] },
    ]);
  });

  test('a shelf that only the point holds is the commune’s, too', async () => {
    const condoms = { product: 'BCS', lot: 'B1', expiry: '2029-01' };
    expect(await move(point, { type: 'opening', quantity: 144, ...condoms })).toBe('');
    expect(await stockAt(commune)).toEqual([
      [62, 30],
      [0, 144],
    ]);
    expect(await move(point, { type: 'issue', counterpart: villages[0] ?? '', quantity: 44, ...condoms })).toBe('');
    await everybodyAgrees();
    const coming = (await desk(collaborator).store(villages[0] ?? ''))?.coming ?? [];
    expect(coming).toMatchObject([{ product: 'BCS', left: 44 }]);
    expect((await desk(collaborator).takeIn(coming[0]?.sent ?? '', 44)).ok).toBe(true);
    await everybodyAgrees();
    expect(await stockAt(commune)).toEqual([
      [62, 30],
      [0, 100],
    ]);
  });

  test('closed when nothing is left there; from then on nothing comes in, and its cards stand', async () => {
    expect(await change({ until: today })).toContain('Điểm trạm còn hàng');
    const back = { type: 'return_out', reason: 'unneeded' };
    expect(await move(point, { ...back, quantity: 30 })).toBe('');
    expect(await move(point, { ...back, product: 'BCS', lot: 'B1', expiry: '2029-01', quantity: 100 })).toBe('');
    expect(await change({ until: today })).toContain('Điểm trạm còn hàng');
    for (const { sent, left } of (await desk(officer).store(commune))?.coming ?? [])
      expect((await desk(officer).takeIn(sent, left)).ok).toBe(true);
    expect(await stockAt(commune)).toEqual([
      [100, 0],
      [92, 0],
    ]);
    expect(await change({ until: '2026-11-21' })).toContain('Chọn ngày đóng muộn hơn');
    expect(await change({ until: '2026-06-30' })).toContain('Nhập đủ ngày');
    expect(await change({ until: today })).toBe('');
    await everybodyAgrees();
    expect((await desk(second).stores()).find(({ id }) => id === point)).toMatchObject({ closed: today, wanting: 0 });
    const issue = { type: 'issue', counterpart: point, quantity: 1 };
    hub.clock.now += 86_400_000;
    expect(await move(commune, { ...issue, date: '2026-11-23' })).toBe('stock_move_closed');
    expect(await move(point, { type: 'opening', quantity: 1, date: '2026-11-23' })).toBe('stock_move_closed');
    expect((await desk(second).stockCard(point, 'VUTT', 'free'))?.lines).toHaveLength(5);
    const above = (await hub.figures().stock(book))?.stores.map(({ level }) => level);
    expect(above).not.toContain('point');
    expect(await change({ name: 'Trạm Hương Bình cũ', until: '' })).toBe('');
    expect(await move(commune, { ...issue, date: '2026-11-23' })).toBe('');
  });
});
