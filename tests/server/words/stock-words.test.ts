import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { obeyRegister } from '../../../server/command-line/register/obey-register.ts';
import { onEachEngine } from '../engines.ts';
import { openSite } from '../site.ts';

/* The cards of a commune come in from a file, and a month of them goes out by the command line. */

const book = {
  units: `code,name,kind,parent_code,valid_from
42,Tỉnh Mẫu,province,,2025-07-01
18073,Xã Mẫu,commune,42,2025-07-01
001,Thôn Một,village,18073,`,
  households: `household_key,village_code,household_no,kind
H1,001,1,family`,
  persons: `person_key,household_key,full_name,relation,sex,birth_date,marital,residence,status
P1,H1,Trần Thị Hoà,head,female,1990-05-03,married,usual_present,active`,
};
const heading = 'movement_key,date,store,product,channel,lot,expiry,type,quantity,person_key,unit_price,reason';
const cards = `${heading}
M1,2026-05-01,commune,BCS,free,B-01,2028-06,opening,1000,,,
M2,2026-06-02,commune,BCS,free,b 01,,issue,300,,,
M3,2026-06-03,ctv:001,BCS,free,B01,2028-06,receipt,300,,,
M4,2026-06-10,ctv:001,BCS,free,B01,2028-06,dispense,20,P1,,
M5,2026-06-11,ctv:001,BCS,social,S9,2027-01-31,opening,50,,,
M6,2026-06-12,ctv:001,BCS,social,S9,2027-01-31,sale,10,,1500,
M7,2026-06-30,ctv:001,BCS,free,B01,2028-06,adjust,-3,,,counted
M8,2026-06-30,commune,BCS,free,B01,2028-06,loss,5,,,damaged`;

onEachEngine('a store by the command line', ({ hub }) => {
  async function begin(stock: string, ...flags: readonly string[]) {
    const { site } = openSite(hub());
    const folder = await mkdtemp(join(tmpdir(), 'so-dan-so-'));
    for (const [table, text] of Object.entries({ ...book, stock })) await writeFile(join(folder, `${table}.csv`), text);
    const bench = { hub: hub(), figures: site.figures, onWritten: () => {} };
    const heard: string[] = [];
    const obey = (...words: readonly string[]) =>
      obeyRegister(bench, [...words, '--place', '18073', '--data', folder], (line) => void heard.push(line));
    const said = await obey('import', folder, ...flags).catch((error: Error) => error.message);
    const ledger = async (month: string) => JSON.parse(await obey('stock', '--month', month, '--json'));
    return {
      said: [...heard, said].join('\n'),
      ledger,
      again: () => obey('import', folder),
      exported: async () => {
        const out = join(folder, 'out');
        await obey('export', out);
        return (await readFile(join(out, 'stock.csv'), 'utf8')).replace('\uFEFF', '').replaceAll('\r', '');
      },
      end: () => rm(folder, { recursive: true }),
    };
  }

  test('a row for each lot that ever moved, and each closes', async () => {
    const { ledger, again, exported, end } = await begin(cards);
    const june = await ledger('2026-06');
    expect([june.month, june.place]).toEqual(['2026-06', '18073']);
    const zero = {
      opening: 0,
      received: 0,
      returned_in: 0,
      issued: 0,
      returned_out: 0,
      dispensed: 0,
      sold: 0,
      lost: 0,
      adjusted: 0,
    };
    expect(june.rows).toEqual([
      {
        ...zero,
        store: 'commune',
        product: 'BCS',
        channel: 'free',
        lot: 'B-01',
        expiry: '2028-06',
        opening: 1000,
        issued: 300,
        lost: 5,
        closing: 695,
      },
      {
        ...zero,
        store: 'ctv:001',
        product: 'BCS',
        channel: 'free',
        lot: 'B01',
        expiry: '2028-06',
        received: 300,
        dispensed: 20,
        adjusted: -3,
        closing: 277,
      },
      {
        ...zero,
        store: 'ctv:001',
        product: 'BCS',
        channel: 'social',
        lot: 'S9',
        expiry: '2027-01-31',
        opening: 50,
        sold: 10,
        closing: 40,
      },
    ]);
    expect(
      (await ledger('2026-07')).rows.map(({ opening, closing }: { opening: number; closing: number }) => [
        opening,
        closing,
      ]),
    ).toEqual([
      [695, 695],
      [277, 277],
      [40, 40],
    ]);
    // The same file again adds nothing, and what goes out says the same.
    await again();
    expect(await ledger('2026-06')).toEqual(june);
    const out = await exported();
    expect(out.split('\n')[0]).toBe(heading);
    expect(out).toContain(',2026-06-10,ctv:001,BCS,free,B01,2028-06,dispense,20,');
    expect(out.trim().split('\n')).toHaveLength(9);
    await end();
  });

  test('a point of the station is opened with its first line, once, and goes out under its name', async () => {
    const points = `${heading}
P1,2026-05-01,commune,VUCB,free,L1,2028-12,opening,90,,,
P2,2026-05-02,point:Trạm Hương Bình,VUCB,free,L1,2028-12,receipt,30,,,
P3,2026-05-03,point:trạm hương bình,VUCB,free,L1,2028-12,dispense,4,,,
P4,2026-05-03,point:,VUCB,free,L1,2028-12,dispense,4,,,`;
    const { said, ledger, again, exported, end } = await begin(points, '--skip-refused');
    expect(said).toContain('stock.csv dòng 5');
    const may = await ledger('2026-05');
    expect(may.rows.map(({ store, closing }: { store: string; closing: number }) => [store, closing])).toEqual(
      expect.arrayContaining([
        ['commune', 90],
        ['point:Trạm Hương Bình', 26],
      ]),
    );
    await again().catch(() => '');
    expect(await ledger('2026-05')).toEqual(may);
    expect(await exported()).toContain(',2026-05-03,point:Trạm Hương Bình,VUCB,');
    await end();
  });

  test('unknown codes, stores, people and quantities are refused; shortages and lots passed over are asked about', async () => {
    const wrong = `${heading}
X1,2026-05-01,kho,BCS,free,,,opening,5,,,
X2,2026-05-01,commune,ABC,free,,,opening,5,,,
X3,2026-05-01,commune,BCS,free,,,opening,0,,,
X4,2026-05-01,commune,BCS,free,,,opening,1.5,,,
X5,2026-05-01,commune,BCS,free,,,dispense,5,P9,,
X6,2026-02-30,commune,BCS,free,,,opening,5,,,`;
    const refused = await begin(wrong);
    expect(new Set(refused.said.match(/stock.csv dòng \d/g)).size).toBe(6);
    await refused.end();
    const odd = `${heading}
Y1,2026-05-01,commune,VUTT,free,L1,2026-12,opening,5,,,
Y2,2026-05-01,commune,VUTT,free,L2,2027-12,opening,5,,,
Y3,2026-05-02,commune,VUTT,free,L2,2027-12,dispense,1,,,
Y4,2026-05-03,commune,VUTT,free,L1,2026-12,dispense,9,,,
Y5,2026-05-04,commune,VUTT,free,L2,2027-12,dispense,1,,,Bao lô L1 bị ướt`;
    const asked = await begin(odd);
    expect(asked.said).toContain('lô L1 hết hạn trước còn hàng');
    expect(asked.said).toContain('thẻ kho âm: -4');
    const rows = (await asked.ledger('2026-05')).rows.filter(({ product }: { product: string }) => product === 'VUTT');
    expect(rows.map(({ closing }: { closing: number }) => closing)).toEqual([-4, 3]);
    await asked.end();
  });
});
