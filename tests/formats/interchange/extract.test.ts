import { expect, test } from 'vitest';
import { type ExtractPerson, extractSheet } from '../../../src/formats/interchange/extract/extract-sheet.ts';
import { purposeOf, purposes } from '../../../src/formats/interchange/extract/purposes.ts';

/* Whom a list for another office names, and in which order. */

const heading = {
  recipient: 'Hội NCT',
  ground: 'CV 1',
  number: '2026/001',
  date: '27/11/2026',
  by: 'Mai',
  commune: 'Xã',
  approval: '',
};
const today = '2026-11-27';

function person(fullName: string, birthDate?: string): ExtractPerson {
  const fields = { fullName, sex: 'male', residence: 'usual_present', ...(birthDate && { birthDate }) };
  return { fields, mother: '', village: 'Thôn Đình', household: '1' };
}

function namesOf(sheet: ReturnType<typeof extractSheet>, above: number): readonly (string | undefined)[] {
  return sheet.rows.slice(above, -1).map((row) => row[1]);
}

test('from 100 on every year is wished for, before that every fifth; by given name', () => {
  const longevity = purposes.find(({ key }) => key === 'longevity');
  if (longevity === undefined) throw new Error('no such purpose');
  const people = [
    person('Trần Văn An', '1923'),
    person('Bùi Văn Ba', '1946-01-02'),
    person('Bùi Thị Ánh', '1926'),
    person('Lê Văn Chín', '1945'),
  ];
  expect(namesOf(extractSheet(longevity, heading, people, today), 4)).toEqual([
    'Trần Văn An',
    'Bùi Thị Ánh',
    'Bùi Văn Ba',
  ]);
});

test('a list of every age names those too whose birth date nobody knows', () => {
  const people = [person('Bùi Văn Ba'), person('Lê Văn Chín', '1945')];
  const names = (ages: { readonly fromAge?: number }) =>
    namesOf(extractSheet(purposeOf({ words: 'Khám mắt', sex: '', ...ages }, 'đồng ý'), heading, people, today), 4);
  expect(names({})).toEqual(['Bùi Văn Ba', 'Lê Văn Chín']);
  expect(names({ fromAge: 60 })).toEqual(['Lê Văn Chín']);
});
