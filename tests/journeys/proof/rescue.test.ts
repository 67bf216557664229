import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { obeyRescue } from '../../../server/command-line/device/rescue-words.ts';
import { engines } from '../../server/engines.ts';
import { activatedPhone, pin } from '../../workers/invented-phone.ts';
import { book, type JourneyHub, openCommune } from '../commune.ts';

/*
 * PIN forgotten, card lost: the phone has left a code with its hub, somebody reads it out by telephone, and the book opens
 * with everything that was not sent yet.
 */

describe.each(engines)('a code by telephone, on %s', (engine) => {
  let hub: JourneyHub;

  beforeAll(async () => {
    hub = await openCommune(engine);
  });
  afterAll(() => hub?.close());

  const phoneOf = async () => activatedPhone((url, init) => hub.answer(url, init), await hub.officerCode());
  type Phone = Awaited<ReturnType<typeof phoneOf>>;
  const deviceOf = async ({ app }: Phone): Promise<string> => {
    const state = await app.state();
    if (state.is !== 'open') throw new Error('the phone is open');
    return state.who.device;
  };
  const askFor = (device: string, ground = 'quên mã PIN, mất thẻ') =>
    obeyRescue(hub.hub(), ['--device', device, '--ground', ground]);
  const readOut = async (device: string): Promise<string> => (await askFor(device)).split('\n')[0] ?? '';
  const wordsOf = (typed: string) => typed.toLowerCase().split(/\s+/);

  test('it opens the book with its waiting work, asks for a new PIN, and works once', async () => {
    const phone = await phoneOf();
    const device = await deviceOf(phone);
    expect(await phone.app.leaveRescue()).toBe('kept');
    expect(await phone.app.leaveRescue()).toBe('stands');
    const code = await readOut(device);
    expect(code).toMatch(/^[2-9][2-9A-HJ-NP-Z]{3}(-[2-9A-HJ-NP-Z]{4}){2}$/);

    phone.line.answer = 'cut';
    const [hoa] = (await phone.app.search('hoa', 20)).rows.filter(({ kind }) => kind === 'person');
    if (hoa === undefined) throw new Error('somebody is called Hoà');
    const { defaults } = await phone.app.formContext('person_edit', hoa.household, hoa.id);
    const edit = { ...defaults, isCorrection: true, phone: '0912345678' };
    expect(await phone.app.record('person_edit', hoa.household, edit, [])).toMatchObject({ ok: true });
    await phone.app.lock();
    const again = phone.start();
    expect(await again.unlockWithCard(['ba', 'bon', 'nam', 'sau'])).toMatchObject({ ok: false });
    expect(await again.unlockWithCard(wordsOf(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`))).toMatchObject({
      ok: false,
      error: { why: 'wrong' },
    });
    expect(await again.unlockWithCard(wordsOf(code.replaceAll('-', ' ')))).toMatchObject({ ok: true });
    expect((await again.outbox()).waiting.map(({ names }) => names)).toEqual([[hoa.name]]);
    expect(await again.choosePin('135791')).toMatchObject({ ok: true });

    await again.lock();
    const later = phone.start();
    expect(await later.unlockWithCard(wordsOf(code))).toMatchObject({ ok: false, error: { why: 'wrong' } });
    expect(await later.unlock(pin)).toMatchObject({ ok: false });
    phone.line.clock += 60_000;
    expect(await later.unlock('135791')).toMatchObject({ ok: true });
    phone.line.answer = (url, init) => hub.answer(url, init);
    expect(await later.sync()).toMatchObject({ is: 'done', waiting: 0 });
    expect(await later.leaveRescue()).toBe('kept');
    expect(await readOut(device)).not.toBe(code);
  });

  test('the card still opens, and leaves the code as it is', async () => {
    const phone = await phoneOf();
    await phone.app.leaveRescue();
    const code = await readOut(await deviceOf(phone));
    await phone.app.lock();
    const again = phone.start();
    expect(await again.unlockWithCard(phone.card)).toMatchObject({ ok: true });
    await again.choosePin('135791');
    await again.lock();
    expect(await phone.start().unlockWithCard(wordsOf(code))).toMatchObject({ ok: true });
  });

  test('who asked is written down first; nobody reads the code in what the hub keeps', async () => {
    const phone = await phoneOf();
    const device = await deviceOf(phone);
    expect(await obeyRescue(hub.hub(), [])).toMatch(new RegExp(`${device} .* chưa có mã`));
    await expect(askFor(device)).rejects.toThrow('chưa gửi mã khôi phục');
    await phone.app.leaveRescue();
    expect(await obeyRescue(hub.hub(), [])).toMatch(new RegExp(`${device} .* có mã / code kept`));
    await expect(askFor(device, '')).rejects.toThrow('--ground');
    const code = (await readOut(device)).replaceAll('-', '');
    const { rows, asked } = await hub.hub().database.transaction({ book, places: [] }, async (tx) => ({
      rows: await tx.selectFrom('device').selectAll().where('id', '=', device).execute(),
      asked: await tx
        .selectFrom('audit')
        .selectAll()
        .where('device', '=', device)
        .where('action', '=', 'rescue_code')
        .execute(),
    }));
    expect(asked.map(({ ground }) => ground)).toEqual(['quên mã PIN, mất thẻ']);
    expect(rows).toHaveLength(1);
    for (const form of [code, Buffer.from(code).toString('base64url')])
      expect(JSON.stringify([rows, asked])).not.toContain(form);
  });

  test('a phone without a network, and one whose hub knows no such question, leaves none and goes on', async () => {
    const phone = await phoneOf();
    phone.line.answer = 'cut';
    expect(await phone.app.leaveRescue()).toBe('not_kept');
    phone.line.answer = async () => Response.json({ error: 'not_found' }, { status: 404 });
    expect(await phone.app.leaveRescue()).toBe('not_kept');
    await expect(askFor(await deviceOf(phone))).rejects.toThrow('chưa gửi mã khôi phục');
  });
});
