import { expect, test } from 'vitest';
import { obeyQuarantine } from '../../../server/command-line/device/quarantine-words.ts';
import { obeyRevoke } from '../../../server/command-line/order/revoke-words.ts';
import { readStates } from '../../../server/command-line/register/record-codec.ts';
import type { Hub } from '../../../server/hub.ts';
import { shown } from '../../../src/sync/records/merge.ts';
import { foundTestCommune } from '../commune.ts';
import { onEachEngine } from '../engines.ts';
import { activatePhone, householdDrafts, makePhone } from '../phone.ts';
import { openSite } from '../site.ts';

/*
 * A phone was reported lost and found behind the cupboard; another was copied by a repair shop. What they sent meanwhile is
 * kept aside: the supervisor sees how much it is, takes it into the book in its author's name, or leaves it out.
 */

onEachEngine('what is kept aside', ({ hub }) => {
  async function begin() {
    const { request } = openSite(hub());
    const commune = await foundTestCommune(hub());
    const phone = await activatePhone(request, await commune.collaboratorCode());
    const { device } = phone.activation;
    const [village = ''] = commune.villages;
    const bench = { hub: hub(), onWritten: () => {} };
    const obey = (...words: readonly string[]) => obeyQuarantine(bench, words);
    const revoke = () => obeyRevoke(hub(), ['--device', device, '--ground', 'báo mất máy']);
    const take = () => obey('--device', device, '--take', 'yes', '--ground', 'tìm thấy máy, hỏi chị Hoa');
    return { request, commune, phone, device, village, obey, revoke, take, names: () => namesIn(hub(), commune.book) };
  }

  test('sent behind a revocation, it is listed without a name, and taken into the book once', async () => {
    const { phone, device, village, obey, revoke, take, names } = await begin();
    await phone.upload((await phone.write(householdDrafts(village, 'Lê Thị Trước'))).envelope.bytes);
    await revoke();
    const first = (await phone.write(householdDrafts(village, 'Lê Thị Sau'))).envelope.bytes;
    const second = (await phone.write(householdDrafts(village, 'Lê Thị Cuối'))).envelope.bytes;
    await phone.upload(first);
    await phone.upload(second);
    await phone.upload(second);
    expect(await names()).toEqual(['Lê Thị Trước']);

    const listed = (await obey()).split('\n').filter((line) => line.includes(device));
    expect(listed).toHaveLength(1);
    expect(listed[0]).toContain('4 việc / ops');
    expect(listed[0]).toContain('2 Hộ');
    expect(await obey()).not.toContain('Lê Thị');

    expect(await take()).toContain('Took 4 ops into the book');
    expect(await names()).toEqual(['Lê Thị Cuối', 'Lê Thị Sau', 'Lê Thị Trước']);
    await expect(take()).rejects.toThrow('no envelope to decide on');
    await phone.upload(first);
    expect(await names()).toHaveLength(3);
    expect(await obey('--device', device)).toContain('taken');
  });

  test('sealed one by one and then together, each is told once, and what comes again is said to', async () => {
    const { phone, commune, device, village, obey, revoke } = await begin();
    await revoke();
    for (const name of ['Lê Thị Một', 'Lê Thị Hai'])
      await phone.upload((await phone.write(householdDrafts(village, name))).envelope.bytes);
    const { book } = commune;
    await hub().database.transaction({ book, places: [] }, async (tx) => {
      const single = await tx.selectFrom('quarantine').selectAll().where('device', '=', device).execute();
      const listOf = (key: 'lines' | 'taken') => JSON.stringify(single.flatMap((row) => JSON.parse(row[key])));
      const [first] = single;
      if (first === undefined) throw new Error('nothing is kept aside');
      const gathered = { ...first, envelope: 'zgathered', lines: listOf('lines'), taken: listOf('taken') };
      await tx.insertInto('quarantine').values(gathered).execute();
    });
    const told = (await obey('--device', device)).split('\n');
    expect(told.filter((line) => line.includes('2 việc / ops') && !line.includes('gói khác'))).toHaveLength(2);
    expect(told.filter((line) => /^zgathered .* 4 việc .* 4 việc cũng có ở gói khác/.test(line))).toHaveLength(1);
    expect(told.at(-1)).toMatch(/^Tất cả 4 việc/);
    expect(await obey()).toContain('4 việc / ops');
  });

  test('who lives in a household of an envelope before lives there still', async () => {
    const { phone, village, revoke, take, commune } = await begin();
    await revoke();
    const [household, head] = householdDrafts(village, 'Phan Văn Chủ');
    const made = await phone.write([household, head].flatMap((one) => one ?? []));
    await phone.upload(made.envelope.bytes);
    const home = `${phone.activation.device}.1`;
    const child = { kind: 'person', place: village, put: { fullName: 'Phan Thị Con', household: home } };
    await phone.upload((await phone.write([child])).envelope.bytes);
    await take();
    const states = await readStates(hub(), commune.book);
    const homes = new Set(states.filter(({ kind }) => kind === 'person').map((state) => shown(state, 'household')));
    expect([...homes]).toEqual(states.filter(({ kind }) => kind === 'household').map(({ id }) => id));
    expect(states.every(({ id }) => !id.startsWith(`${phone.activation.device}.`))).toBe(true);
  });

  test('a copied phone is stopped; revoked, both copies hand in what they hold, and the right one is taken', async () => {
    const { request, phone, device, village, obey, revoke, take, names } = await begin();
    await phone.upload((await phone.write(householdDrafts(village, 'Ngô Thị Một'))).envelope.bytes);
    const copy = makePhone(request, phone.activation, phone.keys, Date.now);
    const strange = (await copy.write(householdDrafts(village, 'Ngô Thị Hai'))).envelope.bytes;
    const [stopped] = await copy.upload(strange);
    expect(stopped?.refused).toBe('frozen');
    expect(await obey('--device', device)).toContain('npm run revoke');

    await revoke();
    const [let1] = await copy.upload(strange);
    expect(let1?.ops.map(({ result }) => result)).toEqual([
      { is: 'refused', code: 'revoked' },
      { is: 'refused', code: 'revoked' },
    ]);
    await phone.upload((await phone.write(householdDrafts(village, 'Ngô Thị Ba'))).envelope.bytes);
    await take();
    expect(await names()).toEqual(['Ngô Thị Ba', 'Ngô Thị Hai', 'Ngô Thị Một']);
  });

  test('of two copies that went on apart only one may be taken, and the other be left out', async () => {
    const { request, phone, device, village, obey, revoke, names, take } = await begin();
    const copy = makePhone(request, phone.activation, phone.keys, Date.now);
    await revoke();
    await phone.upload((await phone.write(householdDrafts(village, 'Võ Thị Thật'))).envelope.bytes);
    await copy.upload((await copy.write(householdDrafts(village, 'Võ Thị Bản Sao'))).envelope.bytes);
    await expect(take()).rejects.toThrow('the device has two copies');
    expect(await names()).toEqual([]);
    const [one = '', other = ''] = (await obey('--device', device)).split('\n').map((line) => line.split(' ')[0] ?? '');
    const about = ['--device', device, '--ground', 'đã hỏi'] as const;
    expect(await obey(...about, '--envelope', one, '--drop', 'yes')).toContain('Dropped 2 ops');
    expect(await obey(...about, '--envelope', other, '--take', 'yes')).toContain('Took 2 ops');
    expect(await names()).toHaveLength(1);
  });

  test('what waited behind a gap when its phone was revoked is not forgotten', async () => {
    const { phone, village, revoke, take, names, obey, device } = await begin();
    await phone.write(householdDrafts(village, 'Hồ Thị Hở'));
    const [parked] = await phone.upload((await phone.write(householdDrafts(village, 'Hồ Thị Sớm'))).envelope.bytes);
    expect(parked?.ops.map(({ result }) => result.is)).toEqual(['parked', 'parked']);
    await revoke();
    expect(await obey('--device', device)).toContain('waited behind a gap');
    expect(await take()).toContain('Took 2 ops');
    expect(await names()).toEqual(['Hồ Thị Sớm']);
  });

  test('decided, and the machine stopped before it was written: whoever asks next has it written', async () => {
    const { phone, commune, device, village, revoke, take, names } = await begin();
    await revoke();
    const { envelope } = await phone.write(householdDrafts(village, 'Tô Thị Dở'));
    await phone.upload(envelope.bytes);
    const word = { book: commune.book, device, decision: 'taken', actor: 'command line', ground: 'x' } as const;
    await hub().run({ is: 'decide', at: hub().now(), ...word, rows: [{ envelope: envelope.id, taken: [1, 2] }] });
    expect(await names()).toEqual([]);
    expect(await take()).toContain('Took 2 ops');
    await expect(take()).rejects.toThrow('no envelope to decide on');
    expect(await names()).toEqual(['Tô Thị Dở']);
  });

  test('a false key of one village opens no other', async () => {
    const { phone, commune, village, revoke, take, names } = await begin();
    await revoke();
    const [, foreign = ''] = commune.villages;
    await phone.upload((await phone.write(householdDrafts(foreign, 'Đỗ Thị Giả'))).envelope.bytes);
    await phone.upload((await phone.write(householdDrafts(village, 'Đỗ Thị Thật'))).envelope.bytes);
    expect(await take()).toMatch(/Took 2 ops into the book; the book refused 2: place/);
    expect(await names()).toEqual(['Đỗ Thị Thật']);
  });

  test('asked wrongly, it says how, and nothing is decided', async () => {
    const { phone, device, village, obey, revoke, names } = await begin();
    await revoke();
    await phone.upload((await phone.write(householdDrafts(village, 'Lý Thị Chờ'))).envelope.bytes);
    await expect(obey('--device', 'zzzzzzzz')).rejects.toThrow('No device zzzzzzzz');
    await expect(obey('--device', device, '--take', 'yes')).rejects.toThrow('--ground');
    await expect(obey('--device', device, '--take', 'yes', '--drop', 'yes', '--ground', 'x')).rejects.toThrow(
      'Choose one',
    );
    await expect(obey('--device', device, '--take', 'yes', '--ground', 'x', '--envelope', 'none')).rejects.toThrow(
      'No envelope none',
    );
    expect(await names()).toEqual([]);
    expect(await obey('--device', device)).toContain('open');
  });
});

async function namesIn(hub: Hub, book: string): Promise<readonly string[]> {
  const people = (await readStates(hub, book)).filter(({ kind }) => kind === 'person');
  return people.map((state) => String(shown(state, 'fullName'))).sort();
}
