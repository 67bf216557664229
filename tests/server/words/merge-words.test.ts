import { expect, test } from 'vitest';
import { findPlace } from '../../../server/command-line/find-place.ts';
import { obeyUnits } from '../../../server/command-line/units/obey-units.ts';
import { passUnitsWords, readUnitsWords } from '../../../server/command-line/units/units-words.ts';
import { foundTestCommune } from '../commune.ts';
import { onEachEngine } from '../engines.ts';

/* What an office types to make communes one, and what it is told when that cannot be. */

const places = ['--places', '99001, 99002', '--into', '99009'];

test('the words reach a running hub as they were typed', () => {
  const words = ['merge', ...places, '--name', 'Xã Mới', '--from', '2026-01-05', '--data', '/tmp'];
  const read = readUnitsWords(words);
  expect(read).toMatchObject({ verb: 'merge', places: '99001, 99002', into: '99009', date: '2026-01-05' });
  expect(readUnitsWords(passUnitsWords(read))).toEqual(read);
  expect(() => readUnitsWords(['merge', ...places, '--data', '/tmp'])).toThrow(/--from/);
  expect(() => readUnitsWords(['merge', '--places', 'A,B', '--data', '/tmp'])).toThrow(/--into/);
});

onEachEngine('units merge', ({ hub }) => {
  const units = (...words: readonly string[]) =>
    obeyUnits({ hub: hub(), onWritten: () => {} }, [...words, '--data', '/tmp'], () => {});
  const merge = (codes: readonly string[], into: string, name: string, from: string) =>
    units('merge', '--places', codes.join(), '--into', into, '--name', name, '--from', from);
  const found = async () => (await foundTestCommune(hub())).commune.slice(1);
  const yesterday = () => new Date(hub().now() - 86_400_000).toISOString().slice(0, 10);

  test('what cannot be is told in words, and changes nothing', async () => {
    const [one, other, third] = [await found(), await found(), await found()];
    const both = [one, other];
    const before = await units('list', '--place', one);
    const day = '2026-01-05';
    await expect(merge([one, '12345'], 'moi', 'X', day)).rejects.toThrow(/Không có xã mã 12345/);
    await expect(merge([one, one], 'moi', 'X', day)).rejects.toThrow(/hai xã khác nhau/);
    await expect(merge([one], 'moi', 'X', day)).rejects.toThrow(/hai xã khác nhau/);
    await expect(merge([','], 'moi', 'X', day)).rejects.toThrow(/hai xã khác nhau/);
    await expect(merge(both, '9 9', 'X', day)).rejects.toThrow(/mã của xã mới/);
    await expect(merge(both, 'moi', ' ', day)).rejects.toThrow(/Thiếu tên xã mới/);
    await expect(merge(both, 'moi', 'X', '2026-13-01')).rejects.toThrow(/--from viết theo kiểu/);
    await expect(merge(both, 'moi', 'X', '2025-07-01')).rejects.toThrow(/sau ngày lập/);
    await expect(merge(both, 'moi', 'X', '2099-12-01')).rejects.toThrow(/không được sau hôm nay/);
    await expect(merge(both, third, 'X', day)).rejects.toThrow(/không có trong --places/);
    expect(await units('list', '--place', one)).toBe(before);
  });

  test('a commune that became part of another is no longer merged by itself, and a merger is not taken back', async () => {
    const [one, other, third] = [await found(), await found(), await found()];
    expect(await merge([one, other], one, 'Xã Mới', '2026-01-05')).toMatch(/Xã Mới/);
    await expect(merge([other, third], 'x', 'X', yesterday())).rejects.toThrow(/đã nhập vào xã khác/);
    const [id = ''] = /^cli-\S+(?= {2}merge)/m.exec(await units('list', '--place', one)) ?? [];
    await expect(units('undo', '--place', one, '--change', id)).rejects.toThrow(/không lấy lại được/);
    // The new one may grow on: what it was made of goes along.
    await merge([third, one], third, 'Xã Lớn', yesterday());
    const list = await units('list', '--place', third);
    expect(list.match(/ hộ {2}từ /g)).toHaveLength(6);
    expect(await units('list', '--place', `u${one}`)).toBe(list);
  });

  test('a commune that an official list told of is the one that is made; one that has people already is not', async () => {
    const [one, other, code] = [await found(), await found(), `l${await found()}`];
    const id = `u${code}-list`;
    const named = { id, level: 'commune', kind: 'commune', code, name: 'Xã Theo Danh Sách', parent: null } as const;
    const dates = { validFrom: '2026-01-05', validTo: '', predecessors: '', cameFrom: [] };
    await hub().run({ is: 'unit_list', at: hub().now(), units: [{ ...named, ...dates }] });
    expect(await merge([one, other], code, '', '2026-01-05')).toMatch(/Xã Theo Danh Sách/);
    expect(await findPlace(hub(), one)).toMatchObject({ isWhole: false, places: expect.arrayContaining([id]) });
    const [third, fourth] = [await found(), await found()];
    await expect(merge([third, fourth], code, 'X', '2026-01-05')).rejects.toThrow(/không có trong --places/);
  });

  test('what was done to a village before stays done: it is not taken back behind the merger', async () => {
    const [one, other] = [await found(), await found()];
    const said = await units('rename', '--place', one, '--village', '001', '--name', 'Thôn Đổi Tên');
    await merge([one, other], one, 'Xã Mới', '2026-01-05');
    const undo = units('undo', '--place', one, '--change', said.split(' ').at(-1) ?? '');
    await expect(undo).rejects.toThrow(/lấy lại thay đổi sau trước/);
    expect(await units('list', '--place', one)).toMatch(/001 {2}Thôn Đổi Tên/);
  });
});
