import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeXlsx } from '../../src/formats/sheet/write-xlsx.ts';
import { type HubProcess, run, startHubProcess } from '../server/process.ts';

/* One commune in four files, by the command line: a folder without a hub, and beside a running one. */

const files = {
  units: `code,name,kind,parent_code,valid_from,valid_to,predecessors
42,Tỉnh Hà Tĩnh,province,,2025-07-01,,
18073,Xã Thạch Hà,commune,42,2025-07-01,,18073;18076
001,Thôn Bắc Tiến,village,18073,,,
002,Thôn Nam Thượng,village,18073,,,`,
  households: `household_key,village_code,household_no,address,kind,poor,phone
H1,001,1,Xóm Trên,family,none,0912345678
H2,002,2,,family,near,`,
  persons: `person_key,household_key,full_name,relation,sex,birth_date,ethnicity,education,marital,residence,status,insurance_no,national_id,mother_key,spouse_key
P1,H1,Nguyễn Văn Bình,head,male,1988-02-11,01,upper_sec,married,usual_present,active,,,,P2
P2,H1,Trần Thị Hoà,spouse,female,1990-05-03,01,upper_sec,married,usual_present,active,,,,P1
P3,H1,Nguyễn Gia Bảo,child,male,2026-05-20,01,none,single,usual_present,active,,,P2,
P4,H2,Lê Thị Sáu,head,female,1950,01,primary,widowed,usual_present,active,,,,P5
P5,H2,Bùi Văn Năm,spouse,male,1948-03-09,01,primary,married,usual_present,dead,,,,P4
P6,H2,Bùi Thị Mai,child,female,1999-08-08,01,university,single,usual_present,left,,,P4,`,
  events: `event_key,kind,date,person_key,household_key,mother_key,birth_order,place,multiple,to,method
E1,birth,2026-05-20,P3,H1,P2,1,station,no,,
E2,death,2026-06-02,P5,H2,,,,,,
E3,move_out,2026-06-15,P6,H2,,,,,Hà Nội,
E4,method_start,2026-06-20,P2,H1,,,,,,iud
E5,abortion,2026-06-21,,H2,,,,,,`,
};

let folder = '';
const folderOf = async (name: string, changes: Partial<typeof files> = {}) => {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  for (const [table, text] of Object.entries({ ...files, ...changes }))
    await writeFile(join(path, `${table}.csv`), text);
  return path;
};
const register = (...words: readonly string[]) => run(['server/command-line/register.ts', ...words]);
const take = (dir: string, data: string, ...more: readonly string[]) =>
  register('import', dir, '--place', '18073', '--data', data, ...more);

async function figures(data: string, period: string, ...more: readonly string[]) {
  const words = [
    'report',
    '--data',
    data,
    '--form',
    '01-DSX',
    '--period',
    period,
    '--place',
    '18073',
    ...more,
    '--json',
  ];
  const { out, err, status } = await register(...words);
  if (status !== 0) throw new Error(err);
  const { rows, ...head } = JSON.parse(out);
  const values = rows.map(({ key, value, cumulative }: Record<string, unknown>) => [key, [value, cumulative]]);
  return { head, values: Object.fromEntries(values) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-dan-so-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a register from files, into a folder that is not there yet', () => {
  test('comes in whole, is counted, comes in again without adding anything, and goes out again', async () => {
    const [data, dir] = [join(folder, 'data'), await folderOf('in')];
    const first = await take(dir, data);
    expect([first.status, first.out]).toEqual([0, expect.stringContaining('persons.csv: 6 nhân khẩu; được 6')]);
    expect(first.err).toContain('Đã ghi');

    const june = await figures(data, '2026-06');
    expect(june.head).toEqual({ form: '01-DSX', formSet: 'TT01-2022', period: '2026-06', place: '18073' });
    expect(june.values).toMatchObject({
      pop_end: [4, 4],
      births: [0, 1],
      deaths: [1, 1],
      move_out: [1, 1],
      move_in: [0, 0],
    });
    expect((await figures(data, '2026-04')).values).toMatchObject({ pop_end: [5, 5], births: [0, 0] });
    expect((await figures(data, '2026-05', '--village', '001')).values).toMatchObject({
      pop_end: [3, 3],
      births: [1, 1],
    });

    expect((await take(dir, data)).out).toContain('Sổ đã có đủ, không ghi thêm gì.');
    const out = join(folder, 'out');
    const exported = await register('export', out, '--place', '18073', '--data', data);
    expect([exported.status, exported.out]).toEqual([
      0,
      'units.csv: 4\nhouseholds.csv: 2\npersons.csv: 6\nevents.csv: 5\n',
    ]);
    expect(await readFile(join(out, 'persons.csv'), 'utf8')).toContain('Trần Thị Hoà');
    expect(await readFile(join(out, 'units.csv'), 'utf8')).toContain('18073;18076');
    expect((await take(out, data)).out).toContain('Sổ đã có đủ, không ghi thêm gì.');
    expect(await readFile(join(out, 'events.csv'), 'utf8')).toMatch(/abortion,2026-06-21,,,002/);
  });

  test('as one workbook of four sheets', async () => {
    const dir = join(folder, 'workbook');
    await mkdir(dir);
    const sheets = Object.entries(files).map(([name, text]) => ({
      name,
      rows: text.split('\n').map((line) => line.split(',')),
    }));
    await writeFile(join(dir, 'so.xlsx'), await writeXlsx(sheets));
    const data = join(folder, 'data-workbook');
    expect((await take(dir, data)).status).toBe(0);
    expect((await figures(data, '2026-06')).values).toMatchObject({ pop_end: [4, 4], deaths: [1, 1] });
  });

  test('with rows that cannot be: each is told by row and column, and nothing is written', async () => {
    const data = join(folder, 'data-refused');
    const events = `${files.events}
E6,death,31/02/2026,P4,H2,,,,,,
E7,death,2026-02-03,P9,H2,,,,,,
E8,method_stop,2026-06-21,P2,H1,,,,,,pill
E9,wedding,2026-06-21,P2,H1,,,,,,`;
    const households = `${files.households}\nH3,009,3,,family,none,`;
    const dir = await folderOf('refused', { events, households });
    const refused = await take(dir, data);
    expect([refused.status, refused.out]).toEqual([1, '']);
    for (const reason of [
      'households.csv dòng 4, cột village_code: không có thôn mã "009"',
      'events.csv dòng 7, cột date: ngày "31/02/2026" không có trong lịch',
      'events.csv dòng 8, cột person_key: không có người "P9"',
      'events.csv dòng 9, cột method: thôi biện pháp "Viên uống tránh thai" mà không đang dùng',
      'events.csv dòng 10, cột kind: không có mã "wedding"',
    ])
      expect(refused.err).toContain(reason);
    const asked = await register(
      'report',
      '--data',
      data,
      '--form',
      '01-DSX',
      '--period',
      '2026-06',
      '--place',
      '18073',
    );
    expect([asked.status, asked.err]).toEqual([1, expect.stringContaining('Không có xã mã 18073')]);

    const rest = await take(dir, data, '--skip-refused');
    expect([rest.status, rest.out]).toEqual([0, expect.stringContaining('TỪ CHỐI events.csv dòng 7')]);
    expect((await figures(data, '2026-06')).values).toMatchObject({ pop_end: [4, 4], deaths: [1, 1] });
  });

  test('that are no tables: told which and where', async () => {
    const data = join(folder, 'data-broken');
    const columns = await folderOf('columns', { persons: 'ma,ten\n1,Hoa' });
    expect((await take(columns, data)).err).toMatch(/persons\.csv: thiếu cột person_key, household_key/);
    const cut = await folderOf('cut');
    await writeFile(join(cut, 'persons.csv'), Buffer.from(files.persons).subarray(0, 250));
    const half = Buffer.concat([Buffer.from(files.persons), Buffer.from([0xc3])]);
    await writeFile(join(cut, 'persons.csv'), half);
    expect((await take(cut, data)).err).toMatch(/persons\.csv dòng 7: không phải UTF-8/);
    expect((await take(join(folder, 'nowhere'), data)).err).toMatch(/Không đọc được thư mục/);
    expect((await register('import', cut)).err).toMatch(/Thiếu --data/);
    expect((await register('burn')).err).toMatch(/^Dùng:/);
  });
});

describe('beside a running hub', () => {
  let hub: HubProcess;
  const data = () => join(folder, 'running');

  beforeAll(async () => {
    hub = await startHubProcess(data());
  });
  afterAll(() => hub.end('SIGTERM'));

  test('a register comes in, its progress is heard, and a code for its officer can be had', async () => {
    const taken = await take(await folderOf('beside'), data());
    expect([taken.status, taken.out]).toEqual([0, expect.stringContaining('events.csv: 5 biến động')]);
    expect(taken.err).toMatch(/Đã đọc 6 người[\s\S]*Đã ghi \d+\/\d+/);
    expect((await figures(data(), '2026-06')).values).toMatchObject({ pop_end: [4, 4], deaths: [1, 1] });
    const code = await run(['server/activate.ts', '--data', data(), '--role', 'officer', '--place', '18073']);
    expect([code.status, code.out]).toEqual([0, expect.stringMatching(/^[2-9A-Z]{10}\n$/)]);
    await hub.end('SIGKILL');
    hub = await startHubProcess(data());
    expect((await figures(data(), '2026-06')).values).toMatchObject({ pop_end: [4, 4] });
  });

  test('refused rows are told on this side, exit 1', async () => {
    const dir = await folderOf('beside-refused', { events: `${files.events}\nE9,death,2026-02-30,P4,H2,,,,,,` });
    const refused = await take(dir, data());
    expect([refused.status, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('ngày "2026-02-30" không có trong lịch');
  });
});
