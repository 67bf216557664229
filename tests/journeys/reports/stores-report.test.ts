import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRegisterWords } from '../../../server/command-line/register/register-words.ts';
import { reportWords } from '../../../server/command-line/register/report-words.ts';
import type { FrozenMoves, FrozenReport } from '../../../src/domain/figure/closing/closing.ts';
import { readLines } from '../../../src/domain/figure/closing/frozen-figures.ts';
import type { Fields } from '../../../src/domain/value.ts';
import { demoCommune } from '../../../src/sample/sample.ts';
import type { CommuneReport } from '../../../src/sync/console-api.ts';
import { openClosingDesk } from '../../../src/workers/answering/closing/closing-desk.ts';
import { storyEngines } from '../../server/engines.ts';
import { book, commune, type JourneyHub, openCommune, villages } from '../commune.ts';
import { type JourneyPhone, openPhone, syncUntilAgreed } from '../phone.ts';
import { deskOf, freeze, noDoubts } from './closing-steps.ts';

/*
 * October is over at the station and in the collaborator's box. The officer freezes the month's report of stores, and it
 * goes the way of every other report.
 */

const [village = ''] = villages;
const pills = { product: 'VUTT', channel: 'free', lot: 'V7', expiry: '2028-06' };
const [form, month] = ['LMIS', '2026-10'];

describe.each(storyEngines)('the month’s report of stores, on %s', { timeout: 120_000 }, (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let collaborator: JourneyPhone;

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
    await everybodyAgrees();
  }, 120_000);
  afterAll(() => hub.close());

  const everybodyAgrees = () => syncUntilAgreed(hub, [officer, collaborator]);
  async function write(phone: JourneyPhone, kind: string, store: string, answers: Fields): Promise<string> {
    const saved = await phone.work().record(kind, store, { ...pills, store, ...answers }, []);
    if (!saved.ok) throw new Error(saved.error.map(({ check }) => check).join());
    return saved.value.records.find(({ kind: made }) => made === 'stock_movement')?.id ?? '';
  }
  const receive = (phone: JourneyPhone, store: string, date: string, quantity: number, more: Fields = {}) =>
    write(phone, 'stock_move', store, { type: 'receipt', date, quantity, ...more });
  const give = (date: string, quantity = 1) =>
    write(collaborator, 'stock_give_unnamed', village, { date, quantity, sex: 'female', ageGroup: '20_34' });
  const reconciled = async (id: string): Promise<FrozenReport> => {
    const answer = await hub.console(`/api/closing?book=${book}&id=${id}`);
    expect(answer.status).toBe(200);
    return answer.json();
  };
  const movesAbove = async (id: string, row: string): Promise<FrozenMoves> =>
    (await hub.console(`/api/closing-moves?book=${book}&id=${id}&row=${encodeURIComponent(row)}`)).json();
  const judge = async (id: string, outcome: string, reason = '') =>
    (await hub.console('/api/closing', { book, id, outcome, reason })).json();
  const listed = async (): Promise<readonly CommuneReport[]> =>
    (await (await hub.console(`/api/closings?period=${month}`)).json()).reports;
  const value = (report: FrozenReport | undefined, row: string) =>
    report?.table.rows.find(({ key }) => key === row)?.value;
  let first = '';
  let given = '';

  test('a commune that keeps no store has none to hand in; one that does has until the fifth working day', async () => {
    const due = { form, period: month, deadline: '2026-11-06', isSure: true };
    expect((await deskOf(officer).reportsDue()).filter((one) => one.form === form)).toEqual([]);
    expect((await listed()).map((one) => one.form)).toEqual(['01-DSX']);
    await receive(officer, commune, '2026-09-20', 40);
    const sent = await write(officer, 'stock_move', commune, {
      ...{ type: 'issue', counterpart: village, date: '2026-10-01', quantity: 10 },
    });
    await everybodyAgrees();
    await receive(collaborator, village, '2026-10-02', 10, { counterpart: commune, confirms: sent });
    given = await give('2026-10-20', 3);
    await give('2026-10-21', 2);
    await everybodyAgrees();
    expect(await deskOf(officer).reportsDue()).toContainEqual({ ...due, is: 'open' });
    expect((await listed()).find((one) => one.form === form)).toEqual({ book, ...due });
    expect(await deskOf(collaborator).freezeReport(form, month, noDoubts)).toEqual({ ok: false, error: 'role' });
    expect(await deskOf(officer).freezeReport(form, '2026-11', noDoubts)).toEqual({ ok: false, error: 'not_over' });
  });

  test('somebody whose birth date is not whole is a doubt of the forms, and none of the stores', async () => {
    const lives = { relation: 'head', residence: 'usual_present', marital: 'married', status: 'active' };
    const old = { fullName: 'Bùi Thị Già', sex: 'female', birthDate: '1940', household: { made: 0 }, ...lives };
    await officer.work().save([
      { kind: 'household', place: village, put: { number: 901, kind: 'family' } },
      { kind: 'person', place: village, put: old },
    ]);
    await everybodyAgrees();
    const doubtsOf = async (code: string) => (await deskOf(officer).freezing(code, month)).doubts;
    expect((await doubtsOf('01-DSX')).incomplete).toBeGreaterThan(0);
    // Users beside what was given is asked of both.
    expect(await doubtsOf(form)).toEqual({ ...noDoubts, goods: expect.any(Number) });
  });

  test('frozen as the live report stands, sent, and equal to what the hub adds up itself', async () => {
    const { table: live } = await deskOf(officer).freezing(form, month);
    first = await freeze(officer, form, month);
    await everybodyAgrees();
    const frozen = await deskOf(officer).frozenReport(first);
    expect(frozen?.table).toEqual(live);
    const numbers = ['opening', 'received', 'issued', 'dispensed', 'closing'].map((key) => `VUTT free ${key}`);
    expect(numbers.map((row) => value(frozen, row))).toEqual([40, 10, 10, 5, 35]);
    expect(frozen?.table.rows.find(({ key }) => key === 'VUTT free soonest')?.text).toBe('2028-06');
    const above = await reconciled(first);
    expect(above.changes).toEqual([]);
    expect(above.table).toEqual(live);
    expect((await listed()).find((one) => one.form === form)?.closing).toMatchObject({ id: first, state: 'submitted' });
    expect(await deskOf(officer).freezeReport(form, month, noDoubts)).toEqual({ ok: false, error: 'submitted' });
  });

  test('a frozen number opens to its movements, on the phone and above, and they name nobody', async () => {
    const row = 'VUTT free dispensed';
    const found = await deskOf(officer).frozenMoves(first, row);
    expect(found?.moves.map(({ date, quantity, isGone }) => [date, quantity, isGone])).toEqual([
      ['2026-10-20', 3, false],
      ['2026-10-21', 2, false],
    ]);
    expect(await movesAbove(first, row)).toEqual(found);
    expect((await deskOf(officer).frozenMoves(first, 'VUTT free closing', 2))?.earlier).toBe(3);
    for (const [id, asked] of [
      ['x', row],
      [first, 'VUTT free'],
    ])
      expect((await hub.console(`/api/closing-moves?book=${book}&id=${id}&row=${asked}`)).status).toBe(404);
  });

  test('a gift taken back and a receipt written late change no frozen number: they stand beside it, with their authors', async () => {
    const before = await deskOf(officer).frozenReport(first);
    expect((await collaborator.work().takeBack([given], 'Ghi nhầm')).ok).toBe(true);
    const late = await receive(officer, commune, '2026-10-30', 7, { lot: 'W1', expiry: '2027-03' });
    await everybodyAgrees();
    const after = await deskOf(officer).frozenReport(first);
    expect(after?.table).toEqual(before?.table);
    const above = await reconciled(first);
    expect(above.table).toEqual(before?.table);
    expect(above.changes.filter(({ isTrue }) => isTrue)).toEqual([]);
    for (const { changes } of [above, ...(after === undefined ? [] : [after])]) {
      const changed = (key: string) => changes.find((one) => one.key === `VUTT free ${key}`);
      expect(changed('dispensed')).toMatchObject({
        frozen: { value: 5 },
        now: { value: 2 },
        cases: [
          {
            is: 'went',
            isLate: true,
            isTakenBack: true,
            by: 'Cộng tác viên Thôn Đồng Bưởi',
            goods: { what: { vi: 'Cấp phát miễn phí' }, quantity: 3 },
            who: { record: given, name: '', person: '', date: '2026-10-20' },
          },
        ],
      });
      expect(changed('received')).toMatchObject({ cases: [{ is: 'came', isLate: true, who: { record: late } }] });
      expect(changed('closing')).toMatchObject({ frozen: { value: 35 }, now: { value: 45 }, isTrue: false });
      expect(changed('soonest')).toMatchObject({ frozen: { text: '2028-06' }, now: { text: '2027-03' } });
      expect(changed('opening')).toBeUndefined();
    }
    // What it was added up from still opens, whatever was taken back since.
    const gifts = await movesAbove(first, 'VUTT free dispensed');
    expect(gifts.moves.map(({ quantity, isGone }) => [quantity, isGone])).toEqual([
      [3, true],
      [2, false],
    ]);
  });

  test('what is late enters the next report as the adjustment of the month before, and the balance closes over both', async () => {
    hub.clock.now += 10 * 24 * 3_600_000;
    await everybodyAgrees();
    const { carried } = await deskOf(officer).closings(form, '2026-11');
    const adjusted = carried.find(({ key }) => key === 'VUTT free closing');
    expect(adjusted).toMatchObject({ frozen: 35, now: 45 });
    const id = await freeze(officer, form, '2026-11');
    await everybodyAgrees();
    const next = await reconciled(id);
    expect(next.changes).toEqual([]);
    expect(next.carried).toEqual(carried);
    expect(value(next, 'VUTT free opening')).toBe(45);
  });

  test('returned with a reason, it is mended and frozen again; both versions stay and say in what they differ', async () => {
    expect(await judge(first, 'returned', 'Thiếu phiếu nhập ngày 30/10')).toEqual({ is: 'judged' });
    await everybodyAgrees();
    expect(await deskOf(officer).reportsDue()).toContainEqual(
      expect.objectContaining({ form, period: month, is: 'returned' }),
    );
    const second = await freeze(officer, form, month);
    await everybodyAgrees();
    const mended = await reconciled(second);
    expect(mended).toMatchObject({ closing: { version: 2, isLatest: true, state: 'submitted' }, changes: [] });
    expect(mended.before.find(({ key }) => key === 'VUTT free dispensed')).toMatchObject({ cases: [{ is: 'went' }] });
    expect([value(await reconciled(first), 'VUTT free closing'), value(mended, 'VUTT free closing')]).toEqual([35, 45]);
    expect(await judge(second, 'received')).toEqual({ is: 'judged' });
    await everybodyAgrees();
    expect((await deskOf(officer).frozenReport(second))?.closing.state).toBe('received');
  });

  test('a movement that the phone says it knew of and left out is a true difference, and so is a changed number', async () => {
    await receive(collaborator, village, '2026-08-12', 6);
    await collaborator.sync();
    // The officer's phone has not fetched it, and claims to have read on.
    const { session, save } = officer.work();
    const desk = openClosingDesk({ session, saving: { save }, cursor: async () => 1_000_000 });
    await receive(officer, commune, '2026-08-02', 5);
    const frozen = await desk.freezeReport(form, '2026-08', noDoubts);
    await officer.sync();
    const id = frozen.ok ? (frozen.value.records[0]?.id ?? '') : '';
    const received = (await reconciled(id)).changes.find(({ key }) => key === 'VUTT free received');
    expect(received).toMatchObject({ isTrue: true, cases: [{ is: 'came', isLate: false, goods: { quantity: 6 } }] });

    const state = officer.work().session.store.shown(id);
    const fields = Object.fromEntries(
      Object.entries(state?.fields ?? {}).map(([key, heads]) => [key, heads[0]?.value ?? null]),
    );
    const figures = readLines(fields.figures).map(([row = '', key = '', was = 0, ...rest]) =>
      key === 'VUTT free received' ? [row, key, Number(was) + 1, ...rest] : [row, key, was, ...rest],
    );
    const saved = await officer.work().save([{ kind: 'report_frozen', place: commune, add: { ...fields, figures } }]);
    await officer.sync();
    const forged = await reconciled(saved.records[0]?.id ?? '');
    expect(forged.changes.find(({ key }) => key === 'VUTT free received')).toMatchObject({ isTrue: true });
  });

  test('each look is in the audit chain; a viewer sees nothing of it; the command line prints it as it was frozen', async () => {
    const rows = await hub
      .hub()
      .database.transaction(undefined, (tx) =>
        tx.selectFrom('audit').select(['actor', 'action', 'object']).where('book', '=', book).execute(),
      );
    expect(rows).toContainEqual({ actor: 'huyen', action: 'reconcile', object: `${form} ${month} v1` });
    expect(rows).toContainEqual({
      ...{ actor: 'huyen', action: 'closing_moves' },
      object: `${form} ${month} v1 VUTT free dispensed`,
    });
    expect(rows).toContainEqual({ actor: 'huyen', action: 'report_received', object: `${form} ${month} v2` });
    const path = `/api/closing-moves?book=${book}&id=${first}&row=VUTT+free+dispensed`;
    expect((await hub.console(path, undefined, 'viewer')).status).toBe(403);

    const place = ['--place', demoCommune.communeCode, '--data', '.', '--json', '--frozen'];
    const words = readRegisterWords(['report', '--form', form, '--period', month, ...place]);
    const bench = { hub: hub.hub(), figures: hub.figures(), onWritten: () => undefined };
    const printed = JSON.parse(await reportWords(bench, words));
    expect(printed).toMatchObject({ form, frozen: { version: 2, state: 'received' } });
    expect(printed.rows).toContainEqual(expect.objectContaining({ row: 'VUTT free closing', value: 45, unit: 'vỉ' }));
    await expect(reportWords(bench, { ...words, isFrozen: false })).rejects.toThrow();
  });
});
