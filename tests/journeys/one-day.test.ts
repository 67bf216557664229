import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportTable } from '../../src/domain/figure/report.ts';
import { openDisagreements, shown } from '../../src/sync/records/merge.ts';
import { storyEngines } from '../server/engines.ts';
import { book, commune, type JourneyHub, openCommune, villages } from './commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from './phone.ts';

/*
 * A commune's officer and a collaborator, each away from the network for a while, and the hub they share. What the one
 * wrote the other holds in the end, and phone and hub say the same numbers, to the last case.
 */

const form = '01-DSX';
const [village = ''] = villages;

describe.each(storyEngines)('phones of one commune, on %s', (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let collaborator: JourneyPhone;

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
    await everybodyAgrees();
  });
  afterAll(() => hub.close());

  /** Everybody sends, then everybody fetches; each time the digests must be equal. */
  async function everybodyAgrees(ahead = 0): Promise<void> {
    for (const phone of [officer, collaborator, officer, collaborator]) {
      const state = await phone.sync();
      const off = phone === collaborator ? ahead : 0;
      expect(state).toMatchObject({ is: 'done', waiting: 0, mending: 0, agreedAt: hub.clock.now + off });
    }
  }

  const onPhone = (phone: JourneyPhone, place: string, period = '2026-11') => {
    const { register } = phone.work().session;
    const report = register.report(form, period, place);
    return { report, cases: casesOf(report, (row) => register.cases(form, row, period, place)) };
  };
  const figures = (report: ReportTable) =>
    Object.fromEntries([...report.above, ...report.rows].map(({ key, value }) => [key, value]));
  const casesOf = (report: ReportTable, cases: (row: string) => readonly unknown[]) =>
    [...report.above, ...report.rows].map(({ row, key, value }) => {
      const list = cases(row);
      expect([key, list.length]).toEqual([key, value]);
      return list;
    });

  async function hubSaysTheSame(period = '2026-11'): Promise<ReturnType<typeof figures>> {
    const report = await hub.figures().report(book, form, period);
    if (report === undefined) throw new Error('the hub has a report');
    const mine = onPhone(officer, commune, period);
    expect(mine.report).toEqual(report);
    for (const [index, { row }] of [...report.above, ...report.rows].entries()) {
      expect(mine.cases[index]).toEqual(await hub.figures().cases(book, form, row, period));
    }
    return figures(report);
  }

  const nameOf = (phone: JourneyPhone, id: string) => {
    const state = phone.work().session.store.shown(id);
    return state && shown(state, 'fullName');
  };

  test('a birth, twins, the last day of a month: wherever it was written, it counts once and in its month', async () => {
    const before = await hubSaysTheSame();
    const october = await hubSaysTheSame('2026-10');
    const [one = '', other = ''] = fertileHouseholds(officer, village);
    await recordBirth(collaborator, one, { sex: 'male', date: '2026-11-01' });
    await recordBirth(officer, other, { sex: 'male', sex2: 'female', multiple: true, date: '2026-11-21' });
    await recordBirth(collaborator, other, { date: '2026-10-31' });
    expect(figures(onPhone(collaborator, village).report)).not.toEqual(figures(onPhone(officer, village).report));
    await everybodyAgrees();
    const after = await hubSaysTheSame();
    const gained = (key: string) => (after[key] ?? 0) - (before[key] ?? 0);
    expect(['births', 'births_m', 'births_f', 'pop_end'].map(gained)).toEqual([3, 2, 1, 4]);
    const late = await hubSaysTheSame('2026-10');
    expect([late.births, late.pop_end]).toEqual([(october.births ?? 0) + 1, (october.pop_end ?? 0) + 1]);
    expect(onPhone(collaborator, village)).toEqual(onPhone(officer, village));
  });

  test("a temporary mother's child is served and never counted", async () => {
    const before = await hubSaysTheSame();
    const { register } = officer.work().session;
    const [household, mother] = villages
      .flatMap((place) => fertileHouseholds(officer, place))
      .flatMap((id) =>
        (register.formContext('birth', id).choices.mother ?? [])
          .map(({ value }) => [id, String(value)] as const)
          .filter(([, woman]) => register.get(woman)?.fields.residence === 'temporary'),
      )[0] ?? ['', ''];
    const { child } = await recordBirth(officer, household, { mother });
    await everybodyAgrees();
    expect(await hubSaysTheSame()).toEqual(before);
    expect(register.household(household)?.people.find(({ id }) => id === child)?.residence).toBe('temporary');
  });

  test('a birth taken back is gone on every phone and from the report; a birth whose fact alone is void counts nobody', async () => {
    const before = await hubSaysTheSame();
    const [household = ''] = fertileHouseholds(collaborator, village);
    const { transaction } = await recordBirth(collaborator, household);
    const half = await recordBirth(officer, household);
    await everybodyAgrees();
    expect((await hubSaysTheSame()).births).toBe((before.births ?? 0) + 2);
    await collaborator.work().undo(transaction);
    await officer.voidRecord(half.birth);
    await everybodyAgrees();
    expect(await hubSaysTheSame()).toEqual(before);
    expect(onPhone(collaborator, village)).toEqual(onPhone(officer, village));
  });

  test('two who mend one name without seeing each other disagree, on both phones alike, until one settles it', async () => {
    const [household = ''] = fertileHouseholds(officer, village);
    const { child } = await recordBirth(officer, household, { fullName: 'Nguyễn Văn Bào' });
    await everybodyAgrees();
    await collaborator.edit(child, 'fullName', 'Nguyễn Văn Bảo');
    await officer.edit(child, 'fullName', 'Nguyễn Văn Báo');
    expect([nameOf(collaborator, child), nameOf(officer, child)]).toEqual(['Nguyễn Văn Bảo', 'Nguyễn Văn Báo']);
    await everybodyAgrees();
    const disagreeing = [officer, collaborator].map((phone) => {
      const state = phone.work().session.store.shown(child);
      return [nameOf(phone, child), state && openDisagreements(state, (field) => field === 'fullName')];
    });
    expect(disagreeing[0]).toEqual([expect.stringMatching(/Báo|Bảo/), ['fullName']]);
    expect(disagreeing[1]).toEqual(disagreeing[0]);
    await collaborator.edit(child, 'fullName', 'Nguyễn Văn Bảo');
    await everybodyAgrees();
    for (const phone of [officer, collaborator]) {
      const state = phone.work().session.store.shown(child);
      expect(state && [nameOf(phone, child), openDisagreements(state, () => true)]).toEqual(['Nguyễn Văn Bảo', []]);
    }
  });

  test('a phone a year ahead of its time wins nothing by it: who wrote later wins', async () => {
    const [household = ''] = fertileHouseholds(officer, village);
    const year = 365 * 86_400_000;
    collaborator.setClock(year);
    await collaborator.edit(household, 'phone', '0912000001');
    expect(await collaborator.sync()).toMatchObject({ is: 'done', clockOffset: year });
    hub.clock.now += 1_000;
    await officer.edit(household, 'phone', '0912000002');
    await everybodyAgrees(year);
    collaborator.setClock(0);
    for (const phone of [officer, collaborator]) {
      const state = phone.work().session.store.shown(household);
      expect(state && shown(state, 'phone')).toBe('0912000002');
    }
  });

  test('after the hub was started anew and the phones were killed, all is there and the digests are equal', async () => {
    const before = await hubSaysTheSame();
    await recordBirth(collaborator, fertileHouseholds(collaborator, village)[0] ?? '');
    await collaborator.reopen();
    await hub.restart();
    await officer.reopen();
    await everybodyAgrees();
    expect((await hubSaysTheSame()).births).toBe((before.births ?? 0) + 1);
  });
});
