import { describe, expect, test } from 'vitest';
import { counted, people, rows, takenOneByOne, twoHouses } from './told-files.ts';

/* What a row leaves open and the others say; what nobody says is asked about. */

const take = (persons: string, events: string) => {
  const { states, last } = takenOneByOne({ households: twoHouses, persons: people(persons), events: rows(events) });
  const spring = (key: string) => counted(states, key, '2026-01-01', '2026-03-31');
  return { spring, last };
};

test('of the dead and the departed nobody says how they lived here: residents, so that they count, and asked about', () => {
  const { spring, last } = take(
    `A,H1,Văn A,head,male,1945-01-01,married,,dead,,B
    B,H1,Thị B,spouse,female,1950-01-01,widowed,usual_present,active,,A
    C,H1,Thị C,child,female,1990-01-01,,,left,,`,
    `event_key,kind,date,person_key,household_key
    E1,death,2026-02-10,A,H1
    E2,move_out,2026-03-10,C,H1`,
  );
  expect(last).toEqual(['persons 2 residence gone_residence', 'persons 4 residence gone_residence']);
  expect(['pop_start', 'deaths', 'move_out', 'pop_end'].map(spring)).toEqual([3, 1, 1, 1]);
});

test('who leaves twice, or settles afterwards, did not leave the first time: they ceased to reside', () => {
  const { spring, last } = take(
    'A,H1,Văn A,head,male,1985-01-01,single,usual_present,active,,',
    `event_key,kind,date,person_key,household_key,from_residence
    E1,move_out,2026-01-10,A,H1,usual_present
    E2,move_in,2026-03-10,A,H1,temporary`,
  );
  expect(last).toEqual(['events 2 kind as_ceasing']);
  expect(['pop_start', 'move_out', 'move_in', 'pop_end'].map(spring)).toEqual([1, 1, 1, 1]);
});

test('the mother of a birth stands in persons.csv', () => {
  const { spring } = take(
    `M,H1,Thị M,head,female,2008-01-01,single,usual_present,active,,
    A,H1,Văn A,child,male,2026-02-10,single,usual_present,active,M,`,
    'event_key,kind,date,person_key,household_key,birth_order\nE1,birth,2026-02-10,A,H1,1',
  );
  expect(['births', 'births_u20'].map(spring)).toEqual([1, 1]);
});

test('twins before and after midnight are one delivery: the second of a second child is no third', () => {
  const { spring } = take(
    `M,H1,Thị M,head,female,1990-01-01,married,usual_present,active,,
    A,H1,Văn A,child,male,2026-01-31,single,usual_present,active,M,
    B,H1,Thị B,child,female,2026-02-01,single,usual_present,active,M,`,
    `event_key,kind,date,person_key,household_key,mother_key,birth_order,multiple
    E1,birth,2026-01-31,A,H1,M,2,yes
    E2,birth,2026-02-01,B,H1,M,3,yes`,
  );
  expect(['births', 'births_2', 'births_3plus'].map(spring)).toEqual([2, 1, 0]);
});

describe('a stop of a method', () => {
  const couple = `A,H1,Văn A,head,male,1985-01-01,married,usual_present,active,,B
    B,H1,Thị B,spouse,female,1990-01-01,married,usual_present,active,,A`;

  test('written after the wedding of the day is a wife who stops', () => {
    const { spring } = take(
      couple,
      `event_key,kind,date,person_key,household_key,spouse_key,method
      E1,method_start,2026-01-10,B,H1,,pill
      E2,marriage,2026-02-10,B,H1,A,
      E3,method_stop,2026-02-10,B,H1,,pill`,
    );
    expect(['new_users', 'stop_users'].map(spring)).toEqual([0, 1]);
  });

  test('written after the start that replaces it comes before it, and behind the wedding', () => {
    const { spring } = take(
      couple,
      `event_key,kind,date,person_key,household_key,spouse_key,method
      E1,method_start,2026-01-10,B,H1,,pill
      E2,marriage,2026-02-10,B,H1,A,
      E3,method_start,2026-02-10,B,H1,,iud
      E4,method_stop,2026-02-10,B,H1,,pill`,
    );
    expect(['new_users', 'stop_users', 'users_end'].map(spring)).toEqual([1, 1, 1]);
  });
});
