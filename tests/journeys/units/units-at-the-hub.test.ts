import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { obeyUnits } from '../../../server/command-line/units/obey-units.ts';
import { finishUnitChanges } from '../../../server/sync/units/change-units.ts';
import { registerReader } from '../../../server/sync/units/open-register.ts';
import { planUnits } from '../../../server/sync/units/plan-units.ts';
import { readUnitsOf } from '../../../server/sync/units/unit-rows.ts';
import { unitsAuthor } from '../../../server/sync/units/units-bench.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import type { UnitsAnswer, UnitsChange } from '../../../src/sync/units-change.ts';
import { foundTestCommune } from '../../server/commune.ts';
import { onEachEngine } from '../../server/engines.ts';
import { activatePhone, householdDrafts } from '../../server/phone.ts';
import { openSite } from '../../server/site.ts';

/* The tree of villages at the hub: asked by a phone, by the command line, or read from the official list. */

const scratch = await mkdtemp(join(tmpdir(), 'so-dan-so-units-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

onEachEngine('units', ({ hub }) => {
  /** A commune with one household in its first village, its officer and its collaborator. */
  async function settle() {
    const commune = await foundTestCommune(hub());
    const site = openSite(hub());
    const officer = await activatePhone(site.request, await commune.officerCode());
    const collaborator = await activatePhone(site.request, await commune.collaboratorCode());
    const { envelope } = await collaborator.write(householdDrafts(commune.villages[0], 'Hà'));
    await collaborator.upload(envelope.bytes);
    const bench = unitsBench(site.site);
    const cli = (...words: readonly string[]) => obeyUnits(bench, [...words, '--data', scratch], () => {});
    const code = commune.commune.slice(1);
    const villages = async () => {
      const units = await hub().database.transaction(undefined, (tx) => readUnitsOf(tx, commune.book));
      return units.filter(({ level }) => level === 'village');
    };
    const standing = async (place: string) =>
      (await registerReader(hub(), commune.book)())?.village(place).households.length;
    const ask = async (phone: typeof officer, id: string, change: unknown) => {
      const body = new TextEncoder().encode(JSON.stringify({ id, change }));
      return (await (await phone.ask('POST', '/sync/units', body)).json()) as UnitsAnswer;
    };
    return { ...commune, site, bench, officer, collaborator, cli, code, listVillages: villages, standing, ask };
  }

  test('an officer may ask, a collaborator may not; the same request again is done once', async () => {
    const { officer, collaborator, villages, ask, listVillages, standing } = await settle();
    const [first, second] = villages;
    const join: UnitsChange = { is: 'join', unit: first, into: second, date: '2026-01-05' };
    expect(await ask(collaborator, 'one', join)).toEqual({ refused: 'role' });
    expect(await ask(officer, 'one', { is: 'join', unit: first })).toEqual({ refused: 'bad_request' });
    expect(await ask(officer, 'two', join)).toEqual({ done: { households: 1 } });
    expect(await ask(officer, 'two', join)).toEqual({ done: { households: 1 } });
    expect([await standing(first), await standing(second)]).toEqual([0, 1]);
    expect((await listVillages()).map(({ validTo }) => validTo)).toEqual(['2026-01-04', '']);
    const scope = (await (await collaborator.ask('GET', '/sync/scope')).json()) as { places: string[]; epoch: number };
    expect(scope).toMatchObject({ places: [first, second], epoch: 2 });
    expect(await ask(officer, 'three', { is: 'rename', unit: first, name: 'Không còn' })).toEqual({
      refused: 'ended_unit',
    });
  });

  test('only the last change of a village can be taken back', async () => {
    const { officer, villages, ask } = await settle();
    const [first, second] = villages;
    await ask(officer, 'name', { is: 'rename', unit: second, name: 'Thôn Một' });
    await ask(officer, 'join', { is: 'join', unit: first, into: second, date: '2026-01-05' });
    expect(await ask(officer, 'back', { is: 'undo', change: 'name' })).toEqual({ refused: 'not_last' });
    expect(await ask(officer, 'back', { is: 'undo', change: 'join' })).toEqual({ done: { households: 1 } });
    expect(await ask(officer, 'again', { is: 'undo', change: 'join' })).toEqual({ refused: 'unknown_change' });
    expect(await ask(officer, 'name back', { is: 'undo', change: 'name' })).toEqual({ refused: 'bad_request' });
    expect(await ask(officer, 'name-back', { is: 'undo', change: 'name' })).toEqual({ done: { households: 0 } });
  });

  test('cut off between the villages and their households, the next start ends it', async () => {
    const { book, bench, villages, listVillages, standing } = await settle();
    const [first, second] = villages;
    const change: UnitsChange = { is: 'join', unit: first, into: second, date: '2026-01-05' };
    const planned = planUnits({ units: await listVillages(), changes: [], today: '2026-11-22' }, change);
    if (!planned.ok) throw new Error(planned.error);
    const author = unitsAuthor(hub(), book);
    await hub().run({ is: 'units', at: hub().now(), book, id: 'cut', device: '', change, ...planned.value, author });
    expect(await standing(first)).toBe(1);
    await finishUnitChanges(bench);
    expect([await standing(first), await standing(second)]).toEqual([0, 1]);
  });

  test('a sheet that comes late goes where its village went, not where a part of it did before', async () => {
    const { cli, code, collaborator, standing, villages } = await settle();
    const at = ['--place', code] as const;
    const file = join(scratch, `${code}-005.csv`);
    await writeFile(file, `code,name,kind,parent_code,valid_from\n005,Thôn Năm,village,${code},2025-07-01`);
    const split = await cli('split', ...at, '--village', '001', '--households', '1', '--name', 'Thôn Ba', '--apart');
    await cli('import', file);
    await cli('join', ...at, '--village', '001', '--into', '005');
    const late = await collaborator.write(householdDrafts(villages[0], 'Muộn'));
    await collaborator.upload(late.envelope.bytes);
    const stand = async () => Promise.all(['001', '005', '003'].map((village) => standing(`u${code}v${village}`)));
    expect(await stand()).toEqual([0, 1, 1]);
    // The part is put back: it belonged to a village that is no more, and goes where that went.
    await cli('undo', ...at, '--change', split.split(' ').at(-1) ?? '');
    const later = await collaborator.write(householdDrafts(villages[0], 'Muộn Nữa'));
    await collaborator.upload(later.envelope.bytes);
    expect(await stand()).toEqual([0, 3, 0]);
  });

  test('the command line renames, splits by number, joins, takes back and lists', async () => {
    const { cli, code, listVillages, villages, standing, officer } = await settle();
    const at = ['--place', code] as const;
    // A sheet on which nobody lives is no household, here as on the phones.
    const { envelope } = await officer.write(householdDrafts(villages[1], 'Trống').slice(0, 1));
    await officer.upload(envelope.bytes);
    await cli('rename', ...at, '--village', '002', '--name', 'Thôn Hai Mới');
    const split = await cli('split', ...at, '--village', '001', '--households', '1-3, 9', '--name', 'Thôn Ba');
    expect((await listVillages()).map((unit) => `${unit.code} ${unit.name}`)).toEqual([
      '001 Thôn Đồng Bưởi',
      '002 Thôn Hai Mới',
      '003 Thôn Ba',
    ]);
    expect([await standing(villages[0]), await standing(`u${code}v003`)]).toEqual([0, 1]);
    expect(await cli('list', ...at)).toMatch(/003 {2}Thôn Ba {2}1 hộ {2}từ \d{4}-\d\d-\d\d/);
    expect(await cli('list', ...at)).toMatch(/002 {2}Thôn Hai Mới {2}0 hộ/);
    const id = split.split(' ').at(-1) ?? '';
    expect(await cli('undo', ...at, '--change', id)).toMatch(/1 hộ/);
    expect(await standing(villages[0])).toBe(1);
    await expect(cli('join', ...at, '--village', '001', '--into', '009')).rejects.toThrow(/001, 002/);
    await expect(cli('split', ...at, '--village', '001', '--households', 'a', '--name', 'X')).rejects.toThrow(
      /12-40,55/,
    );
    await expect(cli('rename', ...at, '--village', '001', '--name', 'Thôn Hai Mới')).rejects.toThrow(/đã có/);
    await expect(cli('burn', ...at)).rejects.toThrow(/Dùng/);
  });

  test('the official list: new names and units, whole villages follow, parts are told, and again nothing changes', async () => {
    const { cli, code, listVillages, villages, standing, collaborator, bench } = await settle();
    const file = join(scratch, `${code}.csv`);
    const rows = [
      'code,name,kind,parent_code,valid_from,valid_to,predecessors',
      '77,Tỉnh Khác,province,,2025-07-01,,',
      '07701,Xã Cũ,commune,77,1976-01-01,2025-06-30,',
      '07701,Xã Mới,commune,77,2025-07-01,,07701|07709~',
      `001,Thôn Đồng Bưởi,village,${code},2025-07-01,2026-06-30,`,
      `002,Thôn Suối Trong,village,${code},2025-07-01,,`,
      `003,Thôn Đồng Mới,village,${code},2026-07-01,,001|002~`,
    ];
    await writeFile(file, rows.join('\n'));
    const said = await cli('import', file);
    expect(said).toMatch(/CHƯA CHUYỂN: một phần Thôn Suối Trong sang Thôn Đồng Mới/);
    expect(said).toMatch(/1 thôn nhập nguyên, 1 hộ đã theo/);
    expect((await listVillages()).map((unit) => `${unit.code} ${unit.validTo}`)).toEqual([
      '001 2026-06-30',
      '002 ',
      '003 ',
    ]);
    expect([await standing(villages[0]), await standing(`u${code}v003`)]).toEqual([0, 1]);
    expect(await cli('import', file)).toMatch(
      /^CHƯA CHUYỂN[^\n]+\n0 đơn vị mới hoặc đổi; 1 thôn nhập nguyên, 0 hộ đã theo\.$/,
    );
    const both = await bench.hub.database.transaction(undefined, (tx) =>
      tx.selectFrom('unit').select(['id', 'name']).where('code', '=', '07701').orderBy('id').execute(),
    );
    expect(both.map(({ name }) => name)).toEqual(['Xã Cũ', 'Xã Mới']);
    const scope = (await (await collaborator.ask('GET', '/sync/scope')).json()) as { places: string[] };
    expect(scope.places).toContain(`u${code}v003`);
    await writeFile(file, 'code,name,kind\n9 9,X,village');
    await expect(cli('import', file)).rejects.toThrow(/dòng 2, cột code/);
  });
});
