import { expect, test } from 'vitest';
import { writeCsv } from '../../../src/formats/sheet/write-csv.ts';
import { collaboratorCode, inventedHub, officerCode } from '../invented-hub.ts';
import { activatedPhone } from '../invented-phone.ts';

/* An office runs its paper report and the book side by side for a month: October's numbers typed beside ours. */

async function open() {
  const hub = await inventedHub();
  const collaborator = (await activatedPhone(hub.answer, collaboratorCode)).app;
  const officer = (await activatedPhone(hub.answer, officerCode)).app;
  for (const app of [collaborator, officer]) await app.sync();
  return { collaborator, officer };
}

test('numbers of a paper report are typed, mended, taken away; the officer alone types them', async () => {
  const { officer, collaborator } = await open();
  const value = async (key: string, period = '2026-10') =>
    (await officer.typedFigures('01-DSX', period)).find(({ indicator }) => indicator === key)?.value;
  expect(await value('births')).toBeNull();
  const typed = [
    { indicator: 'births', value: 4 },
    { indicator: 'pop_end', value: 512 },
    { indicator: 'deaths', value: null },
  ];
  const saved = await officer.saveTyped('01-DSX', '2026-10', typed);
  expect([await value('births'), await value('pop_end'), await value('deaths')]).toEqual([4, 512, null]);
  expect(await value('births', '2026-09')).toBeNull();
  expect(await officer.saveTyped('01-DSX', '2026-10', typed)).toMatchObject({ ok: false });

  await officer.saveTyped('01-DSX', '2026-10', [{ indicator: 'births', value: null }]);
  expect(await value('births')).toBeNull();
  if (!saved.ok) throw new Error(saved.error.vi);
  expect(await officer.saveTyped('01-DSX', '2026-10', [{ indicator: 'births', value: 1.5 }])).toMatchObject({
    ok: false,
  });
  expect(await officer.saveTyped('01-DSX', '2026-10', [{ indicator: 'births', value: -1 }])).toMatchObject({
    ok: false,
  });
  // What no form prints is not on paper.
  expect(await officer.saveTyped('01-DSX', '2026-10', [{ indicator: 'CBR', value: 12 }])).toMatchObject({ ok: false });
  expect(await officer.saveTyped('01-DSX', 'tháng mười', typed)).toMatchObject({ ok: false });
  expect(await collaborator.saveTyped('01-DSX', '2026-10', typed)).toMatchObject({ ok: false });
});

test('typed numbers reach the hub and come back from it', async () => {
  const { officer } = await open();
  await officer.saveTyped('01-DSX', '2024-01', [{ indicator: 'births', value: 7 }]);
  expect(await officer.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
});

test('a file laid out like the form is read; nothing is saved before somebody has looked', async () => {
  const { officer } = await open();
  const rows = [
    ['Đơn vị báo cáo: Xã Hương Mẫu', '', 'Biểu 01-DSX'],
    ['TT', 'Tên chỉ tiêu', 'Đơn vị tính', 'Xã Hương Mẫu', 'Lũy kế từ đầu năm'],
    ['4', 'Số trẻ sinh ra sống', 'người', '5', '41'],
    ['4a', 'Trong đó: nam', 'người', '1.002', '2.020'],
    ['5', 'Số người chết', 'người', '', ''],
    ['99', 'Dòng lạ', 'người', '3', '3'],
  ];
  const file = { name: 'thang-10.csv', bytes: writeCsv({ name: 'thang-10', rows }) };
  expect(await officer.typedInFile('01-DSX', '2026-10', file)).toEqual([
    { indicator: 'births', value: 5 },
    { indicator: 'births_m', value: 1002 },
  ]);
  expect((await officer.typedFigures('01-DSX', '2026-10')).every((one) => one.value === null)).toBe(true);
  const nonsense = { name: 'anh.xlsx', bytes: new Uint8Array([1, 2, 3]) };
  expect(await officer.typedInFile('01-DSX', '2026-10', nonsense)).toEqual([]);
});
