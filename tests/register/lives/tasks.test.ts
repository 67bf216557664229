import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { createRegister, type StandingState } from '../../../src/register/register.ts';
import { birth, hoaFamily, household, openRegister, resident, tell, units } from '../tale.ts';
import { keys, openOn, person } from './on-day.ts';

/* Việc hôm nay: each comes when it is due and leaves when it is done. */

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

test('the year she turns 50 every woman is met once: a visit ends it, or what is written in her own part', () => {
  const fifty = person('g3', { birthDate: '1977-11-30', sex: 'female' });
  const other = person('g4', { birthDate: '1977-02-01', sex: 'female' });
  const man = person('g5', { birthDate: '1977-02-01', sex: 'male' });
  const uses = tell('method_start', 's1', { date: '2019-04-02', person: 'g3', method: 'iud' });
  // Who uses a method and who does not stand there alike.
  expect(keys('2027-01-15', fifty, other, man, uses)).toEqual(['turns_50 g3', 'turns_50 g4']);
  expect([keys('2026-12-31', fifty), keys('2027-04-01', fifty), keys('2028-01-15', fifty)]).toEqual([[], [], []]);
  const [task] = openOn('2027-01-15', [...hoaFamily, fifty, uses])
    .tasks('', 50)
    .tasks.filter((one) => one.definition === 'turns_50');
  expect(task).toMatchObject({ householdNumber: '42', form: 'panel', orElse: 'visit', due: '2027-01-01' });
  expect(task?.reason.vi).not.toMatch(/tránh|biện pháp|vòng/);
  const met = tell('visit', 'v1', { date: '2027-01-10', person: 'g4', household: 'h1', kind: 'home' });
  const stopped = tell('method_stop', 't1', { date: '2027-01-11', person: 'g3', method: 'iud' });
  expect(keys('2027-01-15', fifty, other, uses, met)).toEqual(['turns_50 g3']);
  expect(keys('2027-01-15', fifty, other, uses, met, stopped)).toEqual([]);
  // She goes on with it, and was given what she uses.
  const again = tell('method_start', 's2', { date: '2027-01-11', person: 'g3', method: 'iud' });
  expect(keys('2027-01-15', fifty, uses, again)).toEqual([]);
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

test('who was given two blisters is due eight weeks later, until she is given more or uses something else', () => {
  const given = (id: string, date: string, quantity: number) =>
    tell('supply', id, { date, person: 'p2', product: 'VUTT', channel: 'free', quantity, use: 'again' });
  const start = tell('method_start', 'm1', { date: '2026-05-01', person: 'p2', method: 'pill' });
  const first = given('s1', '2026-05-01', 2);
  expect(keys('2026-06-25', start, first)).toEqual([]);
  expect(keys('2026-06-26', start, first)).toEqual(['supply_due p2']);
  expect(keys('2026-06-26', start, first, given('s2', '2026-06-20', 1))).toEqual([]);
  const other = tell('method_start', 'm2', { date: '2026-06-22', person: 'p2', method: 'iud' });
  expect(keys('2026-07-30', start, first, other)).toEqual([]);
  // She buys hers from now on: the same method, and nothing for us to bring.
  const bought = tell('method_start', 'm3', { date: '2026-06-22', person: 'p2', method: 'pill', source: 'market' });
  expect(keys('2026-07-30', start, first, bought)).toEqual([]);
  expect(keys('2026-09-30', start, first, bought, given('s3', '2026-08-01', 1))).toEqual(['supply_due p2']);
  // A neighbour may be looking: the list and its reason do not say what it is about.
  const [task] = openOn('2026-06-26', [...hoaFamily, start, first]).tasks('', 5).tasks;
  expect(JSON.stringify(task)).not.toMatch(/viên|tránh thai/i);
});

test('an injection from the station ends after three months, an implant after three years; the same again begins it anew', () => {
  const start = (id: string, date: string, method: string) =>
    tell('method_start', id, { date, person: 'p2', method, source: 'facility' });
  const injected = start('m1', '2026-02-10', 'inject');
  expect(keys('2026-05-09', injected)).toEqual([]);
  expect(keys('2026-05-10', injected)).toEqual(['method_ends p2']);
  const again = start('m2', '2026-05-08', 'inject');
  expect(keys('2026-05-10', injected, again)).toEqual([]);
  expect(keys('2026-08-08', injected, again)).toEqual(['method_ends p2']);
  const stop = tell('method_stop', 'm3', { date: '2026-05-20', person: 'p2', method: 'inject' });
  expect(keys('2026-08-08', injected, again, stop)).toEqual([]);
  const implanted = start('m4', '2023-06-01', 'implant');
  expect(keys('2026-06-01', implanted)).toEqual(['method_ends p2']);
  const rods = { date: '2023-06-01', person: 'p2', product: 'TC2', channel: 'free', quantity: 1, use: 'start' };
  expect(keys('2026-06-01', implanted, tell('supply', 's1', rods))).toEqual([]);
  const [task] = openOn('2026-05-10', [...hoaFamily, injected]).tasks('', 5).tasks;
  expect(JSON.stringify(task)).not.toMatch(/tiêm|cấy|tránh thai/i);
});
