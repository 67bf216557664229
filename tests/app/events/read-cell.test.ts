import { describe, expect, test } from 'vitest';
import { education } from '../../../src/catalogue/codes/education.ts';
import type { FieldType } from '../../../src/domain/field.ts';
import type { Question } from '../../../src/domain/form/form.ts';
import { completeCell, hintOf, namesakesIn, readCell } from '../../../src/features/event/paper/cell/read-cell.ts';

const asks = (type: FieldType): Question => ({ field: { key: 'cell', label: { vi: 'Ô' }, type } });
const place = asks({
  is: 'code',
  list: {
    name: 'place',
    law: '',
    codes: [
      { key: 'station', label: { vi: 'Trạm y tế' }, printed: '1' },
      { key: 'home', label: { vi: 'Tại nhà' }, printed: '3' },
      { key: 'other', label: { vi: 'Nơi khác' } },
    ],
  },
});
const who = asks({ is: 'reference', to: 'person' });
const people = [
  { value: 'p1', label: 'Lê Văn Tân' },
  { value: 'p2', label: 'Nguyễn Thị Hoà' },
  { value: 'p3', label: 'Lê Thị Tân' },
];
const setting = { month: '2026-10', choices: people };
const read = (question: Question, typed: string) => readCell(question, typed, setting);

describe('a cell of the paper sheet', () => {
  test('a code by its printed number, by its place where none is printed, or by the beginning of its words', () => {
    expect(read(place, '3')).toEqual({ ok: true, value: 'home' });
    expect(read(place, 'tram')).toEqual({ ok: true, value: 'station' });
    expect(read(place, 'noi khac')).toEqual({ ok: true, value: 'other' });
    expect(read(place, '9')).toEqual({ ok: false, error: 'no_such' });
  });

  test('a person by any part of the name, with accents or without', () => {
    expect(read(who, 'hoa')).toEqual({ ok: true, value: 'p2' });
    expect(read(who, 'thị tân')).toEqual({ ok: true, value: 'p3' });
    expect(read(who, 'NGUYỄN THỊ HÒA')).toEqual({ ok: true, value: 'p2' });
  });

  test('two of one name are never guessed', () => {
    expect(read(who, 'tan')).toEqual({ ok: false, error: 'several' });
    expect(read(who, 'le')).toEqual({ ok: false, error: 'several' });
    expect(read(who, 'mai')).toEqual({ ok: false, error: 'no_such' });
  });

  test('two of one full name are told apart by when they were born, or by a number', () => {
    const namesakes = [
      { value: 'c1', label: 'Lê Văn Tân', note: '12/03/2015' },
      { value: 'c2', label: 'Lê Văn Tân', note: '2018' },
      { value: 'p2', label: 'Nguyễn Thị Hoà', note: '05/03/1990' },
    ];
    const ofTwo = { month: '2026-10', choices: namesakes };
    for (const typed of ['tan', 'Lê Văn Tân', 'le van'])
      expect(readCell(who, typed, ofTwo)).toEqual({ ok: false, error: 'namesakes' });
    for (const typed of ['1', 'tân 2015', 'tan 12/3', 'le van tan 12.03.15', 'Tân 3/2015', 'Lê Văn Tân 12/03/2015'])
      expect(readCell(who, typed, ofTwo)).toEqual({ ok: true, value: 'c1' });
    for (const typed of ['2', 'tan 2018', 'Lê Văn Tân 2018'])
      expect(readCell(who, typed, ofTwo)).toEqual({ ok: true, value: 'c2' });
    expect(readCell(who, 'tan 2016', ofTwo)).toEqual({ ok: false, error: 'no_such' });
    expect(readCell(who, 'hoa 1990', ofTwo)).toEqual({ ok: true, value: 'p2' });
    expect(completeCell(who, 'tan 2015', ofTwo)).toBe('Lê Văn Tân 12/03/2015');
    expect(completeCell(who, '2', ofTwo)).toBe('Lê Văn Tân 2018');
    expect(completeCell(who, 'hoa', ofTwo)).toBe('Nguyễn Thị Hoà');
    expect(hintOf(who, ofTwo)).toBe('1 Lê Văn Tân 12/03/2015 · 2 Lê Văn Tân 2018 · Nguyễn Thị Hoà');
    expect(namesakesIn(who, ofTwo)).toBe('1 Lê Văn Tân 12/03/2015 · 2 Lê Văn Tân 2018');
  });

  test('twins of one name, or two whose birth dates nobody knows, have a number each, also once written out', () => {
    const twins = [
      { value: 'c1', label: 'Lê Văn Tân' },
      { value: 'c2', label: 'Lê Văn Tân' },
    ];
    const ofTwo = { month: '2026-10', choices: twins };
    const full = completeCell(who, '2', ofTwo);
    expect(full).toBe('Lê Văn Tân (2)');
    expect(readCell(who, full, ofTwo)).toEqual({ ok: true, value: 'c2' });
    expect(readCell(who, 'tan', ofTwo)).toEqual({ ok: false, error: 'namesakes' });
  });

  test('a date as it is written on the sheet: the day, day and month, or all of it', () => {
    const date = asks({ is: 'date' });
    for (const [typed, value] of [
      ['5', '2026-10-05'],
      ['5/9', '2026-09-05'],
      ['05.09.26', '2026-09-05'],
      ['5-9-2026', '2026-09-05'],
      ['05092026', '2026-09-05'],
      ['3/1966', '1966-03'],
      ['1966', '1966'],
    ]) {
      expect(read(date, typed ?? '')).toEqual({ ok: true, value });
    }
  });

  test('a year of two figures is the last one that can have come about', () => {
    expect(read(asks({ is: 'date' }), '1/2/85')).toEqual({ ok: true, value: '1985-02-01' });
    expect(read(asks({ is: 'date' }), '1/2/26')).toEqual({ ok: true, value: '2026-02-01' });
    expect(read(asks({ is: 'date' }), '1/2/27')).toEqual({ ok: true, value: '1927-02-01' });
  });

  test('a day that the calendar does not have is told', () => {
    for (const typed of ['31/2', '31/02/1985', '45', 'hôm qua', '1/1/1']) {
      expect(read(asks({ is: 'date' }), typed)).toEqual({ ok: false, error: 'no_date' });
    }
  });

  test('schooling as it is written on paper', () => {
    const schooling = asks({ is: 'code', list: education });
    for (const typed of ['th', 'TH', 'thcs', 'thpt']) {
      const outcome = read(schooling, typed);
      const code = education.codes.find(({ key }) => outcome.ok && key === outcome.value);
      expect(code?.short).toBe(typed.toUpperCase());
    }
  });

  test('blank is no answer; yes and no have numbers; a number stays a number', () => {
    expect(read(place, '  ')).toEqual({ ok: true, value: undefined });
    expect(read(asks({ is: 'boolean' }), '1')).toEqual({ ok: true, value: true });
    expect(read(asks({ is: 'boolean' }), 'k')).toEqual({ ok: true, value: false });
    expect(read(asks({ is: 'integer', min: 1, max: 20 }), '2')).toEqual({ ok: true, value: 2 });
    expect(read(asks({ is: 'integer', min: 1, max: 20 }), 'hai')).toEqual({ ok: true, value: 'hai' });
  });

  test('what it was read as is written out; what cannot be read stays', () => {
    expect(completeCell(who, 'hoa', setting)).toBe('Nguyễn Thị Hoà');
    expect(completeCell(asks({ is: 'date' }), '5', setting)).toBe('05/10/2026');
    expect(completeCell(place, '1', setting)).toBe('Trạm y tế');
    expect(completeCell(who, 'tan', setting)).toBe('tan');
    expect(completeCell(asks({ is: 'date' }), '31/2', setting)).toBe('31/2');
  });

  test('what may be typed is said', () => {
    expect(hintOf(place, setting)).toBe('1 Trạm y tế · 3 Tại nhà · Nơi khác');
    expect(hintOf(who, setting)).toBe('Lê Văn Tân · Nguyễn Thị Hoà · Lê Thị Tân');
  });
});
