import { expect, test } from 'vitest';
import { obeyUnits } from '../../../server/command-line/units/obey-units.ts';
import { passUnitsWords, readUnitsWords } from '../../../server/command-line/units/units-words.ts';
import { foundTestCommune } from '../commune.ts';
import { onEachEngine } from '../engines.ts';

/* What an office types when a village goes to another commune, and what it is told when that cannot be. */

const places = ['--place', '99001', '--village', '003', '--into', '99002'];

test('the words reach a running hub as they were typed', () => {
  const words = ['move', ...places, '--from', '2026-01-05', '--data', '/tmp'];
  for (const typed of [words, [...words, '--unclosed']]) {
    const read = readUnitsWords(typed);
    expect(read).toMatchObject({ verb: 'move', village: '003', into: '99002', unclosed: typed !== words });
    expect(readUnitsWords(passUnitsWords(read))).toEqual(read);
  }
  expect(() => readUnitsWords(['move', ...places, '--data', '/tmp'])).toThrow(/--from/);
  expect(() => readUnitsWords(['move', '--place', 'A', '--into', 'B', '--data', '/tmp'])).toThrow(/--village/);
});

onEachEngine('units move', ({ hub }) => {
  const units = (...words: readonly string[]) =>
    obeyUnits({ hub: hub(), onWritten: () => {} }, [...words, '--data', '/tmp'], () => {});
  const move = (from: string, village: string, into: string, date: string, ...more: readonly string[]) =>
    units('move', '--place', from, '--village', village, '--into', into, '--from', date, '--unclosed', ...more);
  const found = async () => (await foundTestCommune(hub())).commune.slice(1);
  const day = '2026-01-05';

  test('what cannot be is told in words, and changes nothing', async () => {
    const [one, other] = [await found(), await found()];
    const lists = async () => [await units('list', '--place', one), await units('list', '--place', other)];
    const before = await lists();
    await expect(move('12345', '001', other, day)).rejects.toThrow(/Không có xã mã 12345/);
    await expect(move(one, '001', '12345', day)).rejects.toThrow(/Không có xã mã 12345/);
    await expect(move(one, '009', other, day)).rejects.toThrow(/Không có thôn mã 009/);
    await expect(move(one, '001', one, day)).rejects.toThrow(/đã ở trong sổ/);
    await expect(move(one, '001', other, '2026-13-01')).rejects.toThrow(/Ngày viết theo kiểu/);
    await expect(move(one, '001', other, '2025-07-01')).rejects.toThrow(/sau ngày lập thôn/);
    await expect(move(one, '001', other, '2099-12-01')).rejects.toThrow(/không được sau hôm nay/);
    await expect(units('move', '--place', one, '--village', '001', '--into', other, '--from', day)).rejects.toThrow(
      /Chưa chốt: 01-DSX 2025-12, 02-DSX 2025-Q4, 03-DSX 2025/,
    );
    expect(await lists()).toEqual(before);
  });

  test('a village that has gone is no more where it was, and comes back by another move alone', async () => {
    const [one, other] = [await found(), await found()];
    const villages = (await units('list', '--place', other)).match(/ hộ {2}từ /g)?.length ?? 0;
    const said = await move(one, '001', other, day);
    const [, code = ''] = /\((\d{3})\) của xã \S+ từ 2026-01-05; 0 phiếu hộ/.exec(said) ?? [];
    expect(await units('list', '--place', one)).toMatch(/^001 .* đến 2026-01-04$/m);
    expect((await units('list', '--place', other)).match(/ hộ {2}từ /g)).toHaveLength(villages + 1);
    await expect(move(one, '001', other, '2026-02-01')).rejects.toThrow(/Thôn này không còn nữa/);
    const [id = ''] = /^cli-\S+(?= {2}move)/m.exec(await units('list', '--place', one)) ?? [];
    await expect(units('undo', '--place', one, '--change', id)).rejects.toThrow(/trở về bằng units move/);
    expect(await move(other, code, one, '2026-02-01')).toMatch(/Xong/);
    await expect(move(other, code, one, '2026-03-01')).rejects.toThrow(/Thôn này không còn nữa/);
  });
});
