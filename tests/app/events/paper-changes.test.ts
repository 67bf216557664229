import { expect, test } from 'vitest';
import { paperTables } from '../../../src/features/event/paper/paper-tables.ts';
import { judgeTyped } from '../../../src/features/event/paper/typed-row.ts';
import { makeMemoryPhone } from '../memory/memory-phone.ts';

/* Table 6 of a paper P0: what changed of somebody who stands in the book. */

const told = { birthDate: '1996-04-27', birthDateSaid: '10/3/1996 (Bính Tý) âm lịch' };

async function answersOf(cells: { readonly [question: string]: string }) {
  const { phone } = makeMemoryPhone();
  const table = paperTables.find(({ number }) => number === 6);
  if (table === undefined) throw new Error('no table 6');
  const household = await phone.household('h42');
  const [who] = household?.people ?? [];
  const standing = {
    ...phone,
    formContext: async () => ({
      today: '2026-11-22',
      defaults: { person: who?.id ?? '', fullName: who?.name ?? '', sex: 'male', relation: 'head', ...told },
      choices: { person: [{ value: who?.id ?? '', label: who?.name ?? '', note: '' }] },
    }),
  };
  const typing = { phone: standing, sheet: { place: 'village-1', month: '2026-11' }, table };
  const row = { event: 'thay đổi', person: who?.name ?? '', date: '10', ...cells };
  const judgement = await judgeTyped(typing, { id: 'r1', household: '42', saved: '', cells: row });
  expect(judgement.faults).toEqual([]);
  return judgement.ready?.answers;
}

test('words in which a birth date was told do not stay beside the one that the sheet says', async () => {
  expect(await answersOf({ birthDate: '10/3/1996' })).toMatchObject({ birthDate: '1996-03-10', birthDateSaid: null });
});

test('they stay where the sheet says the same date, or none', async () => {
  expect(await answersOf({ birthDate: '27/4/1996' })).toMatchObject(told);
  expect(await answersOf({ fullName: 'Trần Văn Đức' })).toMatchObject({ ...told, fullName: 'Trần Văn Đức' });
});
