import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRegisterWords } from '../../../server/command-line/register/register-words.ts';
import { reportWords } from '../../../server/command-line/register/report-words.ts';
import type { FrozenReport } from '../../../src/domain/figure/closing/closing.ts';
import { demoCommune } from '../../../src/sample/sample.ts';
import type { CommuneReport } from '../../../src/sync/console-api.ts';
import { storyEngines } from '../../server/engines.ts';
import { book, type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth, syncUntilAgreed } from '../phone.ts';
import { deskOf, freeze, noDoubts } from './closing-steps.ts';

/*
 * October is over. The officer freezes its report, and it goes its way: whatever is written afterwards changes no number
 * in it, and is told beside it.
 */

const [village = ''] = villages;

describe.each(storyEngines)('the life of a report, on %s', { timeout: 120_000 }, (engine) => {
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

  test('it stands to be done until it is sent, and can be frozen when its period is over, by the officer', async () => {
    const desk = deskOf(officer);
    const due = { form: '01-DSX', period: '2026-10', deadline: '2026-11-06', isSure: true };
    expect(await desk.reportsDue()).toContainEqual({ ...due, is: 'open' });
    expect(await deskOf(collaborator).reportsDue()).toEqual([]);
    expect(await desk.freezeReport('01-DSX', '2026-11', noDoubts)).toEqual({ ok: false, error: 'not_over' });
    expect(await deskOf(collaborator).freezeReport('01-DSX', '2026-10', noDoubts)).toEqual({
      ok: false,
      error: 'role',
    });

    const id = await freeze(officer, '01-DSX', '2026-10');
    expect(await desk.reportsDue()).toContainEqual({ ...due, is: 'waiting' });
    await everybodyAgrees();
    expect((await desk.reportsDue()).filter(({ period }) => period === '2026-10')).toEqual([]);
    expect(await desk.freezeReport('01-DSX', '2026-10', noDoubts)).toEqual({ ok: false, error: 'submitted' });

    const live = officer.work().session.register.report('01-DSX', '2026-10', officer.work().session.who.commune);
    const frozen = await desk.frozenReport(id);
    expect(frozen?.table).toEqual(live);
    expect(frozen).toMatchObject({ closing: { version: 1, state: 'submitted', standing: 'confirmed' }, changes: [] });
  });

  test('a late birth changes no number of it, and stands beside it with its author and day', async () => {
    const desk = deskOf(officer);
    const { versions } = await desk.closings('01-DSX', '2026-10');
    const before = await desk.frozenReport(versions[0]?.id ?? '');
    const { birth, child } = await recordBirth(collaborator, fertileHouseholds(collaborator, village)[0] ?? '', {
      sex: 'male',
      date: '2026-10-15',
    });
    await everybodyAgrees();
    const after = await desk.frozenReport(versions[0]?.id ?? '');
    expect(after?.table).toEqual(before?.table);
    const row = after?.changes.find(({ key }) => key === 'births_m');
    expect(row?.now.value).toBe((row?.frozen.value ?? 0) + 1);
    expect(row?.cases).toMatchObject([
      {
        is: 'came',
        who: { person: child },
        what: { vi: 'Sinh' },
        by: 'Cộng tác viên Thôn Đồng Bưởi',
        on: '2026-11-22',
      },
    ]);
    // Taken back, it is as if it had never been.
    await collaborator.voidRecord(birth);
    await collaborator.voidRecord(child);
    await everybodyAgrees();
    expect((await desk.frozenReport(versions[0]?.id ?? ''))?.changes).toEqual([]);
  });

  const reconciled = async (id: string): Promise<FrozenReport> => {
    const answer = await hub.console(`/api/closing?book=${book}&id=${id}`);
    expect(answer.status).toBe(200);
    return answer.json();
  };
  const judge = async (id: string, outcome: string, reason = '') =>
    (await hub.console('/api/closing', { book, id, outcome, reason })).json();
  const listed = async (period = '2026-10'): Promise<readonly CommuneReport[]> =>
    (await (await hub.console(`/api/closings?period=${period}`)).json()).reports;

  test('the hub counts the same, to the last case; what came late is told apart and alarms nobody', async () => {
    const [{ id } = { id: '' }] = (await deskOf(officer).closings('01-DSX', '2026-10')).versions;
    expect((await reconciled(id)).changes).toEqual([]);
    expect(await listed()).toMatchObject([{ book, form: '01-DSX', closing: { id, state: 'submitted', version: 1 } }]);
    expect(await listed('2026-09')).toEqual([
      { book, form: '01-DSX', period: '2026-09', deadline: '2026-10-07', isSure: true },
    ]);

    const { birth, child } = await recordBirth(collaborator, fertileHouseholds(collaborator, village)[1] ?? '', {
      sex: 'female',
      date: '2026-10-30',
    });
    await everybodyAgrees();
    const { changes } = await reconciled(id);
    expect(changes.map(({ isTrue }) => isTrue)).not.toContain(true);
    const girls = changes.find(({ key }) => key === 'births_f');
    expect(girls?.cases).toMatchObject([
      { is: 'came', isLate: true, who: { name: '', record: birth }, what: { vi: 'Sinh' } },
    ]);
    expect(changes.find(({ key }) => key === 'pop_end')?.cases).toMatchObject([
      { who: { person: child }, isLate: true },
    ]);
  });

  test('a returned report is mended and frozen again: both versions stay, and say in what they differ', async () => {
    const desk = deskOf(officer);
    const [{ id: first } = { id: '' }] = (await desk.closings('01-DSX', '2026-10')).versions;
    expect(await judge(first, 'returned', 'ít')).toEqual({ is: 'refused', why: 'reason' });
    expect(await judge(first, 'returned', 'Thiếu một trẻ sinh ngày 30/10')).toEqual({ is: 'judged' });
    expect(await judge(first, 'returned', 'Thiếu một trẻ sinh ngày 30/10')).toEqual({ is: 'refused', why: 'stale' });
    await everybodyAgrees();
    expect(await desk.reportsDue()).toContainEqual(expect.objectContaining({ period: '2026-10', is: 'returned' }));
    const returned = await desk.frozenReport(first);
    expect(returned?.closing).toMatchObject({
      state: 'returned',
      answer: { by: 'Phạm Thị Lan', reason: 'Thiếu một trẻ sinh ngày 30/10', date: '2026-11-22' },
    });

    hub.clock.now += 60_000;
    const second = await freeze(officer, '01-DSX', '2026-10');
    await everybodyAgrees();
    const mended = await desk.frozenReport(second);
    expect(mended).toMatchObject({ closing: { version: 2, isLatest: true, state: 'submitted' }, changes: [] });
    expect(mended?.before.find(({ key }) => key === 'births_f')).toMatchObject({ cases: [{ is: 'came' }] });
    expect((await desk.frozenReport(first))?.table).toEqual(returned?.table);
    const above = await reconciled(second);
    expect(above.changes).toEqual([]);
    expect(above.versions.map(({ state, version }) => [version, state])).toEqual([
      [1, 'returned'],
      [2, 'submitted'],
    ]);

    expect(await judge(second, 'received')).toEqual({ is: 'judged' });
    await everybodyAgrees();
    expect((await desk.frozenReport(second))?.closing.state).toBe('received');
    expect(await desk.freezeReport('01-DSX', '2026-10', noDoubts)).toEqual({ ok: false, error: 'submitted' });
  });

  test('what is late for a frozen period stands in the next one as its adjustment, and the balance closes over both', async () => {
    const desk = deskOf(officer);
    await freeze(officer, '01-DSX', '2026-08');
    await recordBirth(collaborator, fertileHouseholds(collaborator, village)[0] ?? '', {
      sex: 'male',
      date: '2026-08-20',
    });
    await everybodyAgrees();
    const { carried } = await desk.freezing('01-DSX', '2026-09');
    const change = (key: string) => {
      const row = carried.find((one) => one.key === key);
      return (row?.now ?? 0) - (row?.frozen ?? 0);
    };
    expect(['births', 'births_m', 'births_f', 'pop_end'].map(change)).toEqual([1, 1, 0, 1]);
    const id = await freeze(officer, '01-DSX', '2026-09');
    const next = await desk.frozenReport(id);
    expect(next?.carried).toEqual(carried);
    const value = (key: string) =>
      [...(next?.table.above ?? []), ...(next?.table.rows ?? [])].find((one) => one.key === key)?.value ?? 0;
    const flows = value('births') - value('deaths') + value('move_in') - value('move_out');
    const reviewed = value('review_add') - value('review_remove');
    const before = carried.find(({ key }) => key === 'pop_end')?.frozen ?? 0;
    expect(before + change('pop_end') + flows + reviewed).toBe(value('pop_end'));
  });

  test('what is late for a month before that one stands there, too: in what is since January', async () => {
    const desk = deskOf(officer);
    await recordBirth(collaborator, fertileHouseholds(collaborator, village)[2] ?? '', {
      sex: 'female',
      date: '2026-03-20',
    });
    await everybodyAgrees();
    const { carried } = await desk.closings('01-DSX', '2026-10');
    const row = (key: string) => carried.find((one) => one.key === key);
    const births = row('births');
    expect([births?.frozen, (births?.cumulative?.now ?? 0) - (births?.cumulative?.frozen ?? 0)]).toEqual([
      births?.now,
      1,
    ]);
    expect((row('pop_end')?.now ?? 0) - (row('pop_end')?.frozen ?? 0)).toBe(1);
    expect(row('pop_end')?.cumulative).toBeUndefined();
  });

  test('every look and every answer of the level above is in the audit chain; a viewer sees no report', async () => {
    const rows = await hub
      .hub()
      .database.transaction(undefined, (tx) =>
        tx.selectFrom('audit').select(['actor', 'action', 'object', 'ground']).where('book', '=', book).execute(),
      );
    const told = rows.filter(({ actor }) => actor === 'huyen');
    expect(told).toContainEqual({ actor: 'huyen', action: 'reconcile', object: '01-DSX 2026-10 v1', ground: '' });
    expect(told).toContainEqual({
      actor: 'huyen',
      action: 'report_returned',
      object: '01-DSX 2026-10 v1',
      ground: 'Thiếu một trẻ sinh ngày 30/10',
    });
    expect(told).toContainEqual({ actor: 'huyen', action: 'report_received', object: '01-DSX 2026-10 v2', ground: '' });
    const paths = ['/api/closings?period=2026-10', `/api/closing?book=${book}&id=x`];
    for (const path of paths) expect((await hub.console(path, undefined, 'viewer')).status).toBe(403);
    expect((await hub.console('/api/closing', { book, id: 'x', outcome: 'received' }, 'viewer')).status).toBe(403);
    expect((await hub.console('/api/closing', { book, id: 'x', outcome: 'received' })).status).toBe(404);
  });

  test('the command line prints the version that stands, as it was frozen', async () => {
    const words = {
      ...readRegisterWords([
        'report',
        '--form',
        '01-DSX',
        '--period',
        '2026-10',
        '--place',
        demoCommune.communeCode,
        '--data',
        '.',
        '--json',
        '--frozen',
      ]),
    };
    const bench = { hub: hub.hub(), figures: hub.figures(), onWritten: () => undefined };
    const printed = JSON.parse(await reportWords(bench, words));
    expect(printed.frozen).toMatchObject({ version: 2, state: 'received' });
    const { versions } = await deskOf(officer).closings('01-DSX', '2026-10');
    const frozen = await deskOf(officer).frozenReport(versions[1]?.id ?? '');
    const births = frozen?.table.rows.find(({ key }) => key === 'births')?.value;
    expect(printed.rows.find(({ key }: { readonly key: string }) => key === 'births').value).toBe(births);
    await expect(reportWords(bench, { ...words, period: '2026-03' })).rejects.toThrow();
  });
});
