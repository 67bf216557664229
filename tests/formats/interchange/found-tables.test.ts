import { describe, expect, test } from 'vitest';
import { findTables } from '../../../src/formats/interchange/file/find-tables.ts';
import { gatherRemarks } from '../../../src/formats/interchange/file/remark.ts';
import { readTable } from '../../../src/formats/interchange/file/table.ts';
import { readUnits } from '../../../src/formats/interchange/read/units.ts';
import { places } from './invented-book.ts';
import { people, rows, takenOneByOne, twoHouses } from './told-files.ts';

/* Files as they come: called anyhow, with codes that a spreadsheet has shortened. */

const events = rows('event_key,kind,date\nE1,abortion,2026-02-01');
const named = (name: string, ...sheets: readonly string[]) => ({
  name,
  sheets: sheets.map((sheet) => ({ name: sheet, rows: events })),
});

describe('the tables of a register', () => {
  test('are found by the name of a sheet in any case and in Vietnamese, or of a file with one sheet', () => {
    for (const file of [
      named('so.xlsx', 'EVENTS'),
      named('so.xlsx', 'Biến động'),
      named('events.xlsx', 'Sheet1'),
      named('bien_dong.csv', 'bien_dong'),
    ]) {
      const found = findTables([file]);
      expect(found.ok && [Object.keys(found.value.tables), found.value.unread]).toEqual([['events'], []]);
    }
  });

  test('whatever else is there is told; blank sheets are not', () => {
    const blank = { name: 'Sheet2', rows: [['', ' ']] };
    const book = named('so.xlsx', 'events', 'Ghi chú', 'Events');
    const found = findTables([{ ...book, sheets: [...book.sheets, blank] }, named('targets.csv', 'targets')]);
    expect(found.ok && found.value.unread).toEqual(['so.xlsx: Ghi chú', 'so.xlsx: Events', 'targets.csv']);
  });
});

test('a village code that lost its zeros is read, and told', () => {
  const houses = rows('household_key,village_code,household_no,kind\nH1,1,1,family');
  const { states, last } = takenOneByOne({ households: houses });
  expect([...states.values()].map(({ place }) => place.value)).toEqual(['u18073v001']);
  expect(last).toEqual(['households 2 village_code short_code']);
});

describe('units that the hub knows', () => {
  const judged = (line: string) => {
    const table = readTable('units', { name: 'units', rows: rows(`code,name,kind,parent_code,predecessors\n${line}`) });
    const remarks = gatherRemarks();
    const units = readUnits(table.ok ? table.value : undefined, places, remarks);
    return [
      units.map(({ id, predecessors }) => `${id} ${predecessors}`),
      remarks.all().map(({ column, why }) => `${column} ${why}`),
    ];
  };

  test('keep their names; another one is told', () => {
    expect(judged('18073,Xã Khác,commune,,')).toEqual([[], ['name other_name']]);
  });

  test('hear of what they were made of', () => {
    expect(judged('18073,Xã Thử,commune,,18070;18071')).toEqual([['u18073 18070;18071'], []]);
  });

  test('are not doubled by a code without its zeros', () => {
    expect(judged('2,Thôn 002,village,18073,')).toEqual([[], ['code short_code']]);
    expect(judged('9,Thôn 9,village,18073,')).toEqual([['u18073v9 '], []]);
  });
});

test('text that no book can hold comes in without it, and the same file again adds nothing', () => {
  const persons = people('A\u0000,H1,Trần\u0000 Thị Hoà,head,female,1990-05-03,single,usual_present,active,,');
  const files = { households: twoHouses, persons };
  const { said } = takenOneByOne(files, files);
  expect(said.map(({ plan }) => plan.drafts.length)).toEqual([4, 0]);
});

test('a date that is a number, or of two digits, is refused with what to do; one fault is told once', () => {
  const persons = people(`A,H1,Trần Thị Hoà,head,female,29222,single,usual_present,active,,
    B,H1,Trần Thị Hiền,other,female,15/3/70,single,usual_present,active,,`);
  const plan = () => takenOneByOne({ households: twoHouses, persons });
  expect(plan).toThrow(/số ngày của bảng tính/);
  expect(plan).toThrow(/năm chỉ có hai chữ số/);
});
