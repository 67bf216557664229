import type { BookRecord } from '../../src/domain/book/book.ts';
import type { Fields } from '../../src/domain/value.ts';
import { record } from '../domain/beehive.ts';

/* Weddings, pregnancies, methods and check-ups of November 2026, in the village of the indicators. */

export const person = (id: string, fields: Fields): BookRecord =>
  record('person', id, { household: 'h', sex: 'female', residence: 'usual_present', status: 'active', ...fields });

const wife = (id: string, birthDate: string, more: Fields = {}): BookRecord =>
  person(id, { birthDate, marital: 'married', ...more });

const child = (id: string, fields: Fields, sex: string): readonly BookRecord[] => [
  record('person', id, { sex, birthDate: String(fields.date) }),
  record('birth', `birth of ${id}`, { child: id, household: 'h', residence: 'usual_present', ...fields }),
];

const weddings: readonly BookRecord[] = [
  person('bride of 17', { birthDate: '2009-01-01', marital: 'single' }),
  person('groom of 19', { birthDate: '2007-06-01', sex: 'male', marital: 'single' }),
  ...['told by him', 'told by her'].map((id) =>
    record('marriage', id, {
      date: '2026-11-15',
      person: id === 'told by him' ? 'groom of 19' : 'bride of 17',
      spouse: id === 'told by him' ? 'bride of 17' : 'groom of 19',
      premaritalCheck: true,
      closeKin: true,
    }),
  ),
  person('bachelor', { birthDate: '1995', sex: 'male', marital: 'single' }),
  record('person', 'bride from outside', { sex: 'female', birthDate: '1998' }),
  record('move_in', 'i3', {
    date: '2026-11-16',
    person: 'bride from outside',
    household: 'h',
    residence: 'usual_present',
  }),
  record('marriage', 'w2', { date: '2026-11-16', person: 'bachelor', spouse: 'bride from outside' }),
  wife('divorced wife', '1992', { spouse: 'divorced husband' }),
  person('divorced husband', { birthDate: '1990', sex: 'male', marital: 'married', spouse: 'divorced wife' }),
  record('divorce', 'v1', { date: '2026-11-18', person: 'divorced wife', spouse: 'divorced husband' }),
];

const methods: readonly BookRecord[] = [
  wife('who stopped', '1996-05-01', { method: 'pill' }),
  record('method_stop', 's1', { date: '2026-11-03', person: 'who stopped', method: 'pill' }),
  record('method_stop', 's2', { date: '2026-11-04', person: 'who stopped', method: 'pill' }),
  wife('who switched', '1990', { method: 'iud' }),
  record('method_start', 't1', { date: '2026-11-10', person: 'who switched', method: 'condom' }),
  wife('who began', '1998-02-02'),
  record('method_start', 't2', { date: '2026-11-05', person: 'who began', method: 'pill' }),
  record('method_start', 't3', { date: '2026-11-25', person: 'who began', method: 'pill' }),
  wife('of 56', '1970', { method: 'iud' }),
  record('method_stop', 's3', { date: '2026-11-03', person: 'of 56', method: 'iud' }),
  {
    ...record('method_start', 'untold method', { date: '2026-11-08', ageGroup: '20_34', method: 'condom' }),
    place: 'v',
  },
  person('single woman', { birthDate: '1999', marital: 'single' }),
  wife('lodging wife', '1997', { residence: 'temporary' }),
  record('method_start', 't5', { date: '2026-11-06', person: 'lodging wife', method: 'pill' }),
  wife('user who left', '1993', { method: 'iud' }),
  record('move_out', 'o2', { date: '2026-11-27', person: 'user who left' }),
  record('method_start', 't4', { date: '2026-11-05', person: 'single woman', method: 'pill' }),
];

const tests = { edward: 'low_risk', down: 'low_risk', patau: 'low_risk' };
const pregnancies: readonly BookRecord[] = [
  wife('pregnant again', '2000'),
  record('prenatal_screen', 'q0', { date: '2026-01-10', person: 'pregnant again', down: 'low_risk' }),
  record('miscarriage', 'lost', { date: '2026-02-01', person: 'pregnant again' }),
  record('pregnancy', 'g1', { date: '2026-09-01', person: 'pregnant again' }),
  record('prenatal_screen', 'q1', { date: '2026-11-02', person: 'pregnant again', ...tests }),
  record('prenatal_screen', 'q2', { date: '2026-11-28', person: 'pregnant again', thalassemia: 'high_risk' }),
  wife('newly pregnant', '1994'),
  record('pregnancy', 'g2', { date: '2026-11-06', person: 'newly pregnant' }),
  { ...record('pregnancy', 'untold', { date: '2026-11-07', ageGroup: '20_34' }), place: 'v' },
];

const children: readonly BookRecord[] = [
  person('mother of 18', { birthDate: '2007-12-01' }),
  ...child('second child', { date: '2026-11-12', order: 2, mother: 'mother of 18' }, 'male'),
  ...child('third child', { date: '2026-11-13', order: 3, mother: 'mother' }, 'female'),
  ...child('twin', { date: '2026-11-14', order: 2, multiple: true, firstOrder: 2 }, 'female'),
  ...child('other twin', { date: '2026-11-14', order: 3, multiple: true, firstOrder: 2 }, 'male'),
  record('newborn_screen', 'n1', {
    date: '2026-11-16',
    person: 'twin',
    hypothyroid: 'normal',
    g6pd: 'normal',
    cah: 'normal',
  }),
  record('newborn_screen', 'n2', { date: '2026-11-29', person: 'twin', hearing: 'normal', heart: 'abnormal' }),
  record('newborn_screen', 'n3', { date: '2026-11-17', person: 'other twin', g6pd: 'normal' }),
];

const elders: readonly BookRecord[] = [
  person('grandmother', { birthDate: '1950' }),
  record('elder_check', 'e1', { date: '2026-11-08', person: 'grandmother' }),
  record('elder_check', 'e2', { date: '2026-11-20', person: 'grandmother' }),
  person('seen in March', { birthDate: '1940', sex: 'male' }),
  record('elder_check', 'e3', { date: '2026-03-01', person: 'seen in March' }),
  record('elder_check', 'e4', { date: '2026-11-09', person: 'seen in March' }),
  person('of 46', { birthDate: '1980', sex: 'male' }),
  record('elder_check', 'e5', { date: '2026-11-09', person: 'of 46' }),
];

/** A house of monks: a household, and no family. */
const collective: readonly BookRecord[] = [
  record('household', 'pagoda', { number: 2, kind: 'collective' }, 'v'),
  person('monk', { household: 'pagoda', sex: 'male' }),
  record('household', 'empty', { number: 3, kind: 'family' }, 'v'),
];

export const november: readonly BookRecord[] = [
  ...weddings,
  ...methods,
  ...pregnancies,
  ...children,
  ...elders,
  ...collective,
];

/** Who of these lived here all the month. */
export const alwaysHere: readonly string[] = [
  'bachelor',
  'bride of 17',
  'divorced husband',
  'divorced wife',
  'grandmother',
  'groom of 19',
  'monk',
  'mother of 18',
  'newly pregnant',
  'of 46',
  'of 56',
  'pregnant again',
  'seen in March',
  'single woman',
  'who began',
  'who stopped',
  'who switched',
];
/** Who came in it. */
export const newHere: readonly string[] = ['bride from outside', 'other twin', 'second child', 'third child', 'twin'];
