import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { obeyRegister } from '../../../server/command-line/register/obey-register.ts';
import { obeyUnits } from '../../../server/command-line/units/obey-units.ts';
import { takeRoadFile } from '../../../server/sync/proof/take-road-file.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { monthLedger } from '../../../src/register/stock/month/month-ledger.ts';
import { shelfLines } from '../../../src/register/stock/shelf-lines.ts';
import { storeLines } from '../../../src/register/stock/store-page.ts';
import { demoCommune } from '../../../src/sample/sample.ts';
import type { ClosingAnswer, ClosingsAnswer } from '../../../src/sync/console-api.ts';
import { engines } from '../../server/engines.ts';
import { book, commune, type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from '../phone.ts';
import { deskOf, freeze } from '../reports/closing-steps.ts';
import { type Neighbour, openNeighbour } from './neighbour.ts';

/*
 * Two communes become one while everybody is in the fields. What each wrote stands where its household stands, both
 * officers hold all of it, and the figures of the new commune are those of the old ones together.
 */

const days = 86_400_000;
const oldCode = demoCommune.communeCode;
const scratch = await mkdtemp(join(tmpdir(), 'so-dan-so-merge-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe.each(engines)('communes that merge, on %s', { timeout: 240_000 }, (engine) => {
  let hub: JourneyHub;
  let beside: Neighbour;
  /** Officers of the two, and a collaborator of each. */
  let lan: JourneyPhone;
  let mai: JourneyPhone;
  let hoa: JourneyPhone;
  let yen: JourneyPhone;
  /** Her phone has no network for weeks, and her file goes by others. */
  let thu: JourneyPhone;
  let saved: Awaited<ReturnType<typeof saveFile>>;

  let october: { readonly own: readonly (number | null)[]; readonly its: readonly (number | null)[] };

  beforeAll(async () => {
    hub = await openCommune(engine);
    beside = await openNeighbour(hub);
    lan = await openPhone(hub, await hub.officerCode());
    mai = await openPhone(hub, await beside.officerCode());
    hoa = await openPhone(hub, await hub.collaboratorCode('001'));
    yen = await openPhone(hub, await beside.collaboratorCode('001'));
    thu = await openPhone(hub, await beside.collaboratorCode('002'));
    await thu.sync();
    await agree();
  }, 240_000);
  afterAll(() => hub?.close());

  const session = (phone: JourneyPhone) => phone.work().session;
  const register = (phone: JourneyPhone) => session(phone).register;
  const units = (...words: readonly string[]) =>
    obeyUnits(unitsBench({ hub: hub.hub(), figures: hub.figures() }), [...words, '--data', scratch], () => {});

  /** Everybody has sent and fetched, holds by digest what the hub says, and nothing beyond her places. */
  async function agree(): Promise<void> {
    const phones = [hoa, yen, lan, mai];
    for (const phone of [...phones, ...phones]) await phone.sync();
    for (const phone of phones) {
      expect(await phone.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0, agreedAt: hub.clock.now });
      const may = new Set(session(phone).activation.places);
      const held = [...session(phone).store.allConfirmed()].map((state) => String(state.place.value));
      expect(held.filter((at) => !may.has(at) && !at.startsWith('drafts.'))).toEqual([]);
    }
  }

  const numbersOf = (table: { readonly above: readonly Figure[]; readonly rows: readonly Figure[] } | undefined) =>
    [...(table?.above ?? []), ...(table?.rows ?? [])].map(({ value }) => value);
  const atHub = async (of: string, place?: string, period = '2026-11') =>
    numbersOf(await hub.figures().report(of, '01-DSX', period, place));
  /** Counts add up; a rate of two communes is none of theirs. */
  const added = (one: readonly (number | null)[], other: readonly (number | null)[]) =>
    one.map((value, index) => (value === null ? value : value + (other[index] ?? 0)));
  const report = (place: string, period: string, ...more: readonly string[]) =>
    obeyRegister(
      { hub: hub.hub(), figures: hub.figures(), onWritten: () => {} },
      ['report', '--form', '01-DSX', '--period', period, '--place', place, '--data', scratch, '--json', ...more],
      () => {},
    );
  /** Pills that the station of the second commune received; written down, and waiting. */
  async function received(phone: JourneyPhone, quantity: number): Promise<void> {
    const goods = { date: '2026-11-20', product: 'VUTT', channel: 'free', lot: 'L1', expiry: '2029-01' };
    const line = { ...goods, type: 'receipt', store: beside.commune, quantity };
    const written = await phone.work().record('stock_move', beside.commune, line, []);
    if (!written.ok) throw new Error(JSON.stringify(written.error));
  }
  /** Work that a phone gives along, and does not send itself. */
  async function saveFile() {
    const home = sheetOf(thu);
    await thu.edit(home, 'note', 'gửi bằng tệp');
    const file = await thu.roads().waitingFile();
    if (file === undefined) throw new Error('nothing waits');
    return { file, home };
  }
  const rowsOf = (json: string) =>
    (JSON.parse(json) as { readonly rows: readonly Figure[] }).rows.map(({ value }) => value);
  /** The first sheet of a collaborator's village. */
  const sheetOf = (phone: JourneyPhone) =>
    register(phone).village(session(phone).activation.places[0] ?? '').households[0]?.household ?? '';
  const held = (phone: JourneyPhone) => [...session(phone).store.allConfirmed()].map(({ id }) => id).sort();

  test('ten days without a network, and the two communes are one', async () => {
    const [home = ''] = fertileHouseholds(hoa, villages[0] ?? '');
    const [next = ''] = fertileHouseholds(yen, beside.villages[0] ?? '');
    const early = await recordBirth(hoa, home, { fullName: 'Nguyễn Thị Muộn' });
    const late = await recordBirth(yen, next, { fullName: 'Trần Văn Chậm', sex: 'male' });
    await yen.edit(next, 'phone', '0987654321');
    await mai.edit(next, 'address', 'Xóm Giữa');
    for (const phone of [lan, mai]) {
      await freeze(phone, '01-DSX', '2026-10');
      await phone.sync();
    }
    await received(mai, 20);
    saved = await saveFile();
    october = { own: await atHub(book, undefined, '2026-10'), its: await atHub(beside.book, undefined, '2026-10') };
    const before = new Set([...held(lan), ...held(mai)]);
    const stock = [...register(mai).folk.stock.movements()].map(({ id }) => id);
    hub.clock.now += 10 * days;

    const said = await units(
      'merge',
      ...['--places', `${oldCode},${beside.code}`, '--into', oldCode],
      ...['--name', 'Phường Hòa Hợp', '--from', '2026-11-25'],
    );
    expect(said).toMatch(/Phường Hòa Hợp \(mã 99001, từ 2026-11-25\)/);
    await agree();

    const made = session(lan).who.commune;
    expect(made).toBe(`u${oldCode}-20261125`);
    for (const phone of [lan, mai, hoa, yen]) {
      expect(session(phone).who).toMatchObject({ book, communeName: 'Phường Hòa Hợp' });
      expect(session(phone).activation.book).toBe(book);
    }
    // Nothing lost, nothing doubled: both officers hold what was, and what came late.
    expect(held(mai)).toEqual(held(lan));
    expect(new Set(held(lan))).toEqual(
      new Set([...before, ...stock, early.child, early.birth, late.child, late.birth]),
    );
    expect([home, early.child, early.birth].map((id) => register(mai).get(id)?.place)).toEqual(
      Array.from({ length: 3 }, () => villages[0]),
    );
    expect([next, late.child, late.birth].map((id) => register(lan).get(id)?.place)).toEqual(
      Array.from({ length: 3 }, () => beside.villages[0]),
    );
    expect(register(lan).household(next)).toMatchObject({ phone: '0987654321', address: 'Xóm Giữa' });
    // A collaborator keeps her village, and nobody else's.
    expect(session(hoa).activation.places).toEqual([villages[0]]);
    expect(held(hoa).some((id) => held(yen).includes(id))).toBe(false);
  });

  test('a village has one code and one name in the new commune', async () => {
    const { places } = session(mai).who;
    const codes = places.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const names = places.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('Thôn Đồng Bưởi (Xã Đồng Bưởi)');
  });

  test('a number is found again, in its own village, however many households have it', () => {
    const asked = register(mai).household(sheetOf(yen));
    const { rows } = register(mai).search(String(asked?.number), 50);
    const found = rows.map(({ household }) => household);
    expect(found).toEqual(expect.arrayContaining([sheetOf(hoa), sheetOf(yen)]));
  });

  test('the figures of the new commune are the sum of the old ones, each of which says what it said', async () => {
    await hub.figures().settle();
    for (const period of ['2026-10', '2026-11']) {
      const [own, its, sums] = [
        await atHub(book, commune, period),
        await atHub(book, beside.commune, period),
        await atHub(book, undefined, period),
      ];
      expect(sums).toEqual(added(own, its));
      expect(numbersOf(register(lan).report('01-DSX', period, session(lan).who.commune))).toEqual(sums);
      expect(numbersOf(register(mai).report('01-DSX', period, beside.commune))).toEqual(its);
      expect(rowsOf(await report(beside.commune, period)).slice(0, its.length)).toEqual(its);
    }
    expect(await atHub(book, commune, '2026-10')).toEqual(october.own);
    expect(await atHub(book, beside.commune, '2026-10')).toEqual(october.its);
    // Its code is another's now, and the other's is nobody else's.
    expect(await report(oldCode, '2026-11')).not.toBe(await report(commune, '2026-11'));
    expect(await report(beside.code, '2026-11')).toBe(
      (await report(beside.commune, '2026-11')).replace(beside.commune, beside.code),
    );
    const cells = await hub
      .hub()
      .database.transaction(undefined, (tx) =>
        tx
          .selectFrom('cell')
          .select(['place', 'value'])
          .where('book', '=', book)
          .where('period', '=', '2026-11')
          .where('indicator', '=', 'births')
          .execute(),
      );
    const births = (place: string) => cells.find((cell) => cell.place === place)?.value ?? 0;
    expect(births(session(lan).who.commune)).toBe(births(commune) + births(beside.commune));
    expect(births(beside.commune)).toBeGreaterThan(0);
  });

  test('what the old communes handed in stays theirs, and nothing of it is due again', async () => {
    const { reports } = (await (await hub.console('/api/closings?period=2026-10')).json()) as ClosingsAnswer;
    expect(reports.map(({ name, form, closing }) => [name, form, closing?.place])).toEqual([
      ['Xã Suối Mẫu', '01-DSX', commune],
      ['Xã Đồng Bưởi', '01-DSX', beside.commune],
      // Of the goods of before nobody has told yet.
      ['Xã Suối Mẫu', 'LMIS', undefined],
      ['Xã Đồng Bưởi', 'LMIS', undefined],
    ]);
    const now = (await (await hub.console('/api/closings?period=2026-11')).json()) as ClosingsAnswer;
    expect(now.reports.map((one) => [one.book, one.form])).toEqual([
      [book, '01-DSX'],
      [book, 'LMIS'],
    ]);
    const due = await deskOf(mai).reportsDue();
    expect(due.map(({ period }) => period)).toContain('2026-11');
    expect(due.map(({ period }) => period)).not.toContain('2026-10');
    expect(await report(beside.code, '2026-10', '--frozen')).toMatch(/"frozen":\{"version":1/);
    await expect(report(oldCode, '2026-10', '--frozen')).rejects.toThrow(/chưa chốt/);
  });

  test('the stations of the old communes are points of the new one, each with its own card', async () => {
    await received(mai, 30);
    await agree();
    const { folk } = register(lan);
    const made = session(lan).who.commune;
    expect(shelfLines(folk, made, '2026-12-02')).toEqual([expect.objectContaining({ stock: 0, atPoints: 50 })]);
    expect(storeLines(folk, session(lan).activation.places, '2026-12-02')).toContainEqual(
      expect.objectContaining({ id: beside.commune, level: 'point', name: 'Xã Đồng Bưởi' }),
    );
    const stores = monthLedger(folk, '2026-11').map(({ store, closing }) => [store, closing]);
    expect(stores).toEqual([['point:Xã Đồng Bưởi', 50]]);
    expect(monthLedger(folk, '2026-11', beside.commune).map(({ store }) => store)).toEqual(['commune']);
    expect(monthLedger(folk, '2026-11', commune)).toEqual([]);
  });

  test('a report of an old commune is reconciled as ever: only what came late is told', async () => {
    const { reports } = (await (await hub.console('/api/closings?period=2026-10')).json()) as ClosingsAnswer;
    const reconciled = async (place: string) => {
      const id = reports.find(({ closing }) => closing?.place === place)?.closing?.id;
      return (await (await hub.console(`/api/closing?book=${book}&id=${id}`)).json()) as ClosingAnswer;
    };
    for (const place of [commune, beside.commune]) expect((await reconciled(place)).changes).toEqual([]);
    const [home = ''] = fertileHouseholds(yen, beside.villages[0] ?? '').slice(1);
    await recordBirth(yen, home, { fullName: 'Trần Thị Sau', date: '2026-10-12' });
    await agree();
    expect((await reconciled(commune)).changes).toEqual([]);
    const { changes } = await reconciled(beside.commune);
    expect(changes.flatMap(({ cases }) => cases)).toContainEqual(expect.objectContaining({ is: 'came', isLate: true }));
  });

  test('what was saved as a file before is taken by the new commune, and its answers by who does not know of it', async () => {
    const { file, home } = saved;
    expect(await lan.roads().openRoadFile(file)).toMatchObject({ is: 'carried', fresh: 1 });
    const answer = await takeRoadFile(unitsBench({ hub: hub.hub(), figures: hub.figures() }), file.bytes);
    if (answer.is !== 'taken') throw new Error(answer.why);
    expect(answer).toMatchObject({ taken: 1, of: 1 });
    const bytes = new TextEncoder().encode(answer.answers);
    expect(await thu.roads().openRoadFile({ name: 'tra-loi.txt', bytes })).toMatchObject({ is: 'answered' });
    expect(await thu.sync()).toMatchObject({ is: 'done', waiting: 0 });
    await lan.sync();
    expect(register(lan).get(home)?.fields.note).toBe('gửi bằng tệp');
  });

  test('a hub that is started anew says the same, and a code of an old commune opens the new one', async () => {
    const before = [await atHub(book), await atHub(book, beside.commune)];
    await hub.restart();
    expect([await atHub(book), await atHub(book, beside.commune)]).toEqual(before);
    const newcomer = await openPhone(hub, await beside.officerCode());
    await newcomer.sync();
    expect(held(newcomer)).toEqual(held(lan));
    await agree();
  });
});

interface Figure {
  readonly value: number | null;
}
