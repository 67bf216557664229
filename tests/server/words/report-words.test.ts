import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { obeyRegister } from '../../../server/command-line/register/obey-register.ts';
import { catalogue } from '../../../src/catalogue/index.ts';
import { onEachEngine } from '../engines.ts';
import { openSite } from '../site.ts';

/* A quarter of a village of seven, by the words of the command line. */

const files = {
  units: `code,name,kind,parent_code,valid_from
42,Tỉnh Mẫu,province,,2025-07-01
18073,Xã Mẫu,commune,42,2025-07-01
001,Thôn Một,village,18073,
002,Thôn Hai,village,18073,`,
  households: `household_key,village_code,household_no,kind
H1,001,1,family
H2,002,2,family`,
  persons: `person_key,household_key,full_name,relation,sex,birth_date,marital,residence,status,spouse_key
P1,H1,Nguyễn Văn Bình,head,male,1988-02-11,married,usual_present,active,P2
P2,H1,Trần Thị Hoà,spouse,female,1990-05-03,married,usual_present,active,P1
P3,H1,Nguyễn Gia Bảo,child,male,2026-05-20,single,usual_present,active,
P4,H2,Lê Thị Sáu,head,female,1950,widowed,usual_present,active,
P5,H2,Phạm Thị Lan,other,female,2003,married,temporary,active,`,
  events: `event_key,kind,date,person_key,household_key,mother_key,birth_order,method,from_marital,spouse_key,premarital_check
E1,birth,2026-05-20,P3,H1,P2,3,,,,
E2,method_start,2026-06-20,P2,H1,,,iud,,,
E3,method_start,2026-06-21,P2,H1,,,pill,,,
E4,method_start,2026-06-22,P5,H2,,,pill,,,
E5,pregnancy,2026-06-25,,H2,,,,,,
E6,method_start,2026-06-26,,H2,,,condom,,,
E7,elder_check,2026-03-02,P4,H2,,,,,,`,
};

interface Row {
  readonly row: string;
  readonly key: string;
  readonly unit: string;
  readonly value: number | null;
  readonly cumulative: number | null;
  readonly parts?: { readonly numerator: number; readonly denominator: number };
}

onEachEngine('a report by the command line', ({ hub }) => {
  async function ask() {
    const { site } = openSite(hub());
    const folder = await mkdtemp(join(tmpdir(), 'so-dan-so-'));
    for (const [table, text] of Object.entries(files)) await writeFile(join(folder, `${table}.csv`), text);
    const bench = { hub: hub(), figures: site.figures, onWritten: () => {} };
    const words = (...more: readonly string[]) => [...more, '--place', '18073', '--data', folder];
    await obeyRegister(bench, words('import', folder), () => {});
    await rm(folder, { recursive: true });
    const say = (form: string, period: string, ...more: readonly string[]) =>
      obeyRegister(bench, words('report', '--form', form, '--period', period, ...more), () => {});
    const rows = async (form: string, period: string, ...more: readonly string[]) => {
      const read = JSON.parse(await say(form, period, '--json', ...more));
      const byKey = new Map<string, Row>(read.rows.map((row: Row) => [row.key, row]));
      return { ...read, of: (key: string) => byKey.get(key)?.value, row: (key: string) => byKey.get(key), byKey };
    };
    return { say, rows };
  }

  test('every number of the programme is in every form, ratios with their parts, null where there is none', async () => {
    const { rows, say } = await ask();
    const quarter = await rows('02-DSX', '2026-Q2');
    expect([quarter.form, quarter.formSet, quarter.period, quarter.place]).toEqual([
      '02-DSX',
      'TT01-2022',
      '2026-Q2',
      '18073',
    ]);
    const keys = catalogue.indicators.map(({ key }) => key).toSorted();
    for (const [form, period] of [
      ['01-DSX', '2026-06'],
      ['02-DSX', '2026-Q2'],
      ['03-DSX', '2026'],
    ] as const) {
      expect([...(await rows(form, period)).byKey.keys()].toSorted()).toEqual(keys);
    }
    expect(quarter.row('hh_total')).toEqual({ row: '1', key: 'hh_total', unit: 'hộ', value: 2, cumulative: 2 });
    expect(quarter.row('CPR')).toMatchObject({ value: 100, parts: { numerator: 1, denominator: 1 } });
    expect(quarter.row('SRB')).toMatchObject({ value: null, parts: { numerator: 1, denominator: 0 } });
    const counted = ['pop_end', 'births_3plus', 'users_end[pill]', 'new_users[iud]', 'stop_users[iud]', 'new_users'];
    expect(counted.map(quarter.of)).toEqual([4, 1, 1, 1, 1, 2]);
    expect(['new_users_temporary[pill]', 'nameless[pregnancy]', 'nameless[condom]'].map(quarter.of)).toEqual([1, 1, 1]);
    expect(['pop_by_age_sex[male,0-4]', 'pop_by_age_sex[female,75-79]', 'ctv_count'].map(quarter.of)).toEqual([
      1, 1, 0,
    ]);
    // Checked in March: not in this quarter, and of the year so far one of one.
    expect([quarter.of('elder_checked'), quarter.row('elder_checked')?.cumulative]).toEqual([0, 1]);
    expect(quarter.row('elder_check_rate')).toMatchObject({ value: 100, cumulative: 100 });
    expect((await say('02-DSX', '2026-Q2')).split('\n')).toContain('4d\tLà con thứ 3 trở lên\t1\t1');
  });

  test('of one village, of a review over some months or days, and not of a period that the form is not made for', async () => {
    const { rows, say } = await ask();
    const village = await rows('02-DSX', '2026-Q2', '--village', '002');
    expect([village.village, village.of('pop_end'), village.of('births')]).toEqual(['002', 1, 0]);
    const review = await rows('02-DSX', '2026-01..2026-06');
    expect([review.period, review.of('births'), review.of('elder_checked')]).toEqual(['2026-01..2026-06', 1, 1]);
    const days = await rows('01-DSX', '2026-05-21..2026-06-20');
    expect([days.of('births'), days.row('births')?.cumulative, days.of('new_users')]).toEqual([0, 1, 1]);
    await expect(say('02-DSX', '2026-06')).rejects.toThrow('02-DSX');
    await expect(say('02-DSX', '2026-Q5')).rejects.toThrow('2026-01..2026-09');
  });
});
