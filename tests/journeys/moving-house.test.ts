import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyEngines } from '../server/engines.ts';
import { type JourneyHub, openCommune, villages } from './commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth, syncUntilAgreed } from './phone.ts';

/* A child is born in one village and moves to the next: its record and its facts go with it, from phone to phone. */

const [village = '', next = ''] = villages;

describe.each(storyEngines)('a move within the commune, on %s', (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let here: JourneyPhone;
  let there: JourneyPhone;

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    here = await openPhone(hub, await hub.collaboratorCode('001'));
    there = await openPhone(hub, await hub.collaboratorCode('002'));
    await everybodyAgrees();
  });
  afterAll(() => hub.close());

  const everybodyAgrees = () => syncUntilAgreed(hub, [officer, here, there]);
  const register = (phone: JourneyPhone) => phone.work().session.register;

  test('who moves to the next village is known there with the whole life, and gone from the first phone', async () => {
    const [home = ''] = fertileHouseholds(officer, village);
    const [goal = ''] = fertileHouseholds(officer, next);
    const { child, birth } = await recordBirth(officer, home, { fullName: 'Nguyễn Bảo Chuyển' });
    await everybodyAgrees();
    expect(register(here).get(child)?.fields.status).toBe('active');
    expect(register(there).get(child)).toBeUndefined();
    // Who came after the officer knows her by name.
    expect(register(here).changes(home)[0]?.author).toBe(officer.work().session.who.userName);

    const moved = await officer
      .work()
      .record('move_internal', home, { person: child, date: '2026-11-21', toHousehold: goal, relation: 'other' }, []);
    expect(moved.ok).toBe(true);
    await everybodyAgrees();
    expect(
      register(there)
        .household(goal)
        ?.people.map(({ id }) => id),
    ).toContain(child);
    expect(register(there).get(child)).toMatchObject({
      place: next,
      fields: { status: 'active', residence: 'usual_present' },
    });
    expect(register(there).get(birth)?.place).toBe(next);
    expect([child, birth].map((id) => register(here).get(id))).toEqual([undefined, undefined]);
    expect(
      register(here)
        .household(home)
        ?.people.map(({ id }) => id),
    ).not.toContain(child);

    // Taken back, everything is where it was.
    if (moved.ok) await officer.work().undo(moved.value.transaction);
    await everybodyAgrees();
    expect(register(here).get(child)).toMatchObject({ place: village, fields: { household: home, status: 'active' } });
    expect(register(there).get(child)).toBeUndefined();
  });
});
