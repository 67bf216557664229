import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { obeyErase } from '../../../server/command-line/order/erase-words.ts';
import { obeyRegister } from '../../../server/command-line/register/obey-register.ts';
import { obeyUnits } from '../../../server/command-line/units/obey-units.ts';
import { issueCode } from '../../../server/command-line/welcome/issue-code.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { demoCommune } from '../../../src/sample/sample.ts';
import type { ClosingAnswer, ClosingsAnswer } from '../../../src/sync/console-api.ts';
import { engines } from '../../server/engines.ts';
import { book, commune, type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth, syncUntilAgreed } from '../phone.ts';
import { freeze } from '../reports/closing-steps.ts';
import { type Neighbour, openNeighbour } from './neighbour.ts';

/*
 * A village goes to another commune while its collaborator and her officer are in the fields. What they wrote follows it
 * into the other commune's book; the old commune's months stay what they were, and each case is counted by one of the two.
 */

const days = 86_400_000;
const oldCode = demoCommune.communeCode;
const scratch = await mkdtemp(join(tmpdir(), 'so-dan-so-move-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));
const since = '2026-11-25';

describe.each(engines)('a village that goes to another commune, on %s', { timeout: 240_000 }, (engine) => {
  let hub: JourneyHub;
  let beside: Neighbour;
  /** Officers of the two communes; the collaborator of the village that goes, and one of a village that stays. */
  let lan: JourneyPhone;
  let mai: JourneyPhone;
  let thu: JourneyPhone;
  let hoa: JourneyPhone;
  const [, , goes = ''] = villages;
  let came = '';
  /** What stood in the village before anybody spoke of its going. */
  let before: readonly string[] = [];
  let late: Awaited<ReturnType<typeof recordBirth>>;
  let home = '';

  beforeAll(async () => {
    hub = await openCommune(engine);
    beside = await openNeighbour(hub);
    lan = await openPhone(hub, await hub.officerCode());
    mai = await openPhone(hub, await beside.officerCode());
    thu = await openPhone(hub, await hub.collaboratorCode('003'));
    hoa = await openPhone(hub, await hub.collaboratorCode('001'));
    await agree();
    before = held(lan)
      .filter(
        ({ place, kind, fields }) => place.value === goes && !(ofTheVillage.includes(kind) && !('household' in fields)),
      )
      .map(({ id }) => id)
      .sort();
    came = `${beside.commune}v004`;
  }, 240_000);
  afterAll(() => hub?.close());

  const register = (phone: JourneyPhone) => phone.work().session.register;
  const bench = () => unitsBench({ hub: hub.hub(), figures: hub.figures() });
  const units = (...words: readonly string[]) => obeyUnits(bench(), [...words, '--data', scratch], () => {});
  const move = (...more: readonly string[]) =>
    units('move', '--place', oldCode, '--village', '003', '--into', beside.code, '--from', since, ...more);
  const held = (phone: JourneyPhone) => [...phone.work().session.store.allConfirmed()];
  const heldAt = (phone: JourneyPhone, ...places: readonly string[]) =>
    held(phone)
      .filter(({ place }) => places.includes(String(place.value)))
      .map(({ id }) => id)
      .sort();

  /** Everybody has sent and fetched, holds by digest what the hub says, and nothing beyond her places. */
  async function agree(...more: readonly JourneyPhone[]): Promise<void> {
    const phones = [thu, hoa, lan, mai, ...more];
    await syncUntilAgreed(hub, phones);
    for (const phone of phones) {
      const may = new Set(phone.work().session.activation.places);
      const at = held(phone).map(({ place }) => String(place.value));
      expect(at.filter((place) => !may.has(place) && !place.startsWith('drafts.'))).toEqual([]);
    }
  }

  const table = async (of: string, period: string) => {
    await hub.figures().settle();
    const { above = [], rows = [] } = (await hub.figures().report(of, '01-DSX', period)) ?? {};
    return [...above, ...rows];
  };
  const both = async (period: string) => ({
    own: (await table(book, period)).map(({ value }) => value),
    its: (await table(beside.book, period)).map(({ value }) => value),
  });
  const figure = async (of: string, period: string, key: string) =>
    (await table(of, period)).find((row) => row.key === key)?.value ?? 0;
  /** Of the two communes together. */
  const together = async (period: string, key: string) =>
    (await figure(book, period, key)) + (await figure(beside.book, period, key));
  const idsOf = (states: readonly { readonly id: string }[]) => states.map(({ id }) => id).sort();

  test('what is still to be handed in of before is said first, and nothing is done', async () => {
    await expect(move()).rejects.toThrow(/Chưa chốt: 01-DSX 2026-10, 02-DSX 2026-Q3, 03-DSX 2025/);
    await expect(
      units('move', '--place', oldCode, '--village', '003', '--into', oldCode, '--from', since, '--unclosed'),
    ).rejects.toThrow(/đã ở trong sổ/);
    await expect(
      units('move', '--place', oldCode, '--village', '009', '--into', beside.code, '--from', since),
    ).rejects.toThrow(/Không có thôn mã 009/);
    await expect(
      units('move', '--place', oldCode, '--village', '003', '--into', beside.code, '--from', '25/11/2026'),
    ).rejects.toThrow(/viết theo kiểu 2026-07-01/);
    await agree();
    expect(heldAt(lan, goes)).toEqual(expect.arrayContaining([...before]));
  });

  test('ten days without a network, and the village is the other commune’s, with all that was written meanwhile', async () => {
    for (const [form, period] of handedIn) await freeze(lan, form, period);
    await lan.sync();
    const was = await counted();
    [home = ''] = fertileHouseholds(thu, goes);
    late = await recordBirth(thu, home, { fullName: 'Nguyễn Thị Muộn', date: '2026-11-21' });
    await thu.edit(home, 'phone', '0987654321');
    await lan.edit(home, 'address', 'Xóm Giữa');
    hub.clock.now += 10 * days;

    const said = await move();
    expect(said).toMatch(/của xã 99001 là .* \(004\) của xã 99002 từ 2026-11-25; 4 phiếu hộ đã theo/);
    expect(said).toMatch(/--place 99002 --village 004/);
    await agree();

    // Nothing lost, nothing doubled; phones of the old commune hold nobody of it any more.
    const people = held(mai).filter(({ place }) => place.value === came);
    expect(idsOf(people)).toEqual([...before, late.child, late.birth].sort());
    expect(register(mai).household(home)).toMatchObject({ phone: '0987654321', address: 'Xóm Giữa' });
    for (const phone of [lan, thu, hoa])
      expect(held(phone).some(({ id }) => before.includes(id) || id === late.child)).toBe(false);

    // Its sheets say where they stood.
    const former = register(mai)
      .household(home)
      ?.fields.find(({ field }) => field === 'formerPlaces');
    expect(former?.value.vi).toBe('Thôn Bến Cau, Xã Suối Mẫu (đến 24/11/2026)');
    // Their screens say where it is, and that its months of before are not to be counted here.
    for (const phone of [lan, thu]) {
      const { places, left } = phone.work().session.who;
      expect(places.some(({ id }) => id === goes)).toBe(false);
      expect(left).toEqual([
        { name: 'Thôn Bến Cau', went: expect.stringMatching(/^Thôn Bến Cau.*, Xã Đồng Bưởi$/), until: '2026-11-24' },
      ]);
    }
    expect(mai.work().session.who.left).toEqual([]);

    // October is what it was; in November each is counted once, where the village stood at the month's end.
    const now = await counted();
    expect(now.october).toEqual(was.october);
    expect(now.births).toBe(was.births + 1);
    expect(now.people).toBe(was.people + 1);
    expect(now.start).toBe(was.start);
    expect(now.own).toBeLessThan(was.own);
  });

  test('what comes late of before the going counts in the old commune, written in the new one', async () => {
    const [, next = ''] = fertileHouseholds(mai, came);
    await recordBirth(mai, next, { fullName: 'Trần Văn Sau', sex: 'male', date: '2026-10-12' });
    const was = await counted();
    await agree();
    const now = await counted();
    const births = (table: { readonly own: number; readonly its: number }) => [table.own, table.its];
    expect(births(now.octoberBirths)).toEqual([was.octoberBirths.own + 1, was.octoberBirths.its]);
    const { reports } = (await (await hub.console('/api/closings?period=2026-10')).json()) as ClosingsAnswer;
    const id = reports.find(({ form, closing }) => form === '01-DSX' && closing?.place === commune)?.closing?.id;
    const { changes } = (await (await hub.console(`/api/closing?book=${book}&id=${id}`)).json()) as ClosingAnswer;
    expect(changes.flatMap(({ cases }) => cases)).toContainEqual(expect.objectContaining({ is: 'came', isLate: true }));
  });

  test('its collaborator goes on with a code of the new commune; her old term has ended', async () => {
    const words = ['--role', 'collaborator', '--place', beside.code, '--village', '004'];
    const again = await openPhone(hub, await issueCode(hub.hub(), words));
    await agree(again);
    expect(heldAt(again, came)).toEqual(heldAt(mai, came));
    const terms = held(lan).filter(({ kind, place }) => kind === 'collaborator' && place.value === goes);
    expect(terms.length).toBeGreaterThan(0);
    for (const { fields } of terms) expect(fields.until?.map(({ value }) => value)).toEqual(['2026-11-24']);
  });

  test('who has a right to be forgotten is forgotten in both books', async () => {
    const said = await obeyErase(hub.hub(), ['--record', late.child, '--ground', 'đề nghị', '--data', scratch]);
    expect(said.match(/^Đã xóa/gm)).toHaveLength(2);
    await agree();
    expect(register(mai).get(late.child)?.fields.fullName).toBeUndefined();
    for (const of of [book, beside.book]) expect(await stateIn(of, late.child)).not.toMatch(/Muộn/);
  });

  test('files of the old commune do not hold its people', async () => {
    const bench = { hub: hub.hub(), figures: hub.figures(), onWritten: () => {} };
    await obeyRegister(bench, ['export', scratch, '--place', oldCode, '--data', scratch], () => {});
    const households = await readFile(join(scratch, 'households.csv'), 'utf8');
    expect(households).not.toContain(',003,');
    await obeyRegister(bench, ['export', scratch, '--place', beside.code, '--data', scratch], () => {});
    expect((await readFile(join(scratch, 'households.csv'), 'utf8')).match(/004/g)?.length).toBeGreaterThan(3);
  });

  test('a hub that is started anew says the same', async () => {
    const was = await counted();
    await hub.restart();
    expect(await counted()).toEqual(was);
    await agree();
  });

  test('it can come back, and each of its people is in one village of one commune', async () => {
    const was = await counted();
    const gone = heldAt(mai, came);
    await units(
      ...['move', '--place', beside.code, '--village', '004', '--into', oldCode],
      ...['--from', '2026-11-26', '--unclosed'],
    );
    await agree();
    const back = `${commune}v004`;
    expect(heldAt(lan, back)).toEqual(gone.filter((id) => !heldAt(mai, came).includes(id)));
    expect(heldAt(lan, back)).toEqual(
      expect.arrayContaining(before.filter((id) => register(lan).get(id) !== undefined)),
    );
    expect(held(mai).some(({ id }) => id === home)).toBe(false);
    expect([lan.work().session.who.left, mai.work().session.who.left.length]).toEqual([[], 1]);
    const numbers = register(lan).report('01-DSX', '2026-10', commune);
    expect([...(numbers?.above ?? []), ...(numbers?.rows ?? [])].map(({ value }) => value)).toEqual(was.october.own);
    const now = await counted();
    expect(now.october).toEqual(was.october);
    expect([now.births, now.people, now.start]).toEqual([was.births, was.people, was.start]);
  });

  test('the two communes become one, with everybody once', async () => {
    const [was, everybody] = [await counted(), new Set([...held(lan), ...held(mai)].map(({ id }) => id))];
    await units(
      ...['merge', '--places', `${oldCode},${beside.code}`, '--into', oldCode],
      ...['--name', 'Phường Hòa Hợp', '--from', '2026-11-28'],
    );
    await agree();
    expect(new Set(idsOf(held(lan)))).toEqual(everybody);
    expect(idsOf(held(mai))).toEqual(idsOf(held(lan)));
    expect(await figure(book, '2026-11', 'births')).toBe(was.births);
    expect(await figure(book, '2026-11', 'pop_end')).toBe(was.people);
  });

  async function stateIn(of: string, id: string): Promise<string> {
    const { state } = await hub
      .hub()
      .database.transaction(await hub.hub().wholeBook(of), (tx) =>
        tx.selectFrom('record').select('state').where('book', '=', of).where('id', '=', id).executeTakeFirstOrThrow(),
      );
    return state;
  }

  /** Of the two communes: what October says in each, and November of both together. */
  async function counted() {
    return {
      october: await both('2026-10'),
      octoberBirths: {
        own: await figure(book, '2026-10', 'births'),
        its: await figure(beside.book, '2026-10', 'births'),
      },
      births: await together('2026-11', 'births'),
      people: await together('2026-11', 'pop_end'),
      start: await together('2026-11', 'pop_start'),
      own: await figure(book, '2026-11', 'pop_end'),
    };
  }
});

/** Facts of the village itself, its talks and its collaborator's term: they are the old commune's. */
const ofTheVillage = ['visit', 'collaborator'];

/** What the old commune has to hand in of before. */
const handedIn = [
  ['01-DSX', '2026-10'],
  ['02-DSX', '2026-Q3'],
  ['03-DSX', '2025'],
] as const;
