import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { createRegister, type StandingState } from '../../../src/register/register.ts';
import { birth, hoaFamily, household, openRegister, resident, tell, units } from '../tale.ts';

/* Việc hôm nay: each comes when it is due and leaves when it is done. */

function openOn(day: string, states: readonly StandingState[]) {
  const register = createRegister({ catalogue, units, today: () => day });
  register.apply(states);
  return register;
}
const keys = (day: string, ...states: (StandingState | readonly StandingState[])[]) =>
  openOn(day, [...hoaFamily, ...states.flat()])
    .tasks('', 50)
    .tasks.map(({ definition, person, household: home }) => `${definition} ${person || home}`)
    // Hoà's mother-in-law is 61 and known by her year of birth only, and nobody has visited yet: those are other stories.
    .filter((task) => !task.endsWith(' p3') && !task.startsWith('household_never_seen'));
const person = (id: string, fields: Parameters<typeof resident>[1]) =>
  resident(id, { fullName: 'Ai Đó', household: 'h1', ...fields });
const visit = (date: string) => tell('visit', 'v1', { date, household: 'h1', kind: 'home' });

const an = birth('b1', { date: '2026-11-01', mother: 'p2', fullName: 'Trần Bảo An' });

test('a newborn is to be screened from the second day until it was, or for sixty days', () => {
  expect(keys('2026-11-02', an)).toEqual([]);
  expect(keys('2026-11-03', an)).toEqual(['newborn_unscreened b1-child']);
  expect(keys('2026-12-31', an)).toEqual(['newborn_unscreened b1-child']);
  expect(keys('2027-01-01', an)).toEqual([]);
  const screened = tell('newborn_screen', 's1', { date: '2026-11-04', person: 'b1-child', heart: 'normal' });
  expect(keys('2026-11-10', an, screened)).toEqual([]);
  expect(
    keys('2026-11-10', an, {
      ...screened,
      state: { ...screened.state, life: [{ op: 'x', value: { reason: 'nhầm' }, stamp: [9, 0], user: 'u1' }] },
    }),
  ).toEqual(['newborn_unscreened b1-child']);
});

test('a pregnancy is to be screened, then its birth asked for; the home list says a name and a household only', () => {
  const pregnant = tell('pregnancy', 'g1', { date: '2026-02-01', person: 'p2', number: 2 });
  expect(keys('2026-03-01', pregnant)).toEqual(['pregnant_unscreened p2']);
  expect(
    keys('2026-03-01', pregnant, tell('prenatal_screen', 's1', { date: '2026-02-20', person: 'p2', week: 12 })),
  ).toEqual([]);
  expect(keys('2026-11-10', pregnant)).toEqual(['birth_due p2']);
  expect(
    keys('2026-11-10', pregnant, an, tell('newborn_screen', 's1', { date: '2026-11-04', person: 'b1-child' })),
  ).toEqual([]);
  expect(keys('2026-03-01', pregnant, tell('miscarriage', 'x1', { date: '2026-02-25', person: 'p2' }))).toEqual([]);
  const [task] = openOn('2026-03-01', [...hoaFamily, pregnant])
    .tasks('', 5)
    .tasks.filter((one) => one.person === 'p2');
  expect(task).toMatchObject({
    name: 'Nguyễn Thị Hoà',
    householdNumber: '42',
    villageName: 'Thôn Đông',
    due: '2026-02-01',
  });
});

test('an elder is to be checked once a year', () => {
  const elder = person('e1', { birthDate: '1960-05-01', sex: 'male' });
  expect(keys('2026-11-22', elder)).toEqual(['elder_unchecked e1']);
  expect(keys('2026-11-22', elder, tell('elder_check', 'k1', { date: '2026-03-01', person: 'e1' }))).toEqual([]);
  expect(keys('2027-01-01', elder, tell('elder_check', 'k1', { date: '2026-03-01', person: 'e1' }))).toEqual([
    'elder_unchecked e1',
  ]);
  expect(keys('2026-11-22', elder, tell('death', 'd1', { date: '2026-03-01', person: 'e1' }))).toEqual([]);
});

test('who is away for over six months is asked about again', () => {
  const away = person('w1', { birthDate: '2000-05-01', residence: 'usual_absent', awaySince: '2026-05-10' });
  expect(keys('2026-11-10', away)).toEqual([]);
  expect(keys('2026-11-11', away)).toEqual(['away_long w1']);
  expect(
    keys(
      '2026-11-22',
      away,
      tell('change_info', 'c1', { date: '2026-11-20', person: 'w1', field: 'residence', new: 'usual_present' }),
    ),
  ).toEqual([]);
});

test('who was asked about and is still away is asked about again after six months more', () => {
  const away = person('w1', { birthDate: '2000-05-01', residence: 'usual_absent', awaySince: '2026-01-10' });
  const still = tell('confirmation', 'k1', { date: '2026-08-01', person: 'w1', about: 'away' });
  expect(keys('2026-08-01', away)).toEqual(['away_long w1']);
  expect(keys('2026-08-01', away, still)).toEqual([]);
  expect(keys('2027-02-01', away, still)).toEqual([]);
  expect(keys('2027-02-02', away, still)).toEqual(['away_long w1']);
});

test('who is away since nobody says when: by the day of the change, else it is asked', () => {
  const gone = { birthDate: '2000-05-01', sex: 'male', marital: 'single' };
  const told = [
    person('w1', gone),
    tell('change_info', 'c1', { date: '2026-02-01', person: 'w1', field: 'residence', new: 'usual_absent' }),
  ];
  expect(keys('2026-07-20', told)).toEqual([]);
  expect(keys('2026-08-02', told)).toEqual(['away_long w1']);
  const fromFile = person('w2', { ...gone, residence: 'usual_absent' });
  expect(keys('2026-11-22', fromFile)).toEqual(['away_undated w2']);
  expect(openOn('2026-11-22', [...hoaFamily, ...told]).people('away_long', '', 9).total).toBe(1);
  const still = tell('confirmation', 'k1', { date: '2026-11-20', person: 'w2', about: 'away' });
  expect(keys('2026-11-22', fromFile, still)).toEqual([]);
});

test('an answer that nothing differs ends a task: schooling for the year, poverty for the year, a birth date for good', () => {
  const boy = person('g1', { birthDate: '2016-09', sex: 'male', marital: 'single' });
  const poor = tell('household', 'h1', { number: 42, poor: 'near' });
  const confirmed = (about: string, date: string, who: string) =>
    tell('confirmation', `k-${about}`, { date, about, [about === 'poverty' ? 'household' : 'person']: who });
  expect(keys('2027-08-20', boy)).toEqual(['birth_date_incomplete g1', 'schooling_yearly g1', 'schooling_yearly p4']);
  const done = [confirmed('birth_date', '2026-01-01', 'g1'), confirmed('schooling', '2027-08-15', 'g1')];
  expect(keys('2027-08-20', boy, done)).toEqual(['schooling_yearly p4']);
  expect(keys('2027-01-15', poor)).toEqual(['poverty_yearly h1']);
  expect(keys('2027-01-15', poor, confirmed('poverty', '2027-01-05', 'h1'))).toEqual([]);
});

test('households nobody ever visited come a few at a time in each village, and the next ones as these are seen', () => {
  const homes = ['u-v1', 'u-v2'].flatMap((place) =>
    Array.from({ length: 12 }, (_, index) => [
      household(`${place}-${index}`, 12 - index, place),
      resident(
        `${place}-p${index}`,
        { birthDate: '1990-02-03', household: `${place}-${index}`, relation: 'head' },
        { place },
      ),
    ]),
  );
  const open = (...more: readonly StandingState[]) =>
    openOn('2026-11-22', [...homes.flat(), ...more])
      .tasks('u-v1', 99)
      .tasks.map(({ definition, householdNumber }) => `${definition} ${householdNumber}`);
  const never = (numbers: readonly number[]) => numbers.map((number) => `household_never_seen ${number}`);
  expect(open()).toEqual(never([1, 2, 3, 4, 5]));
  expect(openOn('2026-11-22', homes.flat()).tasks('', 99).total).toBe(10);
  expect(open(tell('visit', 'v1', { date: '2026-11-22', household: 'u-v1-10', kind: 'home' }))).toEqual(
    never([1, 3, 4, 5, 6]),
  );
  // Somebody came to live there a month ago: whoever wrote that was there.
  const arrived = tell('move_in', 'a1', {
    date: '2026-10-20',
    person: 'u-v1-p11',
    household: 'u-v1-11',
    residence: 'usual_present',
  });
  expect(open(arrived)).toEqual(never([2, 3, 4, 5, 6]));
});

test('what is missing in the book: a name, a birth date, a head, a visit', () => {
  expect(keys('2026-11-22', birth('b2', { date: '2026-08-01', mother: 'p2', fullName: 'Trai', sex: 'male' }))).toEqual([
    'nameless_child b2-child',
  ]);
  expect(keys('2026-11-22', person('i1', { birthDate: '1999-07' }))).toEqual(['birth_date_incomplete i1']);
  expect(keys('2026-11-22', tell('move_out', 'm1', { date: '2026-10-01', person: 'p1' }))).toEqual([
    'household_headless h1',
  ]);
  expect(keys('2026-11-22', visit('2026-08-20'))).toEqual(['household_unseen h1']);
  expect(
    keys('2026-11-22', visit('2026-08-20'), tell('visit', 'v2', { date: '2026-11-01', household: 'h1', kind: 'call' })),
  ).toEqual([]);
});

test('a new year brings its birthdays and the poverty list, a new school year its pupils; asked once, they leave', () => {
  const girl = person('g1', { birthDate: '2012-09-09', sex: 'female' });
  const sixty = person('g2', { birthDate: '1967-12-31', sex: 'male' });
  const poor = tell('household', 'h1', { number: 42, poor: 'near' });
  expect(keys('2027-01-15', girl, sixty, poor)).toEqual(['turns_15 g1', 'turns_60 g2', 'poverty_yearly h1']);
  expect(keys('2027-04-01', girl, sixty, poor)).toEqual([]);
  const asked = (id: string, who: string) =>
    tell('visit', id, { date: '2027-01-10', person: who, household: 'h1', kind: 'home' });
  expect(keys('2027-01-15', girl, sixty, poor, asked('v1', 'g1'), asked('v2', 'g2'))).toEqual([]);
  expect(keys('2027-08-20', girl)).toEqual(['schooling_yearly g1', 'schooling_yearly p4']);
  expect(keys('2027-11-20', girl)).toEqual([]);
});

test('tasks of a village are those of the households in it', () => {
  const register = openRegister([
    ...hoaFamily,
    household('h5', 5, 'u-v2'),
    resident('z1', { birthDate: '1950', household: 'h5', relation: 'head' }),
  ]);
  expect(register.tasks('u-v2', 9).tasks.map(({ person: who }) => who)).toEqual(['z1', '', 'z1']);
  expect(register.tasks('', 2)).toMatchObject({ total: register.tasks('u-c', 99).total, tasks: [{}, {}] });
});

const people = ['p1', 'p2', 'p3', 'p4', 'p5'];
const anybody = fc.constantFrom(...people);
const anyHome = fc.constantFrom('h1', 'h2', 'h3');
const anyDay = fc.constantFrom('2025-12-30', '2026-01-02', '2026-04-20', '2026-08-02', '2026-11-01', '2027-01-03');
const anyFact = fc.record({
  kind: fc.constantFrom(
    'visit',
    'pregnancy',
    'birth',
    'miscarriage',
    'newborn_screen',
    'prenatal_screen',
    'elder_check',
    'death',
    'move_out',
    'move_in',
    'move_internal',
    'change_info',
    'method_start',
    'method_stop',
    'adopt',
    'alias',
    'marriage',
    'divorce',
  ),
  date: anyDay,
  person: anybody,
  other: anybody,
  spouse: anybody,
  mother: anybody,
  child: anybody,
  household: anyHome,
  toHousehold: anyHome,
  residence: fc.constantFrom('usual_present', 'usual_absent', 'temporary'),
  field: fc.constantFrom('residence', 'education'),
  new: fc.constantFrom('usual_absent', 'usual_present'),
  method: fc.constantFrom('pill', 'ster_f'),
});
const fieldsOf = (kind: string, fact: { readonly [key: string]: string }) => {
  const known = new Set(catalogue.records.find((one) => one.kind === kind)?.fields.map(({ key }) => key));
  return Object.fromEntries(Object.entries(fact).filter(([key]) => known.has(key)));
};
const anyPerson = fc.record({
  birthDate: fc.constantFrom('2026-10-30', '2026-03', '2011-06-01', '1976-02-02', '1966', '1960-01-01', '2020-05-05'),
  sex: fc.constantFrom('male', 'female'),
  fullName: fc.constantFrom('Trai', 'Lê Thị Mận'),
  household: anyHome,
  relation: fc.constantFrom('head', 'child'),
  residence: fc.constantFrom('usual_present', 'usual_absent'),
  awaySince: fc.constantFrom('2026-01-01', '2026-10-01'),
  status: fc.constantFrom('active', 'active', 'left'),
});
const anyRecord = fc.oneof(
  { weight: 1, arbitrary: fc.tuple(anybody, anyPerson).map(([id, fields]) => tell('person', id, fields)) },
  {
    weight: 1,
    arbitrary: anyHome.map((id) =>
      tell('household', id, { number: 7, poor: 'poor' }, { place: id === 'h3' ? 'u-v2' : 'u-v1' }),
    ),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        anyFact,
        fc.integer({ min: 0, max: 25 }),
        fc.constantFrom({}, {}, { isVoid: true }, { standing: 'mending' as const }),
      )
      .map(([{ kind, ...fact }, number, telling]) =>
        tell(kind, `f-${kind}-${number}`, fieldsOf(kind, fact), { ...telling, stamp: [1000 + number, 0] }),
      ),
  },
);

test('mended record by record, the tasks are those of a book opened anew: whatever came, late, void, or on whichever day', () => {
  const anyStory = fc.array(fc.tuple(fc.array(anyRecord, { minLength: 1, maxLength: 4 }), anyDay, fc.boolean()), {
    minLength: 2,
    maxLength: 10,
  });
  fc.assert(
    fc.property(anyStory, (story) => {
      let day = '2026-11-22';
      const register = createRegister({ catalogue, units, today: () => day });
      const last = new Map<string, StandingState>();
      for (const [records, nextDay, isNewDay] of story) {
        register.apply(records);
        for (const record of records) last.set(record.state.id, record);
        if (isNewDay) day = nextDay;
        register.prepareTasks(3);
        expect(register.tasks('', 200)).toEqual(openOn(day, [...last.values()]).tasks('', 200));
        for (const place of ['u-v1', 'u-v2'])
          expect(register.tasks(place, 3)).toEqual(openOn(day, [...last.values()]).tasks(place, 3));
      }
    }),
    { numRuns: 150 },
  );
});

test('whatever is to be done can be done: its form is one of the catalogue, or an act of its own', () => {
  const forms = new Set([...catalogue.forms.map(({ key }) => key), 'new_head', 'panel']);
  const settling = catalogue.tasks.flatMap(({ form, orElse }) => (orElse === undefined ? [form] : [form, orElse]));
  expect(settling.filter((form) => !forms.has(form))).toEqual([]);
  // And whatever is reached from a task alone is reached.
  const only = catalogue.forms.filter(({ shown }) => shown === 'task').map(({ key }) => key);
  expect(only.filter((form) => !settling.includes(form))).toEqual([]);
});
