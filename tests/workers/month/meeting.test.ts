import { describe, expect, test } from 'vitest';
import type { PhoneApi } from '../../../src/workers/api/phone-api.ts';
import { twoPhones } from '../invented-phone.ts';

/*
 * The end of a month: a collaborator hands in her slip, the officer goes through it at the meeting. Two phones, one hub,
 * the 22nd of November.
 */

const month = '2026-10';

const slipOf = async (app: PhoneApi, id: string, of = month) => {
  const slip = (await app.slipKeepers(of)).find((keeper) => keeper.id === id);
  if (slip === undefined) throw new Error(`no slip of ${id}`);
  return slip;
};

/** An elder of her village is seen at the station. */
async function recordCheck(app: PhoneApi, place: string, date: string): Promise<string> {
  const { rows } = await app.somePeople({ place, sex: '', from: 60, to: null, text: '' }, 5);
  const [elder] = rows;
  if (elder === undefined) throw new Error('nobody is old here');
  const saved = await app.record('elder_check', elder.household, { person: elder.id, date }, []);
  if (!saved.ok) throw new Error(saved.error.map(({ check }) => check).join());
  return elder.id;
}

describe('a collaborator', () => {
  test('has her own month: eleven lists of her villages, each as long as it says, opening whom it names', async () => {
    const { collaborator } = await twoPhones();
    const [own, ...others] = await collaborator.slipKeepers(month);
    expect(others).toEqual([]);
    expect(own).toMatchObject({
      is: 'open',
      name: 'Trần Thị Bích',
      places: [{ name: expect.stringContaining('Thôn') }],
    });
    const id = own?.id ?? '';
    const before = await collaborator.slipSizes(month, id);
    expect(before.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(before.filter(({ isPrivate }) => isPrivate).map(({ number }) => number)).toEqual([2, 7, 8, 9, 10]);

    const elder = await recordCheck(collaborator, own?.places[0]?.id ?? '', '2026-10-20');
    const after = await collaborator.slipSizes(month, id);
    expect(after[10]?.lines).toBe((before[10]?.lines ?? 0) + 1);
    const list = await collaborator.slipList(month, id, 11);
    expect(list?.rows).toHaveLength(after[10]?.lines ?? 0);
    expect(list?.opens).toHaveLength(after[10]?.lines ?? 0);
    expect(list?.opens.map(({ person }) => person)).toContain(elder);
    for (const { number, lines } of after)
      expect([number, (await collaborator.slipList(month, id, number))?.rows.length]).toEqual([number, lines]);
  });

  test('opening a private list is a look at everybody on it; a plain one is none', async () => {
    const { collaborator } = await twoPhones();
    const [own] = await collaborator.slipKeepers(month);
    const { rows } = await collaborator.search('hoa', 20);
    const hoa = rows.find(({ name }) => name.normalize('NFC') === 'Nguyễn Thị Hoà'.normalize('NFC'));
    if (hoa === undefined || own === undefined) throw new Error('Nguyễn Thị Hoà lives here');
    await collaborator.record('pregnancy', hoa.household, { person: hoa.id, date: '2026-10-11', number: 2 }, []);
    const looks = async () => (await collaborator.panel(hoa.id))?.looks.length ?? 0;
    const first = await looks();
    await collaborator.slipSizes(month, own.id);
    await collaborator.slipList(month, own.id, 1);
    expect(await looks()).toBe(first + 1);
    const list = await collaborator.slipList(month, own.id, 9);
    expect(list?.opens.map(({ name }) => name)).toContain(hoa.name);
    expect(await looks()).toBe(first + 3);
  });

  test('hands it in once the month is here, and sees what came of it', async () => {
    const { collaborator, officer, meet } = await twoPhones();
    const [own] = await collaborator.slipKeepers(month);
    const id = own?.id ?? '';
    expect(await collaborator.handInSlip('2026-12', id)).toMatchObject({ ok: false });
    expect(await collaborator.handInSlip(month, 'elsewhere')).toMatchObject({ ok: false });
    expect(await collaborator.judgeSlip(month, id, { verdict: 'accepted', reason: '', confirmed: [] })).toMatchObject({
      ok: false,
    });
    expect(await collaborator.handInSlip(month, id)).toMatchObject({ ok: true });
    expect(await slipOf(collaborator, id)).toMatchObject({ is: 'handed', handedOn: '2026-11-22', onPaper: false });
    await meet();
    expect(await slipOf(officer, id)).toMatchObject({ is: 'handed', lines: own?.linesNow });

    expect(await officer.judgeSlip(month, id, { verdict: 'returned', reason: '  ', confirmed: [] })).toMatchObject({
      ok: false,
    });
    const back = { verdict: 'returned', reason: 'Thiếu ngày khám của 2 cụ', confirmed: [] } as const;
    expect(await officer.judgeSlip(month, id, back)).toMatchObject({ ok: true });
    await meet();
    expect(await slipOf(collaborator, id)).toMatchObject({ is: 'returned', reason: 'Thiếu ngày khám của 2 cụ' });

    await recordCheck(collaborator, own?.places[0]?.id ?? '', '2026-10-21');
    await collaborator.handInSlip(month, id);
    await meet();
    const again = await slipOf(officer, id);
    expect(again).toMatchObject({ is: 'handed', lines: (own?.linesNow ?? 0) + 1 });
    await officer.judgeSlip(month, id, { verdict: 'accepted', reason: '', confirmed: ['11 a b'] });
    await recordCheck(collaborator, own?.places[0]?.id ?? '', '2026-10-22');
    await meet();
    const done = await slipOf(officer, id);
    expect(done).toMatchObject({ is: 'accepted', answeredOn: '2026-11-22', lines: again.linesNow });
    // What came afterwards is not lost and not hidden: the slip says that it is another one now.
    expect(done.linesNow).toBe(again.linesNow + 1);
  });

  test('a slip that was handed in by mistake is taken back', async () => {
    const { collaborator } = await twoPhones();
    const [own] = await collaborator.slipKeepers(month);
    const saved = await collaborator.handInSlip(month, own?.id ?? '');
    if (!saved.ok) throw new Error(saved.error.vi);
    await collaborator.undo(saved.value.transaction);
    expect(await slipOf(collaborator, own?.id ?? '')).toMatchObject({ is: 'open' });
  });
});

describe('the officer', () => {
  test('sees every village, also those that nobody keeps, and takes a slip on paper', async () => {
    const { officer } = await twoPhones();
    const keepers = await officer.slipKeepers(month);
    expect(keepers.flatMap(({ places }) => places)).toHaveLength(2);
    const [first] = keepers;
    await officer.handInSlip(month, first?.id ?? '');
    expect(await slipOf(officer, first?.id ?? '')).toMatchObject({ is: 'handed', onPaper: true });
  });

  test('is told what to ask: lines of the month first, nothing of a private list by name', async () => {
    const { officer } = await twoPhones();
    const { rows } = await officer.search('hoa', 20);
    const hoa = rows.find(({ name }) => name.normalize('NFC') === 'Nguyễn Thị Hoà'.normalize('NFC'));
    if (hoa === undefined) throw new Error('Nguyễn Thị Hoà lives here');
    await officer.record('pregnancy', hoa.household, { person: hoa.id, date: '2026-10-11', number: 2 }, []);
    await officer.saveDraft({ id: 'd1', form: 'death', household: hoa.household, page: 0, answers: {} });
    const doubts = await officer.slipDoubts(month, '');
    const drafts = doubts.filter(({ is }) => is === 'draft');
    expect(drafts).toMatchObject([{ household: hoa.household, isOnSlip: false }]);
    const waiting = doubts.filter(({ is, list }) => is === 'waiting' && list === 9);
    expect(waiting).toMatchObject([{ isOnSlip: true, isPrivate: true, name: '', person: '', household: '' }]);
    expect(doubts.every(({ villageName }) => villageName !== '')).toBe(true);
  });

  test('writes the meeting down once a month, from whichever of two devices', async () => {
    const { officer, collaborator } = await twoPhones();
    const [first] = await officer.slipKeepers(month);
    const place = first?.places[0]?.id ?? '';
    const notes = { day: '2026-11-03', attended: [place], tasks: 'Khám 5 cụ\nThăm hộ mới' };
    expect(await officer.saveMeeting(month, notes)).toMatchObject({ ok: true });
    expect(await officer.meetingNotes(month)).toEqual(notes);
    const saved = await officer.saveMeeting(month, { ...notes, attended: [], tasks: '' });
    expect(await officer.meetingNotes(month)).toEqual({ day: '2026-11-03', attended: [], tasks: '' });
    if (!saved.ok) throw new Error(saved.error.vi);
    await officer.undo(saved.value.transaction);
    expect(await officer.meetingNotes(month)).toEqual(notes);
    expect(await collaborator.saveMeeting(month, notes)).toMatchObject({ ok: false });
  });

  test('types what the commune was given to reach, mends it, and takes it away', async () => {
    const { officer } = await twoPhones();
    const value = async (key: string) =>
      (await officer.targets(2026)).find(({ indicator }) => indicator === key)?.value;
    expect(await value('mCPR')).toBeNull();
    const typed = [
      { indicator: 'mCPR', value: 65 },
      { indicator: 'SRB', value: 111.4 },
      { indicator: 'elder_check_rate', value: null },
    ];
    expect(await officer.saveTargets(2026, typed)).toMatchObject({ ok: true });
    expect([await value('mCPR'), await value('SRB')]).toEqual([65, 111.4]);
    expect(await officer.saveTargets(2026, typed)).toMatchObject({ ok: false });
    await officer.saveTargets(2026, [{ indicator: 'mCPR', value: 66.5 }]);
    expect([await value('mCPR'), await value('SRB')]).toEqual([66.5, 111.4]);
    await officer.saveTargets(2026, [{ indicator: 'mCPR', value: null }]);
    expect(await value('mCPR')).toBeNull();
    expect((await officer.targets(2025)).every((target) => target.value === null)).toBe(true);
    expect(await officer.saveTargets(2026, [{ indicator: 'SRB', value: -1 }])).toMatchObject({ ok: false });
  });
});

test('figures over months are those of the reports', async () => {
  const { officer } = await twoPhones();
  const who = await officer.state();
  if (who.is !== 'open') throw new Error('locked');
  const months = ['2026-08', '2026-09', '2026-10'];
  const series = await officer.figureSeries(['births', 'pop_end', 'SRB'], [...months, 'nonsense'], who.who.commune);
  for (const [index, text] of months.entries()) {
    const { above, rows } = await officer.report('01-DSX', text, who.who.commune);
    const births = rows.find(({ key }) => key === 'births')?.value;
    expect(series[index]?.slice(0, 2)).toEqual([births, above[0]?.value]);
  }
  expect(series[3]).toEqual([null, null, null]);
});
