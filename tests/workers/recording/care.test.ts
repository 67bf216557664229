import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { createRegister } from '../../../src/register/register.ts';
import { hoaFamily, lodgers, resident, tell, units } from '../../register/tale.ts';
import { openDesk } from './clerk.ts';

/* Pregnancy, screening, methods, check-ups, visits: plain facts, most of them in a woman's own panel. */

const commune = [...hoaFamily, ...lodgers];
const hoa = { person: 'p2' };

test('a pregnancy is open until a birth or a loss; a second one is asked about', async () => {
  const desk = openDesk(commune);
  const again = () => desk.check('pregnancy', 'h1', { ...hoa, date: '2026-11-20' });
  expect(desk.check('miscarriage', 'h1', { ...hoa, date: '2026-06-01' })).toEqual(['miscarriage_not_pregnant']);
  const { transaction } = await desk.record('pregnancy', 'h1', { ...hoa, date: '2026-03-01', number: 2 });
  expect(again()).toEqual(['pregnancy_open_already']);
  await desk.undo(transaction);
  expect(again()).toEqual([]);
  await desk.record('pregnancy', 'h1', { ...hoa, date: '2026-03-01', number: 2 });
  const loss = await desk.record('miscarriage', 'h1', { ...hoa, date: '2026-06-01' });
  expect(again()).toEqual([]);
  await desk.takeBack(loss.made('miscarriage')[0] ?? '');
  expect(again()).toEqual(['pregnancy_open_already']);
  await desk.record('birth', 'h1', {
    mother: 'p2',
    sex: 'male',
    date: '2026-11-19',
    order: 2,
    deliveryPlace: 'home',
    multiple: false,
  });
  expect(again()).toEqual([]);
});

test('a pregnancy of a woman who uses a method ends it in the same save, and the same undo brings it back', async () => {
  const desk = openDesk(commune);
  const method = () => desk.register.get('p2')?.fields.method ?? null;
  await desk.record('method_start', 'h1', { ...hoa, date: '2026-01-10', method: 'pill' });
  // The same method again is a renewal of one episode: nobody began, nobody stopped.
  await desk.record('method_start', 'h1', { ...hoa, date: '2026-02-10', method: 'pill' });
  const users = (month: string) => [desk.figure('new_users[pill]', month), desk.figure('stop_users[pill]', month)];
  expect([users('2026-01'), users('2026-02')]).toEqual([
    [1, 0],
    [0, 0],
  ]);
  const context = desk.register.formContext('pregnancy', 'h1', 'p2');
  expect(context.defaults.methodInUse).toBe('pill');
  const told = { ...context.defaults, date: '2026-03-01', number: 2 };
  const kept = await desk.record('pregnancy', 'h1', { ...told, endsMethod: false });
  expect([kept.made('method_stop'), method()]).toEqual([[], 'pill']);
  await desk.undo(kept.transaction);
  const { made, transaction } = await desk.record('pregnancy', 'h1', { ...told, endsMethod: true });
  const [stop = ''] = made('method_stop');
  expect(desk.register.get(stop)?.fields).toMatchObject({ method: 'pill', reason: 'pregnant', date: '2026-03-01' });
  expect([method(), users('2026-03')]).toEqual([null, [0, 1]]);
  await desk.undo(transaction);
  expect([method(), users('2026-03')]).toEqual(['pill', [0, 0]]);
  // Who uses none is not asked.
  expect(desk.register.formContext('pregnancy', 'h1', 'p3').defaults.methodInUse).toBeUndefined();
});

test('a pregnancy of a sterilised woman, or at an unlikely age, is asked about', async () => {
  const desk = openDesk(commune);
  await desk.record('method_start', 'h1', { ...hoa, date: '2024-01-01', method: 'ster_f' });
  expect(desk.check('pregnancy', 'h1', { ...hoa, date: '2026-03-01' })).toEqual(['pregnancy_sterilised']);
  expect(desk.check('pregnancy', 'h1', { person: 'p3', date: '2026-03-01' })).toEqual(['pregnancy_age']);
});

test('a loss without a name keeps the village and the age group, and nobody', async () => {
  const desk = openDesk(commune);
  for (const kind of ['pregnancy', 'miscarriage', 'abortion']) {
    const { made } = await desk.record(`${kind}_unnamed`, 'u-v2', { date: '2026-11-01', ageGroup: 'under18' });
    const fact = desk.register.get(made(kind)[0] ?? '');
    expect([fact?.place, fact?.fields]).toEqual(['u-v2', { date: '2026-11-01', ageGroup: 'under18', asked: [] }]);
  }
  expect(desk.check('abortion_unnamed', 'u-v2', { date: '2026-12-01' })).toEqual(['abortion_unnamed_after_today']);
});

test('a method begun without a name: village, age group, method, and no room for a name', async () => {
  const desk = openDesk(commune);
  const answers = { date: '2026-11-01', ageGroup: 'under18', method: 'pill', note: 'em Hoa', person: 'p2' };
  const { made } = await desk.record('method_start_unnamed', 'u-v2', answers);
  const [fact = ''] = made('method_start');
  expect([desk.placeOf(fact), desk.register.get(fact)?.fields]).toEqual([
    'u-v2',
    { date: '2026-11-01', ageGroup: 'under18', method: 'pill', asked: [] },
  ]);
  const rows = desk.register.report('02-DSX', '2026-Q4', 'u-c').rows;
  const value = (key: string) => rows.find((row) => row.key === key)?.value;
  expect([value('nameless[pill]'), value('nameless[iud]'), value('new_users[pill]')]).toEqual([1, 0, 0]);
  // It is mended in the form it was written with.
  expect(await desk.formOf(fact)).toMatchObject({ form: 'method_start_unnamed', where: 'u-v2' });
  // The number of a pack names nobody.
  for (const form of catalogue.forms.filter(({ key }) => key.endsWith('_unnamed')))
    for (const { field } of form.pages.flatMap(({ questions }) => questions))
      if (field.key !== 'lot') expect(['text', 'name']).not.toContain(field.type.is);
});

test('a collaborator loses sight of a loss once its month is closed; the officer keeps it, and what it did stays', async () => {
  const losses = [
    tell('pregnancy', 'g1', { date: '2026-07-01', person: 'p2' }),
    tell('miscarriage', 'm1', { date: '2026-09-20', person: 'p2' }),
    tell('pregnancy', 'g2', { date: '2026-10-02', person: 'p2' }),
    tell('abortion', 'a1', { date: '2026-10-30', person: 'p2' }),
  ];
  const panel = (role: 'officer' | 'collaborator', today: string) => {
    const register = createRegister({ catalogue, units, today: () => today, role });
    register.apply([...commune, ...losses]);
    return {
      kinds: register.panel('p2')?.changes.map(({ kind }) => kind),
      open: register.privatePeople('pregnant', '', 9).total,
    };
  };
  expect(panel('collaborator', '2026-11-09')).toEqual({ kinds: ['abortion', 'pregnancy', 'pregnancy'], open: 0 });
  expect(panel('collaborator', '2026-11-10')).toEqual({ kinds: ['pregnancy', 'pregnancy'], open: 0 });
  expect(panel('officer', '2026-11-10').kinds).toEqual(['abortion', 'pregnancy', 'miscarriage', 'pregnancy']);
});

test('a woman turns 50: her method leaves the figures in silence, no stop is made of it, her panel says so', async () => {
  const woman = resident('w1', { fullName: 'Vi Thị Na', sex: 'female', birthDate: '1976-11-10', household: 'h1' });
  const desk = openDesk([
    ...commune,
    woman,
    tell('method_start', 's1', { date: '2020-01-01', person: 'w1', method: 'iud' }),
  ]);
  const rows = desk.register.report('02-DSX', '2026-Q4', 'u-c').rows;
  expect(
    ['users_end[iud]', 'stop_users[iud]', 'users_other[iud]'].map((key) => rows.find((row) => row.key === key)?.value),
  ).toEqual([0, 0, -1]);
  expect(desk.register.tasks('', 99).tasks.filter(({ person }) => person === 'w1')).toEqual([]);
  expect(desk.register.panel('w1')?.fields).toMatchObject([
    {
      field: 'method',
      value: {
        vi: 'Vòng tránh thai (DCTC) (đã đủ 50 tuổi, sổ thôi theo dõi; năm nay đủ 50 tuổi: hỏi còn dùng không, đã thôi thì ghi “Thôi sử dụng”)',
      },
    },
  ]);
});

test('a facility’s list of screened women is recorded for all of them at once', async () => {
  const other = resident('w2', { fullName: 'Vi Thị Na', sex: 'female', birthDate: '1990-01-01', household: 'h1' });
  const desk = openDesk([...commune, other]);
  for (const person of ['p2', 'w2']) await desk.record('pregnancy', 'h1', { person, date: '2026-08-01' });
  const list = { person: ['p2', 'w2'], date: '2026-09-01', week: 12, edward: 'low_risk' };
  const { made } = await desk.record('prenatal_screen', 'u-v1', list);
  expect(made('prenatal_screen')).toHaveLength(2);
  expect(desk.facts('prenatal_screen', 'w2')).toMatchObject([{ week: 12, edward: 'low_risk' }]);
});

test('an abortion ends the pregnancy in her own panel', async () => {
  const desk = openDesk(commune);
  await desk.record('pregnancy', 'h1', { ...hoa, date: '2026-03-01' });
  await desk.record('abortion', 'h1', { ...hoa, date: '2026-04-01' });
  expect(desk.facts('abortion', 'p2')).toMatchObject([{ date: '2026-04-01' }]);
  expect(desk.check('prenatal_screen', 'h1', { ...hoa, date: '2026-05-01', week: 12, down: 'low_risk' })).toEqual([
    'prenatal_screen_not_pregnant',
  ]);
});

test('a prenatal screen keeps what was tested; one without any test is stopped', async () => {
  const desk = openDesk(commune);
  await desk.record('pregnancy', 'h1', { ...hoa, date: '2026-03-01' });
  const screen = { ...hoa, date: '2026-05-01', week: 12 };
  expect(desk.check('prenatal_screen', 'h1', screen)).toEqual(['prenatal_screen_nothing']);
  await desk.record('prenatal_screen', 'h1', { ...screen, down: 'low_risk', thalassemia: 'high_risk' });
  expect(desk.facts('prenatal_screen', 'p2')).toMatchObject([{ week: 12, down: 'low_risk', thalassemia: 'high_risk' }]);
});

test('newborns of a facility’s list are screened in one act, each at home, with one undo', async () => {
  const desk = openDesk(commune);
  const born = { sex: 'female', date: '2026-11-01', order: 1, deliveryPlace: 'station', multiple: false };
  const [first = ''] = (await desk.record('birth', 'h1', { ...born, mother: 'p2', order: 2 })).made('person');
  const [second = ''] = (await desk.record('birth', 'h2', { ...born, mother: 'q1' })).made('person');
  const answers = { person: [first, second], date: '2026-11-03', hypothyroid: 'normal', g6pd: 'normal' };
  const saved = await desk.record('newborn_screen', 'h1', answers);
  expect(saved.made('newborn_screen').map(desk.placeOf)).toEqual(['u-v1', 'u-v2']);
  await desk.undo(saved.transaction);
  expect([...desk.facts('newborn_screen', first), ...desk.facts('newborn_screen', second)]).toEqual([]);
  expect(desk.say('newborn_screen', 'h1', { ...answers, person: ['p4', first] })).toEqual([
    'Trần Gia Huy: Trẻ đã hơn một tuổi vào ngày sàng lọc. Đúng không?',
  ]);
});

test('a method starts, is renewed, is switched, and stops; only what is in use can stop', async () => {
  const desk = openDesk(commune);
  const start = (method: string) => ({ ...hoa, date: '2026-02-01', method });
  await desk.record('method_start', 'h1', { ...hoa, date: '2026-01-01', method: 'pill' });
  expect(desk.check('method_start', 'h1', start('pill'))).toEqual([]);
  expect(desk.check('method_start', 'h1', start('iud'))).toEqual(['method_start_switch']);
  await desk.record('method_start', 'h1', start('iud'), ['method_start_switch']);
  expect(desk.register.formContext('method_stop', 'h1', 'p2').defaults).toMatchObject({ person: 'p2', method: 'iud' });
  const stop = (method: string, date = '2026-10-01') => desk.check('method_stop', 'h1', { ...hoa, date, method });
  expect(stop('pill')).toEqual(['method_stop_not_open']);
  expect(stop('iud')).toEqual([]);
  expect(stop('pill', '2026-01-15')).toEqual([]);
  const stopped = await desk.record('method_stop', 'h1', { ...hoa, date: '2026-10-01', method: 'iud', reason: null });
  expect(desk.now('p2', 'method')).toBeNull();
  expect(stop('iud', '2026-11-01')).toEqual(['method_stop_not_open']);
  await desk.undo(stopped.transaction);
  expect(desk.now('p2', 'method')).toBe('iud');
});

test('a start during a pregnancy that is open is asked about', async () => {
  const desk = openDesk(commune);
  await desk.record('pregnancy', 'h1', { ...hoa, date: '2026-03-01' });
  expect(desk.check('method_start', 'h1', { ...hoa, date: '2026-04-01', method: 'iud' })).toEqual([
    'method_start_pregnant',
  ]);
  expect(desk.check('method_start', 'h1', { ...hoa, date: '2026-02-01', method: 'iud' })).toEqual([]);
});

test('an elders’ check-up day: who is not sixty is asked about by name', async () => {
  const desk = openDesk(commune);
  const day = { person: ['p3', 'p1'], date: '2026-11-20' };
  expect(desk.say('elder_check', 'h1', day)).toEqual([
    'Trần Văn Đức: Người này 31 tuổi, chưa đủ 60, nên không tính vào số người cao tuổi được khám. Vẫn ghi, đúng không?',
  ]);
  await desk.record('elder_check', 'h1', { ...day, person: ['p3'], performedAt: 'Trạm Y tế xã' });
  expect(desk.facts('elder_check', 'p3')).toMatchObject([{ date: '2026-11-20', performedAt: 'Trạm Y tế xã' }]);
});

test('a visit to a household, a call to one of it, a talk in the village', async () => {
  const desk = openDesk(commune);
  expect(desk.register.formContext('visit', 'h1').defaults).toEqual({ date: '2026-11-22' });
  await desk.record('visit', 'h1', { kind: 'home', date: '2026-11-22', topics: ['register', 'elder'] });
  await desk.record('visit', 'h1', { kind: 'call', date: '2026-11-22', person: ['p3'] });
  expect(desk.facts('visit', 'h1')).toMatchObject([
    { kind: 'home', topics: ['register', 'elder'] },
    { kind: 'call', person: 'p3' },
  ]);
  const { made } = await desk.record('talk', 'u-v1', { date: '2026-11-22', topics: ['adolescent'], people: 35 });
  expect(desk.register.get(made('visit')[0] ?? '')?.fields).toMatchObject({ kind: 'talk', people: 35 });
  expect(desk.check('visit', 'h1', { kind: 'home', date: '2026-11-23' })).toEqual(['visit_after_today']);
});
