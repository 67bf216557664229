import { expect, test } from 'vitest';
import { titleIn } from '../../../src/features/transfer/wizard/fact-word.ts';
import { gatherRemarks } from '../../../src/formats/interchange/file/remark.ts';
import { fieldNames, valueName } from '../../../src/formats/interchange/file/spoken.ts';
import { isWritable } from '../../../src/formats/interchange/plan/judge-record.ts';

/* What a preview says of a row is said in the officer's words, and found by the heading of her own file. */

test('fields and codes are called as the book calls them, in the language of the screen', () => {
  expect(fieldNames('person', ['fullName', 'birthDate'])).toEqual({
    vi: 'Họ và tên, Ngày sinh',
    en: 'Full name, Birth date',
  });
  expect(valueName('person', 'residence', 'usual_absent').vi).toBe('Thực tế thường trú, tạm vắng');
  expect(valueName('person', 'household', 'h1')).toEqual({ vi: 'h1' });
});

test('a value that the book does not take is found by the column of the file, not by the key of the register', () => {
  const remarks = gatherRemarks();
  const fields = { fullName: 'Lê Thị Mận', sex: 'female', birthDate: 'hôm qua', nationalId: 'x'.repeat(40) };
  expect(isWritable({ kind: 'person', id: 'p1', place: 'v1', fields }, 'persons', 4, remarks)).toBe(false);
  expect(remarks.all().map(({ column }) => column)).toEqual(['birth_date', 'national_id']);
});

test('a list is told of by its own headings; of what it has no column for, only the row', () => {
  const titles = { full_name: 'Họ tên khai sinh', birth_female: 'Nữ', residence: '' };
  expect(titleIn(titles, 'person_key')).toBe('Họ tên khai sinh');
  expect(titleIn(titles, 'birth_date')).toBe('Nữ');
  expect(titleIn(titles, 'residence')).toBe('Tình trạng cư trú');
  expect(titleIn(titles, 'status')).toBeUndefined();
});
