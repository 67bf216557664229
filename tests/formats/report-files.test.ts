import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataValueSet, periodCode } from '../../src/formats/report/data-value-set.ts';
import { dataValueSetFaults } from '../../src/formats/report/data-value-set-schema.ts';
import { linesOf, reportLines } from '../../src/formats/report/report-lines.ts';
import { writeReport } from '../../src/formats/report/write-report.ts';
import { readCsv } from '../../src/formats/sheet/read-csv.ts';
import { readSheets } from '../../src/formats/sheet/read-sheets.ts';
import { looksLikeFormula } from '../../src/formats/sheet/sheet.ts';
import { writeCsv } from '../../src/formats/sheet/write-csv.ts';
import { birth, hoaFamily, household, openRegister, resident, tell } from '../register/tale.ts';

/* The report of a month as it leaves the commune: as a workbook like the form, as CSV, as DHIS2 takes it. */

const register = openRegister([
  ...hoaFamily,
  household('h3', 7, 'u-v2'),
  resident(
    'q2',
    { fullName: 'Vi Thị Sen', sex: 'female', birthDate: '1999', household: 'h3', relation: 'head' },
    { place: 'u-v2' },
  ),
  ...birth('b1', { date: '2026-11-20', mother: 'p2', fullName: 'An' }),
  ...birth(
    'b2',
    { date: '2026-02-10', mother: 'q2', sex: 'male', fullName: 'Bình', household: 'h3' },
    { place: 'u-v2' },
  ),
]);
const report = (period = '2026-11', code = '01-DSX') => ({
  table: register.report(code, period, 'u-c'),
  columns: [register.report(code, period, 'u-v1'), register.report(code, period, 'u-v2')],
  hasOwn: false,
  communeName: 'Xã Hương Mẫu',
});

describe('a workbook', () => {
  const cellsOf = async (given = report()) => {
    const read = await readSheets(await writeReport({ ...given, by: 'Trần Thị Bích' }), 'bao-cao.xlsx');
    if (!read.ok) throw new Error(read.error.is);
    return read.value[0]?.rows ?? [];
  };

  test('is laid out like the form: who reports, which form, the title, ruled rows, two hands', async () => {
    const rows = await cellsOf();
    expect(rows[0]?.[0]).toBe('Đơn vị báo cáo: Xã Hương Mẫu');
    expect(rows[0]?.[2]).toBe('Biểu 01-DSX');
    expect(rows[3]?.[0]).toBe('BÁO CÁO THÁNG VỀ DÂN SỐ CỦA XÃ');
    expect(rows[4]?.[0]).toBe('Xã Hương Mẫu. Từ 01/11/2026 đến 30/11/2026');
    expect(rows[6]).toEqual([
      'TT',
      'Tên chỉ tiêu',
      'Đơn vị tính',
      'Xã Hương Mẫu',
      'Thôn Đông',
      'Thôn Bãi Cát',
      'Lũy kế từ đầu năm',
    ]);
    const births = rows.find(([number]) => number === '4');
    expect(births?.slice(2)).toEqual(['người', '1', '1', '0', '2']);
    expect(rows.flat()).toEqual(expect.arrayContaining(['Người lập biểu', 'Thủ trưởng đơn vị', 'Trần Thị Bích']));
  });

  test('has every number of the form, villages beside the commune, as it stands on the screen', async () => {
    const rows = await cellsOf();
    for (const line of linesOf(report()).filter(({ number }) => number !== '')) {
      const row = rows.find(([number]) => number === line.number);
      expect([line.number, row?.slice(3)]).toEqual([
        line.number,
        line.values.map((value) => (value === null ? '—' : String(value))),
      ]);
    }
  });

  test('says under the form which numbers since January rest on paper too', async () => {
    const figures = { form: '01-DSX', period: '2026-01', indicator: 'births', value: 4 };
    const begun = openRegister([
      ...hoaFamily,
      ...birth('b1', { date: '2026-11-20', mother: 'p2', fullName: 'An' }),
      ...Array.from({ length: 10 }, (_, month) =>
        tell(
          'typed_figure',
          `t${month}`,
          { ...figures, period: `2026-${String(month + 1).padStart(2, '0')}` },
          { place: 'u-c' },
        ),
      ),
    ]);
    const given = { ...report(), table: begun.report('01-DSX', '2026-11', 'u-c'), columns: [] };
    const rows = await cellsOf(given);
    const births = linesOf(given).find(({ number }) => number === '4');
    expect(births?.values).toEqual([1, 41]);
    expect(rows.flat().filter((cell) => cell.startsWith('Lũy kế gồm cả số nhập tay'))).toHaveLength(1);
    expect((await cellsOf()).flat().join()).not.toContain('nhập tay');
  });

  test('a year of it has ages and sexes, and fits what a reader reads', async () => {
    const rows = await cellsOf(report('2026', '03-DSX'));
    expect(rows.flat()).toContain('0–4 tuổi, nam');
  });

  test('numbers are numbers; no name of a place, and no name of a person, ever becomes a formula', async () => {
    const sheetOf = async (name: string) => {
      const given = report();
      const hostile = { ...given.table, placeName: name };
      const bytes = await writeReport({ ...given, table: hostile, communeName: name, by: name });
      return unpack(bytes, 'xl/worksheets/sheet1.xml');
    };
    const sheet = await sheetOf('=HYPERLINK("http://x","y")');
    expect(sheet).toMatch(/<c r="D\d+"[^>]*><v>1<\/v><\/c>/);
    expect(sheet).not.toContain('<f>');
    const names = fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string({ maxLength: 20 }));
    await fc.assert(
      fc.asyncProperty(names, async ([sign, rest]) => {
        expect(await sheetOf(`${sign}${rest}`)).not.toContain('<f');
      }),
      { numRuns: 25 },
    );
  });
});

test('ten thousand hostile cells: none of them is a formula in CSV, and each comes back as it was', () => {
  const signs = ['=', '+', '-', '@', '\t', '\r'];
  const rows = Array.from({ length: 10_000 }, (_, index) => [
    `${signs[index % signs.length]}cmd|' /C calc'!A${index}`,
    String(index),
  ]);
  const written = writeCsv({ name: 'bao-cao', rows });
  const cells = new TextDecoder().decode(written).replace('\ufeff', '').split('\r\n').slice(0, -1);
  expect(cells.filter((line) => looksLikeFormula(line.replace(/^"/, '')))).toEqual([]);
  expect(readCsv(written, 'bao-cao')).toEqual({ ok: true, value: { name: 'bao-cao', rows } });
});

test('CSV has a heading and a row for each number; what does not exist is blank', () => {
  const lines = reportLines({ ...report(), hasOwn: true });
  expect(lines[0]?.slice(0, 4)).toEqual(['TT', 'Tên chỉ tiêu', 'Đơn vị tính', 'Xã Hương Mẫu']);
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  const quarter = reportLines({ ...report('2026-Q4', '02-DSX'), hasOwn: true });
  const ratio = quarter.find(([, label]) => label?.startsWith('Tỷ số giới tính khi sinh'));
  expect(ratio?.[3]).toBe('0');
  expect(quarter.flat()).toContain('');
});

describe('DHIS2', () => {
  const set = () => dataValueSet(report().table, '99001');
  const golden = join(import.meta.dirname, '..', 'fixtures', 'formats', 'dhis2-01-dsx.json');

  test('the payload of a month is, byte for byte, what was agreed on', () => {
    expect(`${JSON.stringify(set(), undefined, 2)}\n`).toBe(readFileSync(golden, 'utf8'));
  });

  test('it is as the public documentation asks', () => {
    expect(dataValueSetFaults(set())).toEqual([]);
    for (const [period, code] of [
      ['2026-Q4', '02-DSX'],
      ['2026', '03-DSX'],
    ] as const)
      expect(dataValueSetFaults(dataValueSet(report(period, code).table, '99001'))).toEqual([]);
  });

  test('counts are sent and nothing that could be averaged: ages are parts of one element', () => {
    const { dataValues } = dataValueSet(report('2026', '03-DSX').table, '99001');
    expect(dataValues).toContainEqual({
      dataElement: 'SDS_POP_BY_AGE_SEX',
      categoryOptionCombo: 'SDS_MALE_80_PLUS',
      value: '0',
    });
    expect(dataValues.every(({ value }) => /^\d+$/.test(value))).toBe(true);
  });

  test('periods have the names that they have there; a span that has none is not sent', () => {
    const codes = ['2026-10', '2026-Q2', '2026', '2026-01..2026-06', '2026-01..2026-09', 'nonsense'].map(periodCode);
    expect(codes).toEqual(['202610', '2026Q2', '2026', '2026S1', '', '']);
    const nine = dataValueSet(report('2026-01..2026-09', '02-DSX').table, '99001');
    expect(dataValueSetFaults(nine)).toEqual(['period']);
  });

  test('what a server would refuse is found before it is asked', () => {
    const [first, ...rest] = set().dataValues;
    const faults = (change: object) => dataValueSetFaults({ ...set(), ...change });
    expect(faults({ orgUnit: '' })).toEqual(['orgUnit']);
    expect(faults({ dataSet: 'x'.repeat(51) })).toEqual(['dataSet']);
    expect(faults({ orgUnitIdScheme: 'code' })).toEqual(['orgUnitIdScheme']);
    expect(faults({ dryRun: 'yes' })).toEqual(['dryRun']);
    expect(faults({ author: 'Bích' })).toEqual(['author']);
    expect(faults({ dataValues: [] })).toEqual(['dataValues']);
    expect(faults({ dataValues: [{ ...first, value: 12 }, ...rest] })).toEqual(['dataValues[0].value']);
    expect(faults({ dataValues: [{ ...first, value: '1,5' }] })).toEqual(['dataValues[0].value']);
    expect(faults({ dataValues: [{ ...first, value: '-1' }] })).toEqual(['dataValues[0].value']);
    expect(faults({ dataValues: [first, first] })).toEqual(['dataValues[1]: twice']);
    expect(dataValueSetFaults('<dataValueSet/>')).toEqual(['(root)']);
  });
});

/** One file of a ZIP archive, by its central directory. */
function unpack(bytes: Uint8Array, name: string): string {
  const buffer = Buffer.from(bytes);
  let at = buffer.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  while (buffer.readUInt32LE(at) === 0x02_01_4b_50) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset));
    const length = nameLength ?? 0;
    if (buffer.toString('utf8', at + 46, at + 46 + length) === name) {
      const local = buffer.readUInt32LE(at + 42);
      const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
      const packed = buffer.subarray(start, start + buffer.readUInt32LE(at + 20));
      return (buffer.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
    }
    at += 46 + length + (extra ?? 0) + (comment ?? 0);
  }
  throw new Error(`no ${name}`);
}
