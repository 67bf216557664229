import { expect, test } from 'vitest';
import { recordIdOf } from '../../../src/formats/interchange/record-id.ts';
import { eraseRecord } from '../../../src/sync/erasure.ts';
import type { RecordState } from '../../../src/sync/records/record-state.ts';
import { book, bookAfter, emptyKnown, knownOf, planOf } from './invented-book.ts';
import { people, rows, twoHouses } from './told-files.ts';

/* Hạnh asked that her data be erased. The office still has last year's file, and takes it in once more. */

const files = {
  households: twoHouses,
  persons: people(`P1,H1,Đỗ Văn Nam,head,male,1980-02-01,married,usual_present,active,,P2
    P2,H1,Lò Thị Hạnh,spouse,female,1984-03-02,married,usual_present,active,,P1
    P3,H1,Đỗ Thị Sen,child,female,2010-05-06,single,usual_present,active,P2,`),
  events: rows(`event_key,kind,date,person_key,household_key,method,reason
    E1,method_start,2026-02-01,P2,H1,pill,`),
};
const herId = recordIdOf(book, 'persons', 'P2');
const herFact = recordIdOf(book, 'events', 'E1');

function erasedIn(states: ReadonlyMap<string, RecordState>, isMarked: boolean): ReadonlyMap<string, RecordState> {
  return new Map(
    [...states].map(([id, state]) => {
      if (id !== herId && id !== herFact) return [id, state];
      const { erased: _, ...wiped } = eraseRecord(state);
      return [id, isMarked ? { ...wiped, erased: true } : wiped];
    }),
  );
}

test.each([
  ['the hub, which marks what it erased', true],
  ['a phone, which knows only that no value is left', false],
])('what was erased on request is not written again: %s', (_, isMarked) => {
  const states = bookAfter(planOf(files, emptyKnown).drafts);
  expect(states.has(herId) && states.has(herFact)).toBe(true);

  const plan = planOf(files, knownOf(erasedIn(states, isMarked)));
  expect(plan.drafts).toEqual([]);
  const refused = plan.remarks.filter(({ strength }) => strength === 'refuse');
  expect(refused.map(({ table, row, words }) => `${table} ${row}: ${words.vi}`)).toEqual([
    'persons 3: đã được xóa khỏi sổ theo yêu cầu, không ghi lại',
    'events 2: đã được xóa khỏi sổ theo yêu cầu, không ghi lại',
  ]);
});

test('nor does a later file write anything new about her', () => {
  const states = bookAfter(planOf(files, emptyKnown).drafts);
  const later = rows(`event_key,kind,date,person_key,household_key,method,reason
    E9,method_stop,2026-05-01,P2,H1,pill,side_effect`);
  const plan = planOf({ events: later }, knownOf(erasedIn(states, false)));
  expect(plan.drafts).toEqual([]);
  expect(plan.remarks.map(({ words }) => words.vi)).toContain('đã được xóa khỏi sổ theo yêu cầu, không ghi lại');
});
