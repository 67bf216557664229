import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { canHandOn, handedAnswers } from '../../src/catalogue/rules/can-hand-on.ts';
import { isDrawer } from '../../src/sync/records/drawer.ts';
import { createHanding, endHanded } from '../../src/workers/handing/handing.ts';
import { storyEngines } from '../server/engines.ts';
import { book, type JourneyHub, openCommune, villages } from './commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, syncUntilAgreed } from './phone.ts';

/* A collaborator begins a form at the door and has to go; the officer finishes it at the station's PC. */

const [village = ''] = villages;

describe.each(storyEngines)('a draft handed on, on %s', (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let writer: JourneyPhone;
  let colleague: JourneyPhone;

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    writer = await openPhone(hub, await hub.collaboratorCode('001'));
    colleague = await openPhone(hub, await hub.collaboratorCode('001'));
    await everybodyAgrees();
  });
  afterAll(() => hub.close());

  const everybodyAgrees = () => syncUntilAgreed(hub, [officer, writer, colleague]);
  const bookOf = (phone: JourneyPhone) => ({ session: phone.work().session, recording: phone.work() });
  const handing = (phone: JourneyPhone) =>
    createHanding(
      async () => bookOf(phone),
      () => hub.clock.now,
    );
  const begin = (phone: JourneyPhone, form: string, household: string, answers = {}) => {
    const draft = { id: `d-${form}`, form, household, page: 1, answers, savedAt: 0 };
    return phone.work().session.store.drafts.put(draft.id, draft);
  };

  test('it goes to the officer and to nobody else, is gone on with there, and is done with everywhere', async () => {
    const [home = ''] = fertileHouseholds(writer, village);
    await begin(writer, 'death', home, { date: '2026-11-20', note: 'Chờ giấy báo tử' });
    expect(await handing(writer).handOn('d-death')).toEqual({ ok: true, value: null });
    expect(await writer.work().session.store.drafts.all()).toEqual([]);
    await everybodyAgrees();

    const [handed] = await handing(officer).handedDrafts();
    expect(handed).toMatchObject({
      form: 'death',
      at: home,
      authorName: 'Cộng tác viên Thôn Đồng Bưởi',
      day: '2026-11-22',
    });
    expect(JSON.stringify(handed)).not.toContain('giấy báo tử');
    expect(await handing(writer).handedDrafts()).toHaveLength(1);
    expect(await handing(colleague).handedDrafts()).toEqual([]);

    const taken = await handing(officer).takeUp(handed?.id ?? '');
    expect(taken).toMatchObject({
      form: 'death',
      household: home,
      page: 1,
      answers: { date: '2026-11-20', note: 'Chờ giấy báo tử' },
    });
    expect(await handing(officer).handedDrafts()).toEqual([]);
    // Saved, its draft goes as any draft does.
    await officer.work().session.store.drafts.remove(taken?.id ?? '');
    await endHanded(bookOf(officer), taken?.id ?? '');
    await everybodyAgrees();
    expect(await handing(writer).handedDrafts()).toEqual([]);
    expect(await handing(officer).takeUp(handed?.id ?? '')).toBeUndefined();
  });

  test('what only an own panel says stays where it was begun, and so does what is too long', async () => {
    const [home = ''] = fertileHouseholds(writer, village);
    await begin(writer, 'pregnancy', home);
    expect(await handing(writer).handOn('d-pregnancy')).toEqual({ ok: false, error: 'private' });
    await begin(writer, 'death', home, { note: 'x'.repeat(4_000) });
    expect(await handing(writer).handOn('d-death')).toEqual({ ok: false, error: 'too_long' });
    await begin(writer, 'divorce', 'nowhere');
    expect(await handing(writer).handOn('d-divorce')).toEqual({ ok: false, error: 'nowhere' });
    expect(await writer.work().session.store.drafts.all()).toHaveLength(3);
  });

  test('it is neither seen nor counted in the village, and goes with whoever it names when they are erased', async () => {
    const [home = ''] = fertileHouseholds(writer, village);
    const [person] = officer.work().session.register.household(home)?.people ?? [];
    await begin(writer, 'move_out', home, { person: person?.id ?? '', note: 'Đi làm ở xa' });
    expect(await handing(writer).handOn('d-move_out')).toEqual({ ok: true, value: null });
    await everybodyAgrees();
    const [handed] = await handing(officer).handedDrafts();
    expect(officer.work().session.store.shown(handed?.id ?? '')?.place.value).toMatch(/^drafts\./);
    expect(colleague.work().session.store.shown(handed?.id ?? '')).toBeUndefined();
    expect(officer.work().session.activation.places.filter(isDrawer)).toEqual([]);

    const order = { book, record: person?.id ?? '', actor: '', ground: 'đơn đề nghị số 3' };
    expect(await hub.hub().erase(order)).toMatchObject({ is: 'erased' });
    await everybodyAgrees();
    for (const phone of [officer, writer]) {
      expect(await handing(phone).handedDrafts()).toEqual([]);
      expect(await handing(phone).takeUp(handed?.id ?? '')).toBeUndefined();
      expect(JSON.stringify([...phone.work().session.store.allConfirmed()])).not.toContain('Đi làm ở xa');
    }
  });
});

test('every form of an own panel is kept back, and the plain ones are not', () => {
  const handed = catalogue.forms.filter(canHandOn).map(({ key }) => key);
  expect(handed).toEqual(expect.arrayContaining(['birth', 'death', 'move_in', 'marriage', 'household_new']));
  for (const key of ['pregnancy', 'method_start', 'newborn_screen', 'prenatal_screen', 'adopt', 'abortion'])
    expect(handed).not.toContain(key);
});

test('a card’s number is not sent along', () => {
  const form = catalogue.forms.find(({ key }) => key === 'move_in');
  if (form === undefined) throw new Error('no form');
  expect(handedAnswers(form, { fullName: 'Lê Văn Đến', insuranceNo: 'GD4010123456789' })).toEqual({
    fullName: 'Lê Văn Đến',
  });
});
