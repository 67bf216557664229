import { expect, test } from 'vitest';
import { inventedHub, officerCode } from '../invented-hub.ts';
import { activatedPhone, twoPhones } from '../invented-phone.ts';

/*
 * What the officer is told before she freezes a month: also whose slip is not in; and what leaves her phone afterwards. One
 * hub, the 22nd of November.
 */

const [month, form] = ['2026-10', '01-DSX'];

test('slips that are not in are doubtful figures, until each is handed in; one that was returned is out again', async () => {
  const { collaborator, officer, meet } = await twoPhones();
  const out = async (of = month, code = form) => (await officer.freezing(code, of)).doubts.slips;
  const keepers = await officer.slipKeepers(month);
  expect(await out()).toBe(keepers.length);
  // Nobody handed in anything in that quarter: perhaps there was no book yet.
  expect(await out('2026-Q3', '02-DSX')).toBe(0);

  const [own] = await collaborator.slipKeepers(month);
  await collaborator.handInSlip(month, own?.id ?? '');
  await meet();
  expect(await out()).toBe(keepers.length - 1);
  const back = { verdict: 'returned', reason: 'Thiếu ngày khám của 2 cụ', confirmed: [] } as const;
  await officer.judgeSlip(month, own?.id ?? '', back);
  expect(await out()).toBe(keepers.length);

  for (const { id } of keepers) await officer.handInSlip(month, id);
  expect(await out()).toBe(0);
  expect(await officer.freezing('LMIS', month)).toMatchObject({ doubts: { slips: 0, odd: 0 } });
});

test('a file of a report that is frozen has its numbers, not those of now', async () => {
  const hub = await inventedHub();
  const { app } = await activatedPhone(hub.answer, officerCode);
  await app.sync();
  const state = await app.state();
  if (state.is !== 'open') throw new Error('locked');
  const { commune } = state.who;
  const birthsSent = async () => {
    const order = { form, period: month, place: commune, hasVillages: false, hasOwn: false } as const;
    const { file, frozen } = await app.reportFile({ ...order, format: 'dhis2' });
    const { dataValues } = JSON.parse(new TextDecoder().decode(file.bytes));
    const birth = dataValues.find(({ dataElement }: { dataElement: string }) => dataElement === 'SDS_BIRTHS');
    return [Number(birth.value), frozen];
  };
  const [before] = await birthsSent();
  const { doubts } = await app.freezing(form, month);
  await app.freezeReport(form, month, doubts);

  const { rows } = await app.search('hoa', 20);
  const hoa = rows.find(({ name }) => name.normalize('NFC') === 'Nguyễn Thị Hoà'.normalize('NFC'));
  const told = { mother: hoa?.id ?? '', fullName: 'Nguyễn Bảo An', sex: 'female', date: '2026-10-20', order: 2 };
  const late = { ...told, deliveryPlace: 'station', multiple: false };
  expect(await app.record('birth', hoa?.household ?? '', late, [])).toMatchObject({ ok: true });
  const live = await app.report(form, month, commune);
  expect(live.rows.find(({ key }) => key === 'births')?.value).toBe(Number(before) + 1);
  expect(await birthsSent()).toEqual([before, { version: 1, isWritten: true }]);
});
