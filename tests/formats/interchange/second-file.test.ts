import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { recordIdOf } from '../../../src/formats/interchange/record-id.ts';
import { makeRulebook } from '../../../src/sync/hub/rulebook.ts';
import { writeTransaction } from '../../../src/sync/phone/transaction.ts';
import { book, bookAfter, emptyKnown, knownOf, planOf } from './invented-book.ts';
import { inventCommune, seeds } from './invented-commune.ts';
import { counted, facts, lookInto, people, rows, standing, takenOneByOne, twoHouses } from './told-files.ts';

/* A file a month: what the book holds already and what the new file tells are one history. */

const two = people(`A,H1,Nguyễn Thị An,head,female,1955-05-05,widowed,usual_present,active,,
  B,H1,Nguyễn Thị Bình,other,female,1956-06-06,widowed,usual_present,active,,`);
const arrived = {
  households: twoHouses,
  persons: two,
  events: rows('event_key,kind,date,person_key,from\nE1,move_in,2026-02-10,A,Xã khác'),
};

describe('a later file that brings only what is new', () => {
  test('an elder check leaves the move in where it was: nobody lived here before', () => {
    const check = {
      ...arrived,
      events: rows('event_key,kind,date,person_key,household_key\nE2,elder_check,2026-04-05,A,H1'),
    };
    const { states, last } = takenOneByOne(arrived, check);
    expect(last).toEqual([]);
    expect(counted(states, 'move_in', '2026-02-01', '2026-02-28')).toBe(1);
    expect(counted(states, 'pop_end', '2026-01-01', '2026-01-31')).toBe(1);
    expect(standing(states, 'A', '2026-01-31').status).toBe(undefined);
  });

  test('a wedding of somebody who was divorced before leaves her divorced before', () => {
    const single = people('A,H1,Lê Thị Mai,head,female,1990-05-05,divorced,usual_present,active,,');
    const wife = people('A,H1,Lê Thị Mai,head,female,1990-05-05,married,usual_present,active,,');
    const { states, last } = takenOneByOne(
      { households: twoHouses, persons: single },
      {
        households: twoHouses,
        persons: wife,
        events: rows('event_key,kind,date,person_key\nE1,marriage,2026-03-03,A'),
      },
    );
    expect(last).toEqual([]);
    expect(standing(states, 'A', '2026-01-01').marital).toBe('divorced');
    expect(standing(states, 'A', '2026-04-01').marital).toBe('married');
  });

  test('a whole commune in two files stands as in one, at the end of every month', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [first, whole] = [inventCommune(seed, 9, 7), inventCommune(seed, 9, 14)];
        const [head = [], ...told] = whole.files.events ?? [];
        const fresh = told.slice((first.files.events ?? []).length - 1);
        const before = bookAfter(planOf(first.files, emptyKnown).drafts);
        const later = { ...whole.files, events: [head, ...fresh] };
        const after = bookAfter(planOf(later, knownOf(before)).drafts, before);
        const look = lookInto(
          after,
          (whole.files.households ?? []).map(([key = '']) => key),
        );
        for (const [month, everybody] of whole.snapshots) {
          const here = [...everybody.values()].filter(({ status }) => status === 'active');
          const stand = here.map(({ key }) => ({ key, ...look(key, `${month}-31`) }));
          const lived = here.map(({ key, home, residence, marital, status }) => ({
            key,
            home,
            residence,
            marital,
            status,
          }));
          expect([month, stand]).toEqual([month, lived]);
        }
        expect(planOf(later, knownOf(after)).drafts).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a later file that contradicts the book', () => {
  test('a move in before the book was opened: she was not there before, and it is asked about', () => {
    const { states, last } = takenOneByOne({ households: twoHouses, persons: two }, arrived);
    expect(last).toEqual(['persons 2 person_key opening_differs']);
    expect(counted(states, 'move_in', '2026-02-01', '2026-02-28')).toBe(1);
    expect(counted(states, 'pop_end', '2026-01-01', '2026-01-31')).toBe(1);
  });

  test('another village of residence without an event: asked about, and the facts stay', () => {
    const temporary = people('B,H1,Nguyễn Thị Bình,other,female,1956-06-06,widowed,temporary,active,,');
    const { states, last } = takenOneByOne(arrived, { households: twoHouses, persons: temporary });
    expect(last).toEqual(['persons 2 person_key opening_differs']);
    expect(standing(states, 'B', '2026-05-01').residence).toBe('temporary');
  });

  test('a kind that was mended: the old fact is taken back, the new one stands, also when the first file comes again', () => {
    const mended = {
      ...arrived,
      events: rows('event_key,kind,date,person_key,reason\nE1,review_add,2026-02-10,A,missed'),
    };
    const { states, last } = takenOneByOne(arrived, mended);
    expect(last).toEqual(['events 2 event_key other_values']);
    expect([facts(states, 'move_in', 'date'), facts(states, 'review_add', 'date')]).toEqual([[], [['2026-02-10']]]);
    expect(planOf(mended, knownOf(states)).drafts).toEqual([]);
    const back = takenOneByOne(arrived, mended, arrived).states;
    expect([facts(back, 'move_in', 'date'), facts(back, 'review_add', 'date')]).toEqual([[['2026-02-10']], []]);
    const forth = takenOneByOne(arrived, mended, arrived, mended).states;
    expect([facts(forth, 'move_in', 'date'), facts(forth, 'review_add', 'date')]).toEqual([[], [['2026-02-10']]]);
  });

  test('what somebody took back by hand is asked about before it comes again', () => {
    const { states } = takenOneByOne(arrived);
    const fact = [...states.values()].find(({ kind }) => kind === 'move_in');
    if (fact === undefined) throw new Error('no fact');
    const taken = bookAfter(
      [{ kind: fact.kind, id: fact.id, place: 'u18073v001', void: { reason: 'Ghi nhầm' } }],
      states,
    );
    const { remarks, drafts } = planOf(arrived, knownOf(taken), 'leave');
    expect(remarks.map(({ why }) => why)).toContain('taken_back');
    expect(drafts).toEqual([]);
  });

  test('an older file again writes nothing: what happened since is not in it', () => {
    const moved = {
      households: twoHouses,
      persons: people('A,H2,Nguyễn Thị An,head,female,1955-05-05,widowed,usual_present,active,,'),
      events: rows(
        'event_key,kind,date,person_key,household_key,to_household_key\nE3,move_internal,2026-04-05,A,H1,H2',
      ),
    };
    const { states } = takenOneByOne(arrived, moved);
    const again = planOf(arrived, knownOf(states));
    expect(again.drafts).toEqual([]);
    expect(again.remarks.map(({ why }) => why)).toEqual([]);
  });
});

describe('a file of people whom the book itself wrote', () => {
  const written = () => {
    const home = { kind: 'household', place: 'u18073v001', put: { no: 1, kind: 'family' } } as const;
    const [house] = bookAfter([home]).values();
    if (house === undefined) throw new Error('no household');
    const opened = { household: house.id, residence: 'usual_present', marital: 'married', status: 'active' };
    const put = { ...opened, fullName: 'Nguyễn Thị Hà', relation: 'head', sex: 'female', birthDate: '1990-05-05' };
    const states = bookAfter([{ kind: 'person', place: 'u18073v001', put }], new Map([[house.id, house]]));
    const person = [...states.values()].find(({ kind }) => kind === 'person');
    return { states, house: house.id, person: person?.id ?? '' };
  };
  const rules = makeRulebook(catalogue);

  test('another marital status than the book opened with is asked about, and no op changes the opening', () => {
    const { states, house, person } = written();
    const files = {
      persons: people(`${person},${house},Nguyễn Thị Hằng,head,female,1990-05-05,single,usual_present,active,,`),
    };
    const { drafts, remarks } = planOf(files, knownOf(states));
    expect(remarks.map(({ column, why }) => `${column} ${why}`)).toEqual([
      'marital ends_otherwise',
      'person_key other_values',
    ]);
    expect(drafts.map((draft) => 'put' in draft && draft.put)).toEqual([{ fullName: 'Nguyễn Thị Hằng' }]);
  });

  test('somebody who was taken back comes to life as she was: the hub takes every op of it', () => {
    const { states, house, person } = written();
    const gone = bookAfter([{ kind: 'person', id: person, place: 'u18073v001', void: { reason: 'Ghi nhầm' } }], states);
    const files = {
      persons: people(`${person},${house},Nguyễn Thị Hà,head,female,1990-05-05,single,temporary,active,,`),
    };
    const { drafts } = planOf(files, knownOf(gone));
    expect(drafts.length).toBeGreaterThan(0);
    const { ops } = writeTransaction(drafts, { device: 'test', user: 'u1' }, { nextSeq: 99_999, clock: [0, 0] }, 0);
    expect(ops.map((op) => rules.check(op))).toEqual(ops.map(() => undefined));
  });
});

describe('events.csv alone, of people whom the book knows', () => {
  const known = {
    households: twoHouses,
    persons: people(`A,H1,Nguyễn Văn A,head,male,1985-05-05,married,usual_present,active,,B
      B,H1,Nguyễn Thị B,spouse,female,1986-06-06,married,usual_present,active,,A
      C,H1,Nguyễn Văn C,child,male,2001-06-06,single,temporary,active,,
      D,H2,Nguyễn Thị D,head,female,2000-06-06,single,usual_present,active,,
      E,H2,Nguyễn Thị E,other,female,1950-06-06,widowed,usual_present,active,,
      F,H2,Nguyễn Thị F,other,female,1990-06-06,married,usual_present,active,,G
      G,H2,Nguyễn Văn G,other,male,1990-06-06,married,usual_present,active,,F`),
  };
  const events = rows(`event_key,kind,date,person_key,household_key,to_household_key,field,old,new,spouse_key
    E1,death,2026-04-02,A,H1,,,,,
    E2,change_info,2026-04-03,C,H1,,residence,temporary,usual_present,
    E3,marriage,2026-04-04,C,H1,,,,,D
    E4,move_internal,2026-04-04,D,H2,H1,,,,
    E5,move_out,2026-04-05,E,H2,,,,,
    E6,divorce,2026-04-06,F,H2,,,,,`);

  test('what is new works in full: widowed, settled, married, moved, gone, divorced', () => {
    const { states, last } = takenOneByOne(known, { events });
    expect(last).toEqual([]);
    const now = (key: string) => Object.values(standing(states, key, '2026-04-30')).join(' ');
    expect(['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(now)).toEqual([
      'H1 usual_present married dead',
      'H1 usual_present widowed active',
      'H1 usual_present married active',
      'H1 usual_present married active',
      'H2 usual_present widowed left',
      'H2 usual_present divorced active',
      'H2 usual_present divorced active',
    ]);
    const april = (key: string) => counted(states, key, '2026-04-01', '2026-04-30');
    expect(['deaths', 'move_in', 'move_out', 'marriages', 'married_persons', 'divorced_persons'].map(april)).toEqual([
      1, 1, 1, 1, 2, 2,
    ]);
    expect(planOf({ events }, knownOf(states)).drafts).toEqual([]);
    const moved = [...states.values()].find(({ id }) => id === recordIdOf(book, 'persons', 'D'));
    expect(moved?.place.value).toBe('u18073v001');
  });

  test('what the persons already show: the history is laid under them, and asked about', () => {
    const gone = { ...known, persons: people('A,H1,Nguyễn Văn A,head,male,1985-05-05,single,usual_present,dead,,') };
    const { states, last } = takenOneByOne(gone, {
      events: rows('event_key,kind,date,person_key\nE1,death,2026-04-02,A'),
    });
    expect(last).toEqual(['events 2 person_key opening_differs']);
    expect(counted(states, 'deaths', '2026-04-01', '2026-04-30')).toBe(1);
    expect(counted(states, 'pop_end', '2026-03-01', '2026-03-31')).toBe(1);
  });
});

test('a file of before a village was split leaves the sheets that went over where they are', () => {
  const { states } = takenOneByOne(arrived);
  const split = [...states.values()].map(({ kind, id, place }) => {
    const isOver = place.value === 'u18073v001';
    const put =
      kind === 'household' && isOver ? { village: 'u18073v003', formerPlaces: ['u18073v001 2026-06-01'] } : {};
    return { kind, id, place: isOver ? 'u18073v003' : String(place.value), put };
  });
  const plan = planOf(arrived, knownOf(bookAfter(split, states)));
  expect([plan.drafts, plan.remarks.map(({ why }) => why).filter((why) => why === 'other_values')]).toEqual([[], []]);
});
