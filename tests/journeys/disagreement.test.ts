import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disagreeAnswers } from '../../src/workers/answering/disagree/disagree-answers.ts';
import { type JourneyHub, openCommune, villages } from './commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from './phone.ts';

/* The officer and a collaborator mend one name without seeing each other: neither word is lost, and one of them ends it. */

const [village = ''] = villages;

describe('two people wrote differently', () => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let collaborator: JourneyPhone;
  let child = '';

  const asks = (phone: JourneyPhone) =>
    disagreeAnswers(async () => ({ session: phone.work().session, recording: phone.work() }));
  const everybodySyncs = async () => {
    for (const phone of [officer, collaborator, officer, collaborator]) await phone.sync();
  };

  beforeAll(async () => {
    hub = await openCommune('PGlite');
    officer = await openPhone(hub, await hub.officerCode());
    // Activated later: the officer's phone was never told her name at its own activation.
    collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
    await everybodySyncs();
    const [household = ''] = fertileHouseholds(officer, village);
    ({ child } = await recordBirth(officer, household, { fullName: 'Nguyễn Văn Bào' }));
    await everybodySyncs();
  });
  afterAll(() => hub?.close());

  test('both words, who and when stand on the page, on both phones; the own one is told apart', async () => {
    await collaborator.edit(child, 'fullName', 'Nguyễn Văn Bảo');
    await officer.edit(child, 'fullName', 'Nguyễn Văn Báo');
    await everybodySyncs();
    const [told] = await asks(officer).disagreements([child, child, 'nobody.1'], 'page');
    expect(told).toMatchObject({ record: child, field: 'fullName', label: { vi: 'Họ và tên' } });
    const values = told?.values.map(({ words, author, isMine }) => `${words.vi} · ${author} · ${isMine}`);
    expect([...(values ?? [])].sort()).toEqual([
      'Nguyễn Văn Báo · Cán bộ dân số xã · true',
      expect.stringMatching(/^Nguyễn Văn Bảo · Cộng tác viên .+ · false$/),
    ]);
    // What shows on the page stands first.
    const shown = officer.work().session.register.person(child)?.line.name;
    expect(told?.values[0]?.words.vi).toBe(shown);
    expect(await asks(collaborator).disagreements([child], 'page')).toHaveLength(1);
    // Nobody need happen upon her page: it is listed, on both phones.
    for (const phone of [officer, collaborator])
      expect(await asks(phone).disputed()).toEqual([
        { record: child, kind: 'person', name: shown, householdNumber: '', labels: [told?.label] },
      ]);
  });

  test('one takes one of them, the other’s phone follows, and it does not come back', async () => {
    const [told] = await asks(officer).disagreements([child], 'page');
    const theirs = told?.values.find(({ isMine }) => !isMine);
    await asks(officer).settleDisagreement(child, 'fullName', theirs?.op ?? '');
    expect(await asks(officer).disagreements([child], 'page')).toEqual([]);
    await everybodySyncs();
    for (const phone of [officer, collaborator]) {
      expect(await asks(phone).disagreements([child], 'page')).toEqual([]);
      expect(await asks(phone).disputed()).toEqual([]);
      expect(phone.work().session.register.person(child)?.line.name).toBe('Nguyễn Văn Bảo');
    }
  });

  test('her page says what was chosen and what the other had written, and by that it can be undone', async () => {
    const toldChanges = () =>
      (officer.work().session.register.person(child)?.changes ?? []).filter(({ kind }) => kind === 'change_info');
    const [line] = toldChanges();
    expect(line).toMatchObject({ isCorrection: true, author: 'Cán bộ dân số xã' });
    expect([line?.details, line?.before].map((lines) => lines?.map(({ value }) => value.vi))).toEqual([
      ['Nguyễn Văn Bảo'],
      ['Nguyễn Văn Báo'],
    ]);
    expect(await officer.work().takeBack([line?.id ?? ''], 'Ghi nhầm')).toMatchObject({ ok: true });
    await everybodySyncs();
    expect(collaborator.work().session.register.person(child)?.line.name).toBe('Nguyễn Văn Báo');
    expect(toldChanges()).toEqual([]);
    expect(await asks(officer).disputed()).toEqual([]);
  });

  test('a number that only her own panel says is told there, and nowhere else', async () => {
    await collaborator.edit(child, 'nationalId', '001099000001');
    await officer.edit(child, 'nationalId', '001099000002');
    await everybodySyncs();
    expect(await asks(officer).disagreements([child], 'page')).toEqual([]);
    const [told] = await asks(officer).disagreements([child], 'panel');
    expect(told?.values.map(({ words }) => words.vi).sort()).toEqual(['••••••••0001', '••••••••0002']);
  });
});
