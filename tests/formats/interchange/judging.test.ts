import { describe, expect, test } from 'vitest';
import { shown } from '../../../src/sync/records/merge.ts';
import { bookAfter, emptyKnown, knownOf, planOf } from './invented-book.ts';

/* Rows as offices send them: what is refused, what is asked, and what then stands in the book. */

const households = [
  ['household_key', 'village_code', 'household_no', 'phone'],
  ['H1', '001', '1', '0912 345 678'],
  ['H2', '002', '2', ''],
];
const people = [
  [
    'person_key',
    'household_key',
    'full_name',
    'sex',
    'birth_date',
    'marital',
    'residence',
    'status',
    'mother_key',
    'spouse_key',
  ],
  ['A', 'H1', 'Trần Thị Hoà', 'female', '1990-05-03', 'married', 'usual_present', 'active', '', 'B'],
  ['B', 'H1', 'Nguyễn Văn Bình', 'male', '1988', 'married', 'usual_present', 'active', '', ''],
];
const eventHead = [
  'event_key',
  'kind',
  'date',
  'person_key',
  'household_key',
  'mother_key',
  'birth_order',
  'multiple',
  'method',
  'spouse_key',
  'field',
  'old',
  'new',
];
const events = (...rows: readonly (readonly string[])[]) => [eventHead, ...rows];
const person = (key: string, changes: { readonly [column: string]: string }) =>
  (people[0] ?? []).map(
    (column) =>
      ({
        person_key: key,
        household_key: 'H1',
        full_name: `Người ${key}`,
        sex: 'male',
        birth_date: '2000-01-01',
        marital: 'single',
        residence: 'usual_present',
        status: 'active',
        ...changes,
      })[column] ?? '',
  );

function judged(files: Parameters<typeof planOf>[0], known = emptyKnown) {
  const { remarks } = planOf({ households, persons: people, ...files }, known);
  return remarks
    .filter(({ column }) => column !== 'household_key' || files.households !== undefined)
    .map(({ table, row, column, strength, words }) => `${strength} ${table} ${row} ${column}: ${words.vi}`);
}

describe('refused, whatever else is in the row', () => {
  test('dates that are not in the calendar, that cannot be read, or lie ahead', () => {
    const persons = [
      ...people,
      person('C', { birth_date: '31/02/2020' }),
      person('D', { birth_date: 'mùa thu' }),
      person('E', { birth_date: '2027-01-01' }),
    ];
    expect(judged({ persons })).toEqual([
      'refuse persons 4 birth_date: ngày "31/02/2020" không có trong lịch',
      'refuse persons 5 birth_date: không đọc được ngày "mùa thu"',
      'refuse persons 6 birth_date: ngày 01/01/2027 ở tương lai',
    ]);
  });

  test('an event before birth, after death, or of a key that nobody has', () => {
    const told = events(
      ['1', 'elder_check', '1987-01-01', 'B', 'H1'],
      ['2', 'death', '2026-03-01', 'B', 'H1'],
      ['3', 'move_out', '2026-03-02', 'B', 'H1'],
      ['4', 'death', '2026-03-02', 'Z', 'H1'],
    );
    expect(judged({ events: told }).filter((line) => line.startsWith('refuse'))).toEqual([
      'refuse events 5 person_key: không có người "Z"',
      'refuse events 2 date: ngày 01/01/1987 trước ngày sinh của người này',
      'refuse events 4 date: ngày 02/03/2026 sau ngày chết của người này',
    ]);
  });

  test('a code that the lists do not know, and people of a household that was refused', () => {
    const file = [...households, ['H3', '77', '3', '']];
    const persons = [...people, person('C', { household_key: 'H3' }), person('D', { marital: 'complicated' })];
    expect(judged({ households: file, persons }).filter((line) => line.startsWith('refuse'))).toEqual([
      'refuse households 4 village_code: không có thôn mã "77"',
      'refuse persons 4 household_key: không có hộ "H3"',
      'refuse persons 5 marital: không có mã "complicated"',
    ]);
  });

  test('a stop of what is not in use; on one day a start follows the stop that it replaces', () => {
    const told = events(
      ['1', 'method_start', '2026-01-05', 'A', 'H1', '', '', '', 'iud'],
      ['2', 'method_start', '2026-02-05', 'A', 'H1', '', '', '', 'pill'],
      ['3', 'method_stop', '2026-02-05', 'A', 'H1', '', '', '', 'iud'],
      ['4', 'method_stop', '2026-03-05', 'A', 'H1', '', '', '', 'iud'],
    );
    expect(judged({ events: told })).toEqual([
      'refuse events 5 method: thôi biện pháp "Vòng tránh thai (DCTC)" mà không đang dùng',
    ]);
  });
});

describe('asked about, and taken', () => {
  test('what a spreadsheet took for a number has its zeros again; what can be no card is left blank', () => {
    const numbers = ['household_key', 'village_code', 'household_no', 'phone'];
    const heads = ['person_key', 'household_key', 'full_name', 'sex', 'birth_date', 'residence'];
    const said = (key: string, nationalId: string, card: string) => [
      ...[key, 'H1', `Người ${key}`, 'male', '1980', 'usual_present'],
      ...[nationalId, card],
    ];
    const plan = planOf(
      {
        households: [numbers, ['H1', '001', '1', '912345678']],
        persons: [
          [...heads, 'national_id', 'insurance_no'],
          said('A', '1085000001', 'TE1011234567890'),
          said('B', '123456789', '12345'),
          said('C', '001 085 000 002', '0123456789'),
        ],
      },
      emptyKnown,
    );
    const fieldsOf = (name: string) =>
      plan.drafts.flatMap((draft) => ('put' in draft && draft.put.fullName === name ? [draft.put] : []))[0];
    expect(plan.drafts.find(({ kind }) => kind === 'household')).toMatchObject({ put: { phone: '0912345678' } });
    expect(fieldsOf('Người A')).toMatchObject({ nationalId: '001085000001', insuranceNo: 'TE1011234567890' });
    expect(Object.keys(fieldsOf('Người B') ?? {})).not.toContain('nationalId');
    expect(Object.keys(fieldsOf('Người B') ?? {})).not.toContain('insuranceNo');
    expect(fieldsOf('Người C')).toMatchObject({ nationalId: '001085000002', insuranceNo: '0123456789' });
    expect(plan.remarks.map(({ row, column, why }) => [row, column, why])).toEqual(
      expect.arrayContaining([
        [2, 'national_id', 'short_code'],
        [3, 'national_id', 'odd_text'],
        [3, 'insurance_no', 'odd_text'],
      ]),
    );
  });

  test('a link that one of a couple tells holds for both', () => {
    const { drafts, remarks } = planOf({ households, persons: people }, emptyKnown);
    const names = [...bookAfter(drafts).values()].filter(({ kind }) => kind === 'person');
    expect(names.map((state) => shown(state, 'spouse'))).toEqual(names.map(({ id }) => id).reverse());
    expect(remarks.filter(({ column }) => column === 'spouse_key')).toEqual([]);
  });

  test('twins carry the order of the first-born', () => {
    const persons = [...people, person('C', { birth_date: '2026-04-02' }), person('D', { birth_date: '2026-04-02' })];
    const told = events(
      ['1', 'birth', '2026-04-02', 'C', 'H1', 'A', '2', 'yes'],
      ['2', 'birth', '2026-04-02', 'D', 'H1', 'A', '3', 'yes'],
    );
    const { drafts } = planOf({ households, persons, events: told }, emptyKnown);
    const births = [...bookAfter(drafts).values()].filter(({ kind }) => kind === 'birth');
    expect(births.map((state) => [shown(state, 'order'), shown(state, 'firstOrder')])).toEqual([
      [2, 2],
      [3, 2],
    ]);
  });

  test('born while events run, without a birth event; an end that events do not lead to; a divorce of an unmarried', () => {
    const persons = [...people, person('C', { birth_date: '2026-04-02' }), person('D', { status: 'active' })];
    const told = events(
      ['1', 'move_out', '2026-01-02', 'D', 'H1'],
      ['2', 'divorce', '2026-02-02', 'D', 'H1'],
      ['3', 'divorce', '2026-03-02', 'D', 'H1'],
    );
    expect(judged({ persons, events: told })).toEqual([
      'ask events 4 kind: ly hôn mà trước đó không có vợ/chồng',
      'ask persons 4 birth_date: sinh 02/04/2026 mà không có biến động sinh: có mặt từ ngày sinh',
      'ask persons 5 status: sau các biến động thành "Đã chuyển đi"',
      'ask persons 5 marital: sau các biến động thành "Ly hôn"',
    ]);
  });

  test('somebody who "moves out" and stays as temporary ceases to reside', () => {
    const persons = [...people, person('C', { residence: 'temporary' })];
    const { drafts } = planOf(
      { households, persons, events: events(['1', 'move_out', '2026-01-02', 'C', 'H1']) },
      emptyKnown,
    );
    const facts = [...bookAfter(drafts).values()].filter(({ kind }) => kind === 'change_info');
    expect(facts.map((state) => [shown(state, 'old'), shown(state, 'new')])).toEqual([['usual_present', 'temporary']]);
  });
});

describe('a second file', () => {
  test('with a household of its own under a number that the village has: asked', () => {
    const known = knownOf(bookAfter(planOf({ households, persons: people }, emptyKnown).drafts));
    const other = [
      households[0] ?? [],
      ['X1', '001', '1', ''],
      ['X2', '001', '7', ''],
      ['H1', '001', '1', '0912 345 678'],
    ];
    const { remarks } = planOf({ households: other }, known);
    expect(remarks.filter(({ why }) => why === 'number_in_book').map(({ row }) => row)).toEqual([2]);
  });

  const files = { households, persons: people, events: events(['1', 'move_out', '2026-01-02', 'B', 'H1']) };
  const first = bookAfter(planOf(files, emptyKnown).drafts);

  test('with another phone for a household: asked, and taken when a person says so', () => {
    const changed = {
      ...files,
      households: [households[0] ?? [], ['H1', '001', '1', '0987654321'], households[2] ?? []],
    };
    const plan = planOf(changed, knownOf(first));
    expect(plan.remarks.map(({ words }) => words.vi)).toContain('dòng này đã có trong sổ, nay khác: Số điện thoại');
    expect(plan.drafts).toHaveLength(1);
    expect(planOf(changed, knownOf(bookAfter(plan.drafts, first))).drafts).toEqual([]);
    expect(planOf(changed, knownOf(first), 'leave').drafts).toEqual([]);
  });

  test('with another date for an event: the old fact is voided, the new one stands, once', () => {
    const changed = { ...files, events: events(['1', 'move_out', '2026-01-12', 'B', 'H1']) };
    const plan = planOf(changed, knownOf(first));
    const after = bookAfter(plan.drafts, first);
    const standing = [...after.values()].filter(({ kind, life }) => kind === 'move_out' && life.length === 0);
    expect(standing.map((state) => shown(state, 'date'))).toEqual(['2026-01-12']);
    expect(planOf(changed, knownOf(after)).drafts).toEqual([]);
  });

  test('after an undo brings everything back to life', () => {
    const voids = [...first.values()].map(({ kind, id, place }) => ({
      kind,
      id,
      place: String(place.value),
      void: { reason: 'Hoàn tác' },
    }));
    const gone = bookAfter(voids, first);
    const back = bookAfter(planOf(files, knownOf(gone)).drafts, gone);
    expect(planOf(files, knownOf(back)).drafts).toEqual([]);
    expect([...back.values()].every(({ life }) => life.length === 1)).toBe(true);
  });
});
