import { expect, test } from 'vitest';
import { answersOfSheet, isBlank, sheetOf, unsavedTables } from '../../../src/features/event/paper/sheet-draft.ts';

const row = { id: '1', household: '42', cells: { mother: 'hoa', date: '5' }, saved: '' };
const sheet = { place: 'village-1', month: '2026-10', rows: { '1': [row], '3': [{ ...row, id: '2', saved: 't7' }] } };

test('a half typed sheet comes back letter by letter', () => {
  expect(sheetOf(answersOfSheet(sheet))).toEqual(sheet);
});

test('whatever else lies in a draft is no sheet, and breaks nothing', () => {
  const empty = { place: '', month: '', rows: {} };
  expect(sheetOf({})).toEqual(empty);
  expect(sheetOf({ rows: 'x', place: 3, month: null })).toEqual(empty);
  expect(sheetOf({ rows: { '1': [null, 7, { id: 'a', cells: [1] }] } }).rows['1']).toEqual([
    { id: '', household: '', cells: {}, saved: '' },
    { id: '', household: '', cells: {}, saved: '' },
    { id: 'a', household: '', cells: {}, saved: '' },
  ]);
});

test('a row with nothing but blanks is blank', () => {
  expect(isBlank({ ...row, household: ' ', cells: { mother: '' } })).toBe(true);
  expect(isBlank({ ...row, household: '', cells: { mother: 'h' } })).toBe(false);
});

test('what would be lost with the sheet is counted by table: neither blank lines nor saved ones', () => {
  const blank = { ...row, id: '9', household: '', cells: { mother: ' ' } };
  const typed = { ...row, id: '5', household: '', cells: { who: 'an' } };
  const rows = { '11': [typed, row, blank], '3': [typed], '4': [blank], '1': [{ ...row, saved: 't7' }] };
  expect(unsavedTables({ ...sheet, rows })).toEqual([
    { number: 3, lines: 1 },
    { number: 11, lines: 2 },
  ]);
  expect(unsavedTables({ ...sheet, rows: {} })).toEqual([]);
});
