import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StandingState } from '../../../src/register/register.ts';
import { birth, hoaFamily, household, openRegister, resident, tell } from '../tale.ts';

/* Two collaborators wrote the same person down. */

const join = (id: string, person: string, other: string, telling = {}): StandingState =>
  tell('alias', id, { date: '2026-11-20', person, other }, telling);
const death = (id: string, person: string, date: string) => tell('death', id, { date, person });

/** Hoà's mother-in-law was also written down as an arrival, with her card and her phone. */
const twice = [
  ...hoaFamily,
  tell('person', 'p9', {
    fullName: 'Lê Thị Mận',
    sex: 'female',
    birthDate: '1965-04-02',
    phone: '0912345678',
    insuranceNo: 'GD4010123456789',
  }),
  tell('move_in', 'm9', { date: '2026-03-01', person: 'p9', household: 'h1', residence: 'usual_present' }),
];

const population = (states: readonly StandingState[]) =>
  openRegister(states).report('01-DSX', '2026-11', 'u-c').above[0]?.value;

test('joined, they are one line of the household, and what one record does not say the other says', () => {
  const register = openRegister([...twice, join('j1', 'p9', 'p3')]);
  const [mother, ...others] = register.household('h1')?.people.filter(({ name }) => name === 'Lê Thị Mận') ?? [];
  expect([mother?.id, mother?.birthDate, others]).toEqual(['p3', '1965', []]);
  expect(register.person('p9')).toMatchObject({ id: 'p3', phone: '0912345678' });
  expect(register.panel('p3')?.fields.map(({ field }) => field)).toEqual(['insuranceNo']);
  expect(register.search('man', 10).rows.map(({ id }) => id)).toEqual(['p3']);
  expect([population(twice), population([...twice, join('j1', 'p9', 'p3')])]).toEqual([5, 4]);
});

test('facts of either record count for the one', () => {
  const register = openRegister([...twice, join('j1', 'p9', 'p3'), death('d1', 'p9', '2026-11-18')]);
  expect(register.get('p3')?.fields.status).toBe('dead');
  expect(register.report('01-DSX', '2026-11', 'u-c').rows.find(({ key }) => key === 'deaths')?.value).toBe(1);
});

test('who speaks of the other record speaks of the one: children, spouses', () => {
  const register = openRegister([
    ...hoaFamily,
    resident('p1', { fullName: 'Trần Văn Đức', sex: 'male', relation: 'head', household: 'h1', spouse: 'p8' }),
    resident('p8', { fullName: 'Nguyễn Thị Hòa', sex: 'female', birthDate: '1998-03-05', household: 'h1' }),
    ...birth('b1', { date: '2026-10-01', mother: 'p8', fullName: 'Trần Bảo An' }),
    join('j1', 'p8', 'p2'),
  ]);
  expect(register.person('p2')?.children.map(({ name }) => name)).toEqual(['Trần Gia Huy', 'Trần Bảo An']);
  expect(register.person('b1-child')?.mother?.id).toBe('p2');
  register.apply([death('d1', 'p8', '2026-11-18')]);
  expect(register.get('p1')?.fields.marital).toBe('widowed');
});

test('one birth written down twice counts once after the children are joined', () => {
  const written = [
    ...hoaFamily,
    ...birth('b1', { date: '2026-11-02', mother: 'p2' }),
    ...birth('b2', { date: '2026-11-03', mother: 'p2' }),
  ];
  const births = (states: readonly StandingState[]) =>
    openRegister(states)
      .report('01-DSX', '2026-11', 'u-c')
      .rows.slice(0, 3)
      .map(({ value }) => value);
  expect(births(written)).toEqual([2, 0, 2]);
  expect(births([...written, join('j1', 'b1-child', 'b2-child')])).toEqual([1, 0, 1]);
  expect(population([...written, join('j1', 'b1-child', 'b2-child')])).toBe(5);
});

test('two phones join crosswise: one person all the same; taken back, there are two again', () => {
  const register = openRegister([...twice, join('j1', 'p9', 'p3'), join('j2', 'p3', 'p9')]);
  expect(register.get('p9')?.id).toBe('p3');
  register.apply([join('j2', 'p3', 'p9', { isVoid: true })]);
  expect(register.get('p9')?.id).toBe('p3');
  register.apply([join('j1', 'p9', 'p3', { isVoid: true })]);
  expect(register.household('h1')).toEqual(openRegister(twice).household('h1'));
  expect(register.report('01-DSX', '2026-11', 'u-c')).toEqual(openRegister(twice).report('01-DSX', '2026-11', 'u-c'));
});

test('a join that was sent back joins nobody; one whose smaller record is not here leads to the one that is', () => {
  expect(population([...twice, join('j1', 'p9', 'p3', { standing: 'mending' })])).toBe(5);
  const register = openRegister([...hoaFamily, join('j1', 'a1', 'p3')]);
  expect(register.get('p3')?.fields.fullName).toBe('Lê Thị Mận');
  expect(register.get('a1')?.id).toBe('p3');
});

const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
const homes = [household('h1', 1), household('h2', 2), household('h3', 1, 'u-v2')];
const anybody = fc.constantFrom(...people);
const anyTelling = fc.constantFrom(
  {},
  {},
  {},
  { isVoid: true },
  { standing: 'waiting' as const },
  { standing: 'mending' as const },
);
const anyDay = fc.constantFrom('2026-02-01', '2026-05-01', '2026-11-05', '2026-11-06');
const anyFact = fc.oneof(
  fc.record({ kind: fc.constant('alias'), person: anybody, other: anybody, date: anyDay }),
  fc.record({ kind: fc.constant('marriage'), person: anybody, spouse: anybody, date: anyDay }),
  fc.record({ kind: fc.constant('death'), person: anybody, date: anyDay }),
  fc.record({
    kind: fc.constant('move_internal'),
    person: anybody,
    toHousehold: fc.constantFrom('h1', 'h2', 'h3'),
    date: anyDay,
  }),
  fc.record({
    kind: fc.constant('birth'),
    child: anybody,
    mother: anybody,
    household: fc.constantFrom('h1', 'h3'),
    residence: fc.constant('usual_present'),
    date: anyDay,
  }),
);
const anyLife = fc.record({ household: fc.constantFrom('h1', 'h2', 'h3'), mother: anybody, spouse: anybody });
const anyHistory = fc
  .tuple(fc.array(anyLife, { minLength: 1, maxLength: 6 }), fc.array(fc.tuple(anyFact, anyTelling), { maxLength: 12 }))
  .map(([lives, facts]) => [
    ...homes,
    ...lives.map((fields, index) => resident(people[index] ?? '', { fullName: `Người ${index}`, ...fields })),
    ...facts.map(([{ kind, ...fields }, telling], index) =>
      tell(kind, `f${index}`, fields, { ...telling, stamp: [1000 + index, 0] }),
    ),
  ]);

function whole(states: readonly StandingState[], register = openRegister(states)) {
  return {
    table: register.report('01-DSX', '2026-11', 'u-c'),
    villages: ['u-v1', 'u-v2'].map((place) => [register.report('01-DSX', '2026-11', place), register.village(place)]),
    households: homes.map(({ state }) => [register.household(state.id), register.changes(state.id)]),
    people: people.map((id) => [register.get(id), register.person(id), register.panel(id)]),
    tasks: register.tasks('', 50),
    found: register.search('nguoi', 50),
  };
}

test('whoever is joined, in chains and crosswise, whatever arrives when: the book is the same', () => {
  const anyOrder = anyHistory.chain((states) =>
    fc.tuple(
      fc.constant(states),
      fc.shuffledSubarray([...states], { minLength: states.length, maxLength: states.length }),
      fc.integer({ min: 1, max: 5 }),
      fc.shuffledSubarray([...states]),
    ),
  );
  fc.assert(
    fc.property(anyOrder, ([states, shuffled, bundle, again]) => {
      const register = openRegister();
      for (let start = 0; start < shuffled.length; start += bundle) {
        register.apply(shuffled.slice(start, start + bundle));
        whole([], register);
      }
      // Some leave this device and come back.
      register.remove(again.map(({ state }) => state.id));
      whole([], register);
      register.apply(again);
      expect(whole([], register)).toEqual(whole(states));
    }),
    { numRuns: 120 },
  );
});

test('of people who are one, one lives in one household, and is counted once', () => {
  fc.assert(
    fc.property(anyHistory, (states) => {
      const register = openRegister(states);
      const listed = homes.flatMap(({ state }) => register.household(state.id)?.people ?? []).map(({ id }) => id);
      expect(new Set(listed).size).toBe(listed.length);
      for (const id of listed) expect(register.get(id)?.id).toBe(id);
      const counted = register.cases('01-DSX', 'pop_end', '2026-11', 'u-c').map(({ person }) => person);
      expect(new Set(counted).size).toBe(counted.length);
    }),
    { numRuns: 120 },
  );
});
