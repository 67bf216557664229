import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FrozenReport } from '../../../src/domain/figure/closing/closing.ts';
import { readLines } from '../../../src/domain/figure/closing/frozen-figures.ts';
import { writtenLines } from '../../../src/register/lives/written.ts';
import { openClosingDesk } from '../../../src/workers/answering/closing/closing-desk.ts';
import { storyEngines } from '../../server/engines.ts';
import { book, commune, type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from '../phone.ts';
import { deskOf, freeze, noDoubts } from './closing-steps.ts';

/*
 * The hub believes no report: it counts again. A phone that says it knew of a birth and did not count it, one that changed
 * a number, one that gives the answer of the level above itself: each is found out or turned away.
 */

const [village = ''] = villages;

describe.each(storyEngines)('reports that the hub does not agree with, on %s', { timeout: 120_000 }, (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let collaborator: JourneyPhone;

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
    for (const phone of [officer, collaborator, officer]) await phone.sync();
  }, 120_000);
  afterAll(() => hub.close());

  const reconciled = async (id: string): Promise<FrozenReport> =>
    (await hub.console(`/api/closing?book=${book}&id=${id}`)).json();
  /** What a phone wrote that its own screens never write. */
  const write = async (drafts: Parameters<ReturnType<JourneyPhone['work']>['save']>[0]) => {
    const saved = await officer.work().save(drafts);
    await officer.sync();
    return saved.records[0]?.id ?? '';
  };

  test('a birth that the phone says it knew of and left out is a true difference, and is named', async () => {
    const { birth } = await recordBirth(collaborator, fertileHouseholds(collaborator, village)[0] ?? '', {
      sex: 'male',
      date: '2026-09-10',
    });
    await collaborator.sync();
    // The officer's phone has not fetched it, and claims to have read on.
    const { session, save } = officer.work();
    const desk = openClosingDesk({ session, saving: { save }, cursor: async () => 1_000_000 });
    const frozen = await desk.freezeReport('01-DSX', '2026-09', noDoubts);
    await officer.sync();
    const id = frozen.ok ? (frozen.value.records[0]?.id ?? '') : '';
    const boys = (await reconciled(id)).changes.find(({ key }) => key === 'births_m');
    expect(boys).toMatchObject({
      isTrue: true,
      cases: [{ is: 'came', isLate: false, who: { record: birth, name: '' } }],
    });
  });

  test('the same birth, truthfully not read yet, is late', async () => {
    await recordBirth(collaborator, fertileHouseholds(collaborator, village)[1] ?? '', { date: '2026-08-10' });
    await collaborator.sync();
    const id = await freeze(officer, '01-DSX', '2026-08');
    await officer.sync();
    const { changes } = await reconciled(id);
    expect(changes.find(({ key }) => key === 'births')).toMatchObject({
      isTrue: false,
      cases: [{ isLate: true, by: 'Cộng tác viên Thôn Đồng Bưởi', what: { vi: 'Sinh' } }],
    });
    expect(changes.filter(({ isTrue }) => isTrue)).toEqual([]);
  });

  /** Somebody who lives alone in the village. */
  const alone = async (fullName: string, residence: string) => {
    const { save } = officer.work();
    const home = (await save([{ kind: 'household', place: village, put: { number: 900, kind: 'family' } }])).records[0];
    const opening = { fullName, sex: 'female', birthDate: '1950', residence, marital: 'widowed', status: 'active' };
    const put = { ...opening, relation: 'head', household: home?.id ?? '' };
    const person = (await save([{ kind: 'person', place: village, put }])).records[0]?.id ?? '';
    return { person, home: home?.id ?? '' };
  };

  test('late facts of who lived alone empty or fill her household, and alarm nobody', async () => {
    const [widow, mover] = [await alone('Bùi Thị Tẻo', 'usual_present'), await alone('Bùi Thị Tí', 'usual_present')];
    const lodger = await alone('Bùi Thị Sửu', 'temporary');
    await officer.sync();
    await collaborator.sync();
    const id = await freeze(officer, '02-DSX', '2026-Q3');
    await officer.sync();
    const date = '2026-09-14';
    const told = { field: 'residence', old: 'temporary', new: 'usual_present' };
    await collaborator.work().save([
      { kind: 'death', place: village, add: { date, person: widow.person } },
      { kind: 'move_internal', place: village, add: { date, person: mover.person, toHousehold: lodger.home } },
      { kind: 'change_info', place: village, add: { date, person: lodger.person, ...told } },
    ]);
    await collaborator.sync();
    const { changes } = await reconciled(id);
    const homes = changes.find(({ key }) => key === 'hh_total')?.cases ?? [];
    expect(homes.map(({ is, who }) => [is, who.record]).sort()).toEqual(
      [
        ['came', lodger.home],
        ['went', mover.home],
        ['went', widow.home],
      ].sort(),
    );
    expect(changes.filter(({ isTrue }) => isTrue).map(({ key }) => key)).toEqual([]);
  });

  test('a mother whose birth date is mended late makes her birth one under twenty, and alarms nobody', async () => {
    const { birth } = await recordBirth(collaborator, fertileHouseholds(collaborator, village)[0] ?? '', {
      date: '2026-04-10',
    });
    await collaborator.sync();
    await officer.sync();
    const id = await freeze(officer, '01-DSX', '2026-04');
    await officer.sync();
    const mother = collaborator.work().session.register.get(birth)?.fields.mother;
    await collaborator.edit(String(mother), 'birthDate', '2008-02-01');
    await collaborator.sync();
    const { changes } = await reconciled(id);
    const young = changes.find(({ key }) => key === 'births_u20');
    expect(young).toMatchObject({ isTrue: false, cases: [{ is: 'came', isLate: true, who: { record: birth } }] });
    expect(changes.filter(({ isTrue }) => isTrue).map(({ key }) => key)).toEqual([]);
  });

  test('a household that late facts say stood in another village changes villages, and alarms nobody', async () => {
    const id = await freeze(officer, '01-DSX', '2026-10');
    await officer.sync();
    const [home = ''] = officer
      .work()
      .session.register.village(village)
      .households.map((one) => one.id);
    const [, other = ''] = villages;
    const moved = { kind: 'household', id: home, place: other, put: {} };
    await officer.work().save([moved]);
    await officer.sync();
    const { changes } = await reconciled(id);
    expect(changes.find(({ key }) => key === 'pop_end')).toMatchObject({ isTrue: false, cases: [], isWhole: true });
    expect(changes.find(({ key }) => key === 'pop_end')?.villages).toHaveLength(2);
    expect(changes.filter(({ isTrue }) => isTrue)).toEqual([]);
  });

  test('what waited on the phone when it froze is part of the report, and no difference', async () => {
    await recordBirth(officer, fertileHouseholds(officer, village)[0] ?? '', { date: '2026-07-10' });
    const id = await freeze(officer, '01-DSX', '2026-07');
    expect((await deskOf(officer).frozenReport(id))?.closing.doubts.waiting).toBe(1);
    await officer.sync();
    expect((await reconciled(id)).changes).toEqual([]);
  });

  test('a number that was changed after it was counted does not pass', async () => {
    const frozen = officer.work().session.store.shown(await freeze(officer, '01-DSX', '2026-06'));
    const fields = Object.fromEntries(
      Object.entries(frozen?.fields ?? {}).map(([key, heads]) => [key, heads[0]?.value ?? null]),
    );
    const figures = readLines(fields.figures).map(([row = '', key = '', value = 0, ...rest]) =>
      key === 'births' ? [row, key, Number(value) + 1, ...rest] : [row, key, value, ...rest],
    );
    const id = await write([{ kind: 'report_frozen', place: commune, add: { ...fields, figures } }]);
    const births = (await reconciled(id)).changes.find(({ key }) => key === 'births');
    expect(births).toMatchObject({ isTrue: true, cases: [] });
  });

  test('no phone answers for the level above, and none takes a frozen report back', async () => {
    const id = await freeze(officer, '01-DSX', '2026-05');
    const said = { date: '2026-11-22', report: id, outcome: 'received', by: 'Phạm Thị Lan' };
    const forged = { kind: 'report_verdict', place: commune, add: said };
    await expect(write([forged])).rejects.toThrow(RangeError);
    const taken = { kind: 'report_frozen', id, place: commune, void: { reason: 'thôi' } };
    await expect(write([taken])).rejects.toThrow(RangeError);
    const { register, activation } = officer.work().session;
    const written = writtenLines(register, activation.user, 0, hub.clock.now + 1).flatMap(({ facts }) => facts);
    expect(written.length).toBeGreaterThan(0);
    expect(written).not.toContain(id);
  });
});
