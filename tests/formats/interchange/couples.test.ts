import { describe, expect, test } from 'vitest';
import { counted, people, rows, standing, takenOneByOne, twoHouses } from './told-files.ts';

/* Weddings and divorces as rows tell them: often one for a couple, often without the other one's name. */

const take = (persons: string, events: string) => {
  const { states, last } = takenOneByOne({ households: twoHouses, persons: people(persons), events: rows(events) });
  const spring = (key: string) => counted(states, key, '2026-01-01', '2026-03-31');
  return { states, last, spring, both: [spring('married_persons'), spring('marriages')] };
};

describe('a wedding', () => {
  const couple = `A,H1,Văn A,head,male,1990-01-01,married,usual_present,active,,B
    B,H1,Thị B,spouse,female,1992-01-01,married,usual_present,active,,A`;

  test('in two rows that name nobody is one wedding of two, by persons.csv', () => {
    const { both, spring, last } = take(
      couple,
      `event_key,kind,date,person_key,spouse_key,premarital_check
      E1,marriage,2026-03-03,A,,yes
      E2,marriage,2026-03-03,B,,yes`,
    );
    expect([both, spring('premarital_couples'), last]).toEqual([[2, 1], 1, []]);
  });

  test('in one row that names nobody is of both, and neither was married before', () => {
    const { states, both, last } = take(couple, 'event_key,kind,date,person_key\nE1,marriage,2026-03-03,A');
    expect([both, last]).toEqual([[2, 1], []]);
    expect(standing(states, 'B', '2026-03-02').marital).toBe('single');
  });

  test('with the check and the close kin in one of two rows only', () => {
    const { spring } = take(
      couple,
      `event_key,kind,date,person_key,spouse_key,premarital_check,close_kin
      E1,marriage,2026-03-03,A,B,,
      E2,marriage,2026-03-03,B,A,yes,yes`,
    );
    expect([spring('premarital_couples'), spring('can_huyet')]).toEqual([1, 2]);
  });
});

test("a widow who married a stranger is nobody else's wife, though her dead husband still names her", () => {
  const { last } = take(
    `A,H1,Văn A,head,male,1950-01-01,married,usual_present,dead,,B
    B,H1,Thị B,spouse,female,1955-01-01,married,usual_present,active,,`,
    'event_key,kind,date,person_key,from_marital\nE1,marriage,2026-03-03,B,widowed',
  );
  expect(last).toEqual([]);
});

describe('a divorce', () => {
  test('of a daughter at home never counts her father, divorced long ago', () => {
    const { spring, last } = take(
      `A,H1,Thị Con,child,female,1985-05-05,divorced,usual_present,active,,
      B,H1,Văn Cha,head,male,1955-05-05,divorced,usual_present,active,,`,
      'event_key,kind,date,person_key,household_key\nE1,divorce,2026-02-10,A,H1',
    );
    expect([spring('divorced_persons'), last]).toEqual([1, ['events 2 spouse_key spouse_unknown']]);
  });

  test('in two rows of one day counts the two, and not the brother whose house she lives in', () => {
    const { spring, last } = take(
      `A,H1,Thị Vợ,child,female,1985-05-05,divorced,usual_present,active,,
      B,H2,Văn Chồng,head,male,1984-05-05,divorced,usual_present,active,,
      C,H1,Văn Anh,head,male,1980-05-05,divorced,usual_present,active,,`,
      `event_key,kind,date,person_key,household_key
      E1,divorce,2026-02-10,A,H1
      E2,divorce,2026-02-10,B,H2`,
    );
    expect([spring('divorced_persons'), last]).toEqual([2, []]);
  });

  test('after a second wedding, with a stranger, leaves the first wife and her new husband alone', () => {
    const { states, spring, last } = take(
      `A,H1,Văn A,head,male,1985-01-01,divorced,usual_present,active,,
      B,H2,Thị B,head,female,1990-01-01,married,usual_present,active,,D
      D,H2,Văn D,spouse,male,1988-01-01,married,usual_present,active,,B`,
      `event_key,kind,date,person_key,household_key,spouse_key
      E1,marriage,2025-01-10,A,H1,B
      E2,divorce,2025-06-10,A,H1,
      E3,marriage,2025-09-01,A,H1,
      E4,marriage,2025-10-01,B,H2,D
      E5,divorce,2026-02-01,A,H1,`,
    );
    expect([spring('divorced_persons'), last]).toEqual([1, []]);
    expect(standing(states, 'B', '2026-03-31').marital).toBe('married');
  });

  test('when she has a house of her own by now: who it was is asked for, and only one counts', () => {
    const { spring, last } = take(
      `A,H1,Văn A,head,male,1990-01-01,divorced,usual_present,active,,
      B,H2,Thị B,head,female,1992-01-01,divorced,usual_present,active,,`,
      `event_key,kind,date,person_key,household_key,to_household_key
      E1,divorce,2026-01-05,A,H1,
      E2,move_internal,2026-01-06,B,H1,H2`,
    );
    expect([spring('divorced_persons'), last]).toEqual([1, ['events 2 spouse_key spouse_unknown']]);
  });

  test('of head and spouse of one sheet is of both, and asked about', () => {
    const { spring, last } = take(
      `A,H1,Văn A,head,male,1990-01-01,divorced,usual_present,active,,
      B,H1,Thị B,spouse,female,1992-01-01,divorced,usual_present,active,,`,
      'event_key,kind,date,person_key,household_key\nE1,divorce,2026-01-05,A,H1',
    );
    expect([spring('divorced_persons'), last]).toEqual([2, ['events 2 spouse_key spouse_guessed']]);
  });
});
