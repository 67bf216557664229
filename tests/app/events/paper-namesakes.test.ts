import { expect, test } from 'vitest';
import { paperTables, questionsOf } from '../../../src/features/event/paper/paper-tables.ts';
import { readRow } from '../../../src/features/event/paper/row-form.ts';

test('a row that names one of two children of one name says who they are, and how to say which', () => {
  const table = paperTables.find(({ forms }) => forms.some(({ key }) => key === 'death'));
  const form = table?.forms.find(({ key }) => key === 'death');
  const question = form && questionsOf(form).find(({ field }) => field.type.is === 'reference');
  if (table === undefined || form === undefined || question === undefined) throw new Error('no table of deaths');
  const { key } = question.field;
  const choices = [
    { value: 'c1', label: 'Lê Văn Tân', note: '12/03/2015' },
    { value: 'c2', label: 'Lê Văn Tân', note: '2018' },
  ];
  const read = (typed: string) =>
    readRow(table, form, { id: 'r1', household: '42', saved: '', cells: { [key]: typed } }, () => ({
      month: '2026-10',
      choices,
    }));
  const { faults, answers } = read('tân');
  expect(answers[key]).toBeUndefined();
  expect(faults.map(({ cell }) => cell)).toEqual([key]);
  expect(faults[0]?.text).toMatch(/nhiều người cùng tên.*: 1 Lê Văn Tân 12\/03\/2015 · 2 Lê Văn Tân 2018$/);
  expect(read('tân 2018')).toMatchObject({ faults: [], answers: { [key]: 'c2' } });
});
