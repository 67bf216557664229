import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyEngines } from '../../server/engines.ts';
import { type JourneyHub, openCommune, villages } from '../commune.ts';
import { type JourneyPhone, openPhone, recordBirth } from '../phone.ts';

/*
 * A commune officer's new phone. Her first village is there before the commune is, she works in it at once, and whatever is
 * cut off goes on where it was.
 */

const [first = ''] = villages;

describe.each(storyEngines)('a new phone of a commune, on %s', { timeout: 120_000 }, (engine) => {
  let hub: JourneyHub;
  beforeAll(async () => {
    hub = await openCommune(engine);
  }, 120_000);
  afterAll(() => hub?.close());

  /** A line on which so many answers to pulls come through, and then none. */
  function cutAfter(answers: () => number): { readonly line: JourneyHub; readonly asked: string[] } {
    const asked: string[] = [];
    const answer: JourneyHub['answer'] = async (url, init) => {
      if (url.startsWith('/sync/changes')) {
        if (asked.length >= answers()) throw new TypeError('no network');
        asked.push(url);
      }
      return hub.answer(url, init);
    };
    return { line: { ...hub, clock: hub.clock, answer }, asked };
  }
  const sheets = (phone: JourneyPhone) =>
    villages.map((village) => phone.work().session.register.village(village).households.length);

  test('the network goes behind her village: she records there, and the rest comes on top', async () => {
    let allowed = 1;
    const { line, asked } = cutAfter(() => allowed);
    const phone = await openPhone(line, await hub.officerCode());
    expect(await phone.sync()).toMatchObject({ is: 'offline' });
    expect(asked).toEqual([expect.stringContaining(`place=${first}`)]);
    expect(sheets(phone)).toEqual([8, 0, 0]);
    const { register } = phone.work().session;
    expect(register.search('nguyen', 50).total).toBeGreaterThan(0);
    const home = register
      .village(first)
      .households.map(({ id }) => id)
      .find((id) => (register.formContext('birth', id).choices.mother ?? []).length > 0);
    const { child } = await recordBirth(phone, home ?? '');
    // Killed and opened again: the village is there, and is not fetched a second time.
    await phone.reopen();
    expect(sheets(phone)).toEqual([8, 0, 0]);
    allowed = 99;
    expect(await phone.sync()).toMatchObject({ is: 'done', waiting: 0, agreedAt: hub.clock.now });
    expect(asked.filter((url) => url.includes(`place=${first}`))).toHaveLength(1);
    expect(sheets(phone)).toEqual([8, 6, 4]);
    expect(phone.work().session.register.get(child)?.place).toBe(first);
    // From here on a sync is one question.
    const before = asked.length;
    await phone.sync();
    expect(asked.slice(before)).toHaveLength(1);
  });

  test('what changes in her village while the rest is on its way is there at the end', async () => {
    let allowed = 1;
    const { line } = cutAfter(() => allowed);
    const phone = await openPhone(line, await hub.officerCode());
    await phone.sync();
    const other = await openPhone(hub, await hub.officerCode());
    await other.sync();
    const [gone, moved] = other
      .work()
      .session.register.village(first)
      .households.map(({ id }) => id);
    await other.edit(moved ?? '', 'address', 'Xóm Dưới');
    await other.voidRecord(gone ?? '');
    await other.sync();
    allowed = 99;
    expect(await phone.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
    expect(phone.work().session.register.household(moved ?? '')?.address).toBe('Xóm Dưới');
    expect(sheets(phone)[0]).toBe(7);
  });

  test('somebody with one village asks for it, and for what changed meanwhile', async () => {
    const { line, asked } = cutAfter(() => 99);
    const phone = await openPhone(line, await hub.collaboratorCode('003'));
    expect(await phone.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
    expect(asked).toHaveLength(2);
    expect(sheets(phone)).toEqual([0, 0, 4]);
  });
});
