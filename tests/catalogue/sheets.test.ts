import { expect, test } from 'vitest';
import { type SheetPerson, sheetNumber, sheetsOf } from '../../src/catalogue/paper/sheets.ts';

/* How many sheets a household fills, and who stands on which. */

function person(id: string, given: Partial<SheetPerson> = {}): SheetPerson {
  return { id, sex: 'male', age: 30, isGone: false, spouse: '', mother: '', father: '', ...given };
}

const ids = (people: readonly SheetPerson[]) => sheetsOf(people).map((sheet) => sheet.map(({ id }) => id));

const grandparents = [person('ông', { age: 70 }), person('bà', { sex: 'female', age: 66, spouse: 'ông' })];
const elder = [
  person('anh', { spouse: 'chị' }),
  person('chị', { sex: 'female', age: 28 }),
  person('cháu một', { age: 5, mother: 'chị' }),
];
const younger = [
  person('em', { age: 26 }),
  person('dâu', { sex: 'female', age: 24, spouse: 'em' }),
  person('cháu hai', { age: 1, father: 'em' }),
];

test('one couple of reproductive age stands on one sheet, whoever else lives there', () => {
  expect(ids([...grandparents, ...elder])).toEqual([['ông', 'bà', 'anh', 'chị', 'cháu một']]);
});

test('the second couple begins a second sheet with its children', () => {
  expect(ids([...grandparents, ...elder, ...younger])).toEqual([
    ['ông', 'bà', 'anh', 'chị', 'cháu một'],
    ['em', 'dâu', 'cháu hai'],
  ]);
});

test('a couple that is past it, a widow, or whose husband has left makes no sheet', () => {
  const left = younger.map((one) => (one.id === 'em' ? { ...one, isGone: true } : one));
  expect(ids([...grandparents, ...elder, ...left])).toHaveLength(2);
  expect(ids([...grandparents, ...elder, ...left])[1]).toEqual(['cháu hai']);
  expect(ids([...elder, person('góa', { sex: 'female', age: 40 })])).toHaveLength(1);
});

test('the eighth person continues on a next sheet', () => {
  const eight = Array.from({ length: 8 }, (_, at) => person(`p${at}`));
  expect(sheetsOf(eight).map((sheet) => sheet.length)).toEqual([7, 1]);
  expect(sheetsOf([])).toEqual([[]]);
});

test('a married child stands with its own couple, not with its parents', () => {
  const people = [
    ...elder,
    person('con', { mother: 'dâu', spouse: 'vợ' }),
    person('vợ', { sex: 'female', age: 20 }),
    ...younger,
  ];
  expect(ids(people)[1]).toEqual(['con', 'vợ']);
});

test('sheets are numbered 100.1, 100.2; one alone has the household’s number', () => {
  expect([sheetNumber('100', 1, 2), sheetNumber('100', 2, 2), sheetNumber('7', 1, 1)]).toEqual(['100.1', '100.2', '7']);
});
