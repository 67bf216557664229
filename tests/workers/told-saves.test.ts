import { expect, test } from 'vitest';
import type { PhoneApi } from '../../src/workers/api/phone-api.ts';
import { twoPhones } from './invented-phone.ts';

/*
 * Whatever is saved has to go out, also when the page is closed in that moment: the page is told, by whichever screen it
 * was saved, and arranges it. One hub, the 22nd of November.
 */

const month = '2026-10';

/** Counts how often a phone says that something is durable. */
async function listen(app: PhoneApi) {
  let told = 0;
  await app.watch((event) => {
    if (event.is === 'saved') told += 1;
  });
  /** One after the other: what is saved in one go may be told in one. */
  return async <Saved>(save: () => Promise<Saved>): Promise<Saved> => {
    const before = told;
    const saved = await save();
    await expect.poll(() => told).toBeGreaterThan(before);
    return saved;
  };
}

test('a slip that is handed in, judged, a meeting, a report that is frozen: each is told as a birth is', async () => {
  const { collaborator, officer, meet } = await twoPhones();
  const [own] = await collaborator.slipKeepers(month);
  const keeper = own?.id ?? '';
  const saves = await listen(collaborator);
  await saves(() => collaborator.handInSlip(month, keeper));
  await meet();

  const officerSaves = await listen(officer);
  await officerSaves(() => officer.judgeSlip(month, keeper, { verdict: 'accepted', reason: '', confirmed: [] }));
  const notes = await officer.meetingNotes(month);
  await officerSaves(() => officer.saveMeeting(month, { ...notes, tasks: 'Đi thăm các cụ trên 80' }));
  const { doubts } = await officer.freezing('01-DSX', month);
  expect(await officerSaves(() => officer.freezeReport('01-DSX', month, doubts))).toMatchObject({ ok: true });
});

test('what is recorded, undone and taken back; nothing is told of what was refused', async () => {
  const { collaborator } = await twoPhones();
  const { rows } = await collaborator.search('hoa', 20);
  const hoa = rows.find(({ name }) => name.normalize('NFC') === 'Nguyễn Thị Hoà'.normalize('NFC'));
  if (hoa === undefined) throw new Error('Nguyễn Thị Hoà lives here');
  const told = { mother: hoa.id, fullName: 'Nguyễn Bảo An', sex: 'female', date: '2026-11-20', order: 2 };
  const birth = { ...told, deliveryPlace: 'station', multiple: false };
  const saves = await listen(collaborator);
  let events = 0;
  await collaborator.watch(({ is }) => {
    if (is === 'saved') events += 1;
  });
  expect(await collaborator.record('birth', hoa.household, { ...birth, date: '2027-01-01' }, [])).toMatchObject({
    ok: false,
  });
  const first = await saves(() => collaborator.record('birth', hoa.household, birth, []));
  expect(events).toBe(1);
  if (!first.ok) throw new Error('the birth was not saved');
  await saves(() => collaborator.undo(first.value.transaction));
});
