import { expect, test } from 'vitest';
import { tellingAnswers } from '../../../src/features/event/doubles/likely-double.ts';
import { doubleDoubt } from '../../../src/features/event/paper/judge-row.ts';
import { paperTables } from '../../../src/features/event/paper/paper-tables.ts';
import { judgeTyped, saveRows } from '../../../src/features/event/paper/typed-row.ts';
import { makeMemoryPhone } from '../memory/memory-phone.ts';

/* A paper P0 is typed in: who may be in the book already is said at the row, and asked about before it is saved. */

function typing(number: number) {
  const { phone, calls } = makeMemoryPhone();
  const table = paperTables.find((one) => one.number === number);
  if (table === undefined) throw new Error('no table');
  return { calls, at: { phone, sheet: { place: 'village-1', month: '2026-11' }, table } };
}

const arrival = {
  id: 'r1',
  household: '42',
  saved: '',
  cells: {
    fullName: 'Nguyễn Thị Hoà',
    sex: 'nữ',
    birthDate: '5/3/1996',
    date: '10',
    relation: 'khác',
    residence: 'đang có mặt',
    from: 'Xã bên',
  },
};

test('an arrival of table 4 who may be in the book already is asked about, by name, household and reason', async () => {
  const { calls, at } = typing(4);
  const judgement = await judgeTyped(at, arrival);
  expect(judgement.faults).toEqual([]);
  expect(judgement.likenesses.map(({ row }) => row.name)).toEqual(['Nguyễn Thị Hoà']);
  expect(judgement.doubts).toMatchObject([{ check: doubleDoubt, strength: 'ask' }]);
  expect(judgement.doubts[0]?.message.vi).toMatch(
    /^Có thể đã có trong sổ: Nguyễn Thị Hoà .*Cùng họ tên.*đúng không\?$/,
  );
  const { saved } = await saveRows(at, [{ row: arrival, judgement }], [doubleDoubt], () => undefined);
  expect(saved).toHaveLength(1);
  // The question was the sheet's own: nothing of it is kept with the record.
  expect(calls.filter((call) => call.startsWith('record'))[0]).not.toContain(doubleDoubt);
});

test('somebody whom nobody resembles is asked nothing', async () => {
  const { at } = typing(4);
  const judgement = await judgeTyped(at, { ...arrival, cells: { ...arrival.cells, fullName: 'Vừ A Páo' } });
  expect([judgement.likenesses, judgement.doubts]).toEqual([[], []]);
});

test('a newborn of table 1 is told by the day of its birth, an arrival by its own date of birth', () => {
  const [birth] = typing(1).at.table.forms;
  const [moveIn] = typing(4).at.table.forms;
  const answers = { fullName: 'Trần Bảo An', date: '2026-11-01' };
  expect(birth && tellingAnswers(birth, answers)).toEqual({ fullName: 'Trần Bảo An', birthDate: '2026-11-01' });
  expect(moveIn && tellingAnswers(moveIn, answers)).toEqual({ fullName: 'Trần Bảo An' });
});
