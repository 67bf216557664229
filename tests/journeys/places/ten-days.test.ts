import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { obeyUnits } from '../../../server/command-line/units/obey-units.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { planFor } from '../../../src/register/acts/plan-for.ts';
import { demoCommune } from '../../../src/sample/sample.ts';
import { storyEngines } from '../../server/engines.ts';
import { commune, type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from '../phone.ts';

/*
 * Hoa is ten days in the fields without a network and writes as on any day. Meanwhile the province redraws her village, in
 * one of the ways there are. What she wrote follows the households to where they belong; her phone keeps what she may hold.
 */

const [first = '', second = '', third = ''] = villages;
const days = 86_400_000;
const place = ['--place', demoCommune.communeCode];
const scratch = await mkdtemp(join(tmpdir(), 'so-dan-so-ten-days-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe.each(storyEngines)('ten days without a network, on %s', { timeout: 180_000 }, (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let lan: JourneyPhone;
  let hoa: JourneyPhone;

  /** Changes of this story, to be taken back behind it. */
  let changes: string[] = [];
  let sheet = 930;

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    lan = await openPhone(hub, await hub.collaboratorCode('002'));
  }, 180_000);
  afterAll(() => hub?.close());
  beforeEach(async () => {
    hoa = await openPhone(hub, await hub.collaboratorCode('001'));
    await agree();
  });
  afterEach(async () => {
    for (const change of changes.reverse()) await units('undo', '--change', change);
    changes = [];
  });

  const session = (phone: JourneyPhone) => phone.work().session;
  const register = (phone: JourneyPhone) => session(phone).register;
  const units = (...words: readonly string[]) =>
    obeyUnits(
      unitsBench({ hub: hub.hub(), figures: hub.figures() }),
      [...words, '--data', scratch, ...(words[0] === 'import' ? [] : place)],
      () => {},
    );

  async function change(...words: readonly string[]): Promise<void> {
    changes.push((await units(...words)).split(' ').at(-1) ?? '');
  }

  /** Everybody has sent and fetched, holds by digest what the hub says, and nothing beyond her places. */
  async function agree(): Promise<void> {
    const phones = [hoa, lan, officer];
    for (const phone of [...phones, ...phones]) await phone.sync();
    for (const phone of phones) {
      expect(await phone.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0, agreedAt: hub.clock.now });
      const may = new Set(session(phone).activation.places);
      const held = [...session(phone).store.allConfirmed()].map((state) => String(state.place.value));
      expect(held.filter((at) => !may.has(at) && !at.startsWith('drafts.'))).toEqual([]);
    }
  }

  interface Written {
    readonly home: string;
    readonly child: string;
    readonly birth: string;
    readonly opened: string;
    readonly dead: string;
  }

  /** A birth, a death, a telephone, a new sheet, a method's worth of days. */
  async function tenDays(): Promise<Written> {
    const [home = ''] = fertileHouseholds(hoa, first);
    const { child, birth } = await recordBirth(hoa, home, { fullName: 'Nguyễn Thị Muộn' });
    await hoa.edit(home, 'phone', '0987654321');
    const opened = await hoa.work().record('household_new', first, { number: ++sheet, kind: 'family' }, []);
    const living = (household: string) => register(hoa).formContext('death', household).choices.person ?? [];
    const sheets = register(hoa)
      .village(first)
      .households.map(({ id }) => id);
    const other = sheets.find((id) => id !== home && living(id).length > 1) ?? '';
    const [old] = living(other);
    const answers = { person: old?.value ?? '', date: '2026-11-18', place: 'home', cause: 'disease' };
    const died = await hoa.work().record('death', other, answers, ['death-age', 'death-late']);
    hub.clock.now += 10 * days;
    if (!opened.ok || !died.ok) throw new Error(JSON.stringify([opened, died]));
    return { home, child, birth, opened: opened.value.records[0]?.id ?? '', dead: died.value.records[0]?.id ?? '' };
  }

  /** Every number of the book's own report of the month, on the officer's phone and at the hub. */
  async function figures(at = commune) {
    await hub.figures().settle();
    const cellsOf = (table: { readonly above: readonly { readonly value: number | null }[] } | undefined) =>
      table?.above.map(({ value }) => value);
    const [phone, sums] = [
      cellsOf(register(officer).report('01-DSX', '2026-11', at)),
      cellsOf(await hub.figures().report(`b${demoCommune.communeCode}`, '01-DSX', '2026-11', at)),
    ];
    expect(sums).toEqual(phone);
    return phone;
  }

  const placesOf = (phone: JourneyPhone, { home, child, birth, opened, dead }: Written) =>
    [home, child, birth, opened, dead].map((id) => register(phone).get(id)?.place);
  const all = (at: string | undefined) => Array.from({ length: 5 }, () => at);

  test('her village joins another', async () => {
    const written = await tenDays();
    await change('join', '--village', '001', '--into', '002', '--date', '2026-11-25');
    await agree();
    for (const phone of [hoa, lan, officer]) expect(placesOf(phone, written)).toEqual(all(second));
    expect(register(lan).household(written.home)?.phone).toBe('0987654321');
    await figures();
  });

  test('who had moved house before the village was joined lives where they moved to', async () => {
    const [home = ''] = fertileHouseholds(officer, first);
    const people = register(officer)
      .folk.members(home)
      .map(({ id }) => id);
    const date = '2026-11-21';
    const { drafts } = planFor(register(officer), { is: 'move', household: home, village: third, date, number: null });
    await officer.work().save(drafts);
    hub.clock.now += 10 * days;
    await change('join', '--village', '001', '--into', '002', '--date', '2026-11-25');
    await lan.sync();
    await agree();
    for (const id of people) expect(register(officer).get(id)?.place).toBe(third);
    for (const id of people) expect(register(lan).get(id)).toBeUndefined();
    await figures();
  });

  test('another village joins hers, and then hers a third', async () => {
    const written = await tenDays();
    await change('join', '--village', '002', '--into', '001', '--date', '2026-11-25');
    await change('join', '--village', '001', '--into', '003', '--date', '2026-11-26');
    await agree();
    for (const phone of [hoa, lan, officer]) expect(placesOf(phone, written)).toEqual(all(third));
    await figures();
  });

  test('her village is split, and the part where she was is another’s', async () => {
    const sheets = register(hoa).village(first).households;
    const numbers = sheets.map(({ householdNumber }) => householdNumber).filter((number) => number !== '');
    const written = await tenDays();
    const away = numbers.join(',');
    await change('split', '--village', '001', '--households', away, '--name', 'Xóm Trên', '--apart');
    await agree();
    const made = session(officer).who.places.find(({ name }) => name === 'Xóm Trên')?.id ?? '';
    const { home, child, birth, dead, opened } = written;
    const follow = [home, child, birth, dead].map((id) => register(officer).get(id)?.place);
    expect(follow).toEqual([made, made, made, made]);
    // The sheet that she opened is of nobody who left: it stays hers.
    expect(register(hoa).get(opened)?.place).toBe(first);
    expect([home, child, birth, dead].map((id) => register(hoa).get(id))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const newcomer = await openPhone(hub, await hub.collaboratorCode(made.slice(-3)));
    await newcomer.sync();
    expect(register(newcomer).get(child)?.place).toBe(made);
    await figures();
    await figures(made);
  });

  test('her village is split, and she keeps both', async () => {
    const written = await tenDays();
    const number = register(officer).household(written.home)?.number;
    await change('split', '--village', '001', '--households', String(number), '--name', 'Xóm Trên');
    await agree();
    const made = session(officer).who.places.find(({ name }) => name === 'Xóm Trên')?.id ?? '';
    for (const phone of [hoa, officer])
      expect([written.home, written.child, written.birth].map((id) => register(phone).get(id)?.place)).toEqual([
        made,
        made,
        made,
      ]);
    await figures();
  });

  test('her village is joined, and the joining is taken back before she comes', async () => {
    const written = await tenDays();
    await change('join', '--village', '001', '--into', '002', '--date', '2026-11-25');
    await lan.sync();
    await units('undo', '--change', changes.pop() ?? '');
    await agree();
    for (const phone of [hoa, officer]) expect(placesOf(phone, written)).toEqual(all(first));
    await figures();
  });

  test('her village and the commune are called otherwise', async () => {
    const written = await tenDays();
    await change('rename', '--village', '001', '--name', 'Tổ dân phố 1');
    await change('rename', '--name', 'Phường Mới');
    await agree();
    for (const phone of [hoa, officer]) expect(placesOf(phone, written)).toEqual(all(first));
    expect(session(hoa).who).toMatchObject({ communeName: 'Phường Mới' });
    expect(register(hoa).village(first).name).toBe('Tổ dân phố 1');
  });

  test('the official list ends her village and one beside it in a new one', async () => {
    const written = await tenDays();
    const file = join(scratch, `list-${engine}.csv`);
    const code = demoCommune.communeCode;
    const nameOf = (id: string) => session(officer).who.places.find((one) => one.id === id)?.name ?? '';
    await writeFile(
      file,
      [
        'code,name,kind,parent_code,valid_from,valid_to,predecessors',
        `001,${nameOf(first)},village,${code},2025-07-01,2026-11-24,`,
        `002,${nameOf(second)},village,${code},2025-07-01,2026-11-24,`,
        `010,Thôn Hợp Nhất,village,${code},2026-11-25,,001|002`,
      ].join('\n'),
    );
    expect(await units('import', file)).toMatch(/2 thôn nhập nguyên/);
    await agree();
    const made = `${commune}v010`;
    for (const phone of [hoa, lan, officer]) expect(placesOf(phone, written)).toEqual(all(made));
    await figures();
  });
});
