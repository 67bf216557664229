import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/formats/sheet/read-csv.ts';
import { readSheets } from '../../src/formats/sheet/read-sheets.ts';
import { mostRows } from '../../src/formats/sheet/sheet.ts';
import { writeCsv } from '../../src/formats/sheet/write-csv.ts';
import { writeXlsx } from '../../src/formats/sheet/write-xlsx.ts';
import { unzip, zip } from '../../src/formats/sheet/zip-here.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const rowsOf = (text: string) => {
  const read = readCsv(bytes(text), 'persons');
  return read.ok ? read.value.rows : read.error;
};

/** What a cell may hold: any text that survives NFC, without the control characters no spreadsheet keeps. */
const cells = fc
  .string({ unit: 'grapheme' })
  .map((text) => text.normalize('NFC'))
  .filter((text) => !/^'[=+\-@\t\r]/.test(text));

describe('a CSV file', () => {
  test('from an office: semicolons, a mark at the front, quotes, a line break within a cell, CRLF', () => {
    expect(rowsOf('\ufeffho_ten;ghi chú\r\n"Nguyễn Thị ""Hoà""";"xóm Trên\nnhà cuối"\r\nBùi Văn Đại;a,b')).toEqual([
      ['ho_ten', 'ghi chú'],
      ['Nguyễn Thị "Hoà"', 'xóm Trên\nnhà cuối'],
      ['Bùi Văn Đại', 'a,b'],
    ]);
    expect(rowsOf('a\tb\n1\t2\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(rowsOf('"a;b",c\n1,2')).toEqual([
      ['a;b', 'c'],
      ['1', '2'],
    ]);
  });

  test('saved by Excel as "Unicode Text": UTF-16 with its mark, tabs', () => {
    const text = '\ufeffHộ số\tHọ tên\r\n1\tNguyễn Thị Hoà\r\n';
    const read = readCsv(new Uint8Array(Buffer.from(text, 'utf16le')), 'ds');
    expect(read).toMatchObject({
      ok: true,
      value: {
        rows: [
          ['Hộ số', 'Họ tên'],
          ['1', 'Nguyễn Thị Hoà'],
        ],
      },
    });
  });

  test('typed with marks apart comes out composed', () => {
    expect(rowsOf('a\nHoà'.normalize('NFD'))).toEqual([['a'], ['Hoà'.normalize('NFC')]]);
  });

  test('cut in the middle of a letter, or saved in an old encoding: told with its row', () => {
    const whole = bytes('ten\nNguyễn\nĐặng Thị Hoà');
    expect(readCsv(whole.subarray(0, -1), 'persons')).toEqual({ ok: false, error: { is: 'not_utf8', row: 3 } });
    const mixed = new Uint8Array([...bytes('ten\nHoa\n'), 0xd0, 0x6e, 0x0a]);
    expect(readCsv(mixed, 'persons')).toEqual({ ok: false, error: { is: 'not_utf8', row: 3 } });
  });

  test('with a quote that nobody closed: told with its row', () => {
    expect(rowsOf('a,b\n1,2\n3,"4\n5,6')).toEqual({ is: 'open_quote', row: 3 });
  });

  test('longer than any commune is told so, before it fills the memory', () => {
    expect(rowsOf('a\n'.repeat(mostRows + 1))).toHaveLength(mostRows + 1);
    expect(rowsOf('a\n'.repeat(mostRows + 2))).toEqual({ is: 'too_many_rows', row: mostRows + 2 });
  });
});

test('what is written comes back the same, whatever the cells hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cells, cells), { minLength: 1, maxLength: 8 }), async (pairs) => {
      const rows = [['Họ và tên', 'Ghi chú'], ...pairs];
      const read = readCsv(writeCsv({ name: 'persons', rows }), 'persons');
      expect(read.ok && read.value.rows).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});

describe('a cell that begins like a formula', () => {
  const rows = [
    ['ten', 'dien_thoai'],
    ['=HYPERLINK("http://x")', '+84912345678'],
    ['@SUM(A1)', '-1'],
  ];

  test('is text in CSV, and comes back as it was', () => {
    const written = writeCsv({ name: 'persons', rows });
    expect(new TextDecoder().decode(written)).toContain("'+84912345678");
    expect(readCsv(written, 'persons')).toMatchObject({ value: { rows } });
  });

  test('is text in XLSX', async () => {
    const read = await readSheets(await writeXlsx([{ name: 'persons', rows }]), 'so.xlsx');
    expect(read).toEqual({ ok: true, value: [{ name: 'persons', rows }] });
  });
});

describe('a workbook', () => {
  test('of a whole commune is packed and unpacked where it is read, as both libraries ask for it', () => {
    const sheet = bytes(Array.from({ length: 20_000 }, (_, row) => `<c>Nguyễn Thị Hoà ${row}</c>`).join(''));
    let packed = new Uint8Array();
    zip({ 'xl/worksheets/sheet1.xml': sheet }, (_, archive) => {
      packed = archive;
    });
    let unpacked: ReturnType<typeof bytes> | undefined;
    unzip(packed, (_, parts) => {
      unpacked = parts['xl/worksheets/sheet1.xml'];
    });
    // Above 512 KB fflate's own way would not have answered yet.
    expect(sheet.length).toBeGreaterThan(600_000);
    expect(unpacked).toEqual(sheet);
  });

  test('of four sheets comes back sheet by sheet, with its blank cells and leading zeros', async () => {
    const sheets = ['units', 'persons'].map((name) => ({
      name,
      rows: [
        ['code', 'name', 'parent_code'],
        ['001', '', '18073'],
      ],
    }));
    expect(await readSheets(await writeXlsx(sheets), 'so.xlsx')).toEqual({ ok: true, value: sheets });
  });

  test('that is none, or is cut off, is told so', async () => {
    const whole = await writeXlsx([{ name: 'persons', rows: [['a']] }]);
    const oldOrLocked = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (const broken of [whole.slice(0, -40), new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), oldOrLocked])
      expect(await readSheets(broken, 'so.xlsx')).toEqual({ ok: false, error: { is: 'not_xlsx', row: 1 } });
  });
});

/** The text of a file within a workbook, by its local header (APPNOTE 4.3.7). */
function partOf(workbook: Uint8Array, name: string): string {
  const bytes = Buffer.from(workbook);
  for (
    let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  ) {
    const named = bytes.readUInt16LE(at + 26);
    if (bytes.toString('utf8', at + 30, at + 30 + named) !== name) continue;
    const begin = at + 30 + named + bytes.readUInt16LE(at + 28);
    return inflateRawSync(bytes.subarray(begin)).toString('utf8');
  }
  return '';
}

test('a watermark stands pale across every printed page, whatever its words', async () => {
  const rows = [['Họ và tên'], ['Trần Thị Hoà']];
  const made = await writeXlsx([{ name: 'Danh sách', rows, watermark: 'Số 2026/001\nHội & "Trạm" <xã>' }]);
  const header = /<oddHeader>([\s\S]*)<\/oddHeader>/.exec(partOf(made, 'xl/worksheets/sheet1.xml'))?.[1] ?? '';
  expect(header).toMatch(
    /^&amp;C&amp;&quot;-,Bold&quot;&amp;36&amp;KC8C8C8\n+Số 2026\/001\nHội &amp;&amp; &quot;Trạm&quot; &lt;xã&gt;$/,
  );
  expect(partOf(await writeXlsx([{ name: 'Danh sách', rows }]), 'xl/worksheets/sheet1.xml')).not.toContain('oddHeader');
  expect(await readSheets(made, 'a.xlsx')).toEqual({ ok: true, value: [{ name: 'Danh sách', rows }] });
});
