import { method } from '../../src/catalogue/codes/care/method.ts';
import { ageBands, fertileBands } from '../../src/catalogue/rules/age/age-bands.ts';
import { alwaysHere, newHere } from './november.ts';

/* Who stands behind each number of November 2026, by hand. */

const methods = method.codes.map(({ key }) => key);
const fertileGroups = fertileBands.map(({ key }) => key);
const ageGroups = [...['male', 'female'].flatMap((sex) => ageBands.map(({ key }) => `${sex},${key}`)), 'unknown'];

interface Example {
  /** Subjects behind the number of November 2026. */
  readonly november: readonly string[];
  readonly sinceNewYear: number;
}

const atEnd = [
  ...alwaysHere,
  ...newHere,
  'adopted',
  'boy of 30 November',
  'child of unknown sex',
  'father',
  'forgotten',
  'from far',
  'girl of 1 November',
  'mother',
  'newcomer',
  'settler',
  'son of January',
].toSorted();
const atStart = [
  ...alwaysHere,
  'ceaser',
  'father',
  'ghost',
  'grandfather',
  'leaver',
  'mother',
  'son of January',
  'to far',
  'user who left',
].toSorted();
const fertile = [
  'bride from outside',
  'bride of 17',
  'divorced wife',
  'mother of 18',
  'newly pregnant',
  'pregnant again',
  'single woman',
  'who began',
  'who stopped',
  'who switched',
];
/** Methods began, stopped, switched. */
const users = ['who began', 'who stopped', 'who switched'];
const newborns = [
  'boy of 30 November',
  'child of unknown sex',
  'girl of 1 November',
  'other twin',
  'second child',
  'son of January',
  'third child',
  'twin',
];
const wives = fertile.filter((one) => !['divorced wife', 'mother of 18', 'single woman'].includes(one));

/** Of the start: so many on 31 December, too, unless said. */
const atStartOf = (subjects: readonly string[], onNewYear = subjects.length): Example => ({
  november: subjects,
  sinceNewYear: onNewYear,
});

/** In November and in no other month of the year. */
const only = (...subjects: readonly string[]): Example => ({ november: subjects, sinceNewYear: subjects.length });
const nobody = only();

interface Groups {
  readonly [group: string]: Example;
}

/** Of many groups most are empty. */
function forEach(key: string, all: readonly string[], told: Groups) {
  return Object.fromEntries(all.map((one) => [`${key}[${one}]`, told[one] ?? nobody]));
}

const forEachMethod = (key: string, users: Groups) => forEach(key, methods, users);

/** Ages of whoever lived here when November closed; of nine people nobody knows age or sex. */
const ages: Groups = {
  'male,0-4': only('boy of 30 November', 'other twin', 'second child', 'son of January'),
  'male,15-19': only('groom of 19'),
  'male,30-34': only('bachelor'),
  'male,35-39': only('divorced husband'),
  'male,45-49': only('of 46'),
  'male,80+': only('seen in March'),
  'female,0-4': only('girl of 1 November', 'third child', 'twin'),
  'female,15-19': only('bride of 17', 'mother of 18'),
  'female,25-29': only('bride from outside', 'pregnant again', 'single woman', 'who began'),
  'female,30-34': only('divorced wife', 'newly pregnant', 'who stopped'),
  'female,35-39': only('who switched'),
  'female,55-59': only('of 56'),
  'female,75-79': only('grandmother'),
  unknown: only(
    'adopted',
    'child of unknown sex',
    'father',
    'forgotten',
    'from far',
    'monk',
    'mother',
    'newcomer',
    'settler',
  ),
};
const adults = ['bachelor', 'divorced husband', 'groom of 19', 'of 46', 'of 56', ...fertile].toSorted();
const men = ['father', 'monk', ...subjectsOf('male')].toSorted();
const women = ['from far', 'mother', 'settler', ...subjectsOf('female')].toSorted();

function subjectsOf(sex: string): readonly string[] {
  return Object.entries(ages).flatMap(([group, { november }]) => (group.startsWith(`${sex},`) ? november : []));
}

export const examples: { readonly [indicator: string]: Example } = {
  hh_total: only('h', 'pagoda'),
  hh_family: only('h'),
  pop_end: only(...atEnd),
  pop_start: { november: atStart, sinceNewYear: atStart.length - 1 },
  w15_49_end: only(...fertile),
  mwra_end: only(...wives),
  births: {
    november: [
      'boy of 30 November',
      'child of unknown sex',
      'girl of 1 November',
      'other twin',
      'second child',
      'third child',
      'twin',
    ],
    sinceNewYear: 8,
  },
  births_m: { november: ['boy of 30 November', 'other twin', 'second child'], sinceNewYear: 4 },
  births_f: only('girl of 1 November', 'third child', 'twin'),
  births_2: only('second child', 'twin'),
  births_3plus: only('third child'),
  // The girl's mother is in no book; how old she is was told.
  births_u20: only('girl of 1 November', 'second child'),
  deaths: only('grandfather'),
  married_persons: only('bachelor', 'bride of 17', 'groom of 19'),
  marriages: only('bachelor', 'bride of 17'),
  tao_hon: only('bride of 17', 'groom of 19'),
  can_huyet: only('bride of 17', 'groom of 19'),
  premarital_couples: only('bride of 17'),
  divorced_persons: only('divorced husband', 'divorced wife'),
  move_in: only('adopted', 'bride from outside', 'newcomer', 'settler'),
  move_out: only('ceaser', 'leaver', 'user who left'),
  review_add: only('forgotten'),
  review_remove: only('ghost'),
  internal_in: only('from far'),
  internal_out: only('to far'),
  users_end: only('who began', 'who switched'),
  users_modern_end: only('who began', 'who switched'),
  ...forEachMethod('users_end', { condom: only('who switched'), pill: only('who began') }),
  new_users: only('who began', 'who switched'),
  ...forEachMethod('new_users', { condom: only('who switched'), pill: only('who began') }),
  stop_users: only('who stopped', 'who switched'),
  ...forEachMethod('stop_users', { iud: only('who switched'), pill: only('who stopped') }),
  users_start: only('user who left', 'who stopped', 'who switched'),
  ...forEachMethod('users_start', { iud: only('user who left', 'who switched'), pill: only('who stopped') }),
  new_users_temporary: only('lodging wife'),
  ...forEachMethod('new_users_temporary', { pill: only('lodging wife') }),
  ...forEachMethod('nameless', { condom: only('untold method') }),
  'nameless[pregnancy]': only('untold'),
  'nameless[miscarriage]': nobody,
  'nameless[abortion]': nobody,
  pregnant: { november: ['newly pregnant'], sinceNewYear: 2 },
  slts: { november: ['pregnant again'], sinceNewYear: 2 },
  slts_full: only('pregnant again'),
  slss: only('other twin', 'twin'),
  slss_full: only('twin'),
  pop60_end: only('grandmother', 'seen in March'),
  elder_checked: { november: ['grandmother'], sinceNewYear: 2 },
  ctv_count: only('Lan', 'Mai, to the last day'),
  mwra_start: atStartOf(['divorced wife', 'newly pregnant', 'pregnant again', 'user who left', ...users]),
  ...forEach('pop_by_age_sex', ageGroups, ages),
  pop_m_end: only(...men),
  pop_f_end: only(...women),
  pop_u15_end: only(...newborns),
  pop15_59_end: only(...adults),
  pop15_64_end: only(...adults),
  pop65_end: only('grandmother', 'seen in March'),
  pop80_end: only('seen in March'),
  w15_49_start: atStartOf([
    ...fertile.filter((one) => !['bride from outside', ...users].includes(one)),
    'user who left',
    ...users,
  ]),
  ...forEach('women_start', fertileGroups, {
    '15-19': atStartOf(['bride of 17', 'mother of 18']),
    // Who stopped turned 30 in May.
    '25-29': atStartOf(['pregnant again', 'single woman', 'who began'], 4),
    '30-34': atStartOf(['divorced wife', 'newly pregnant', 'user who left', 'who stopped'], 3),
    '35-39': atStartOf(['who switched']),
  }),
  ...forEach('births_by_age', fertileGroups, { '15-19': only('girl of 1 November', 'second child') }),
};

/** Of November: the value and its two parts. 26 people lived here at the start and 33 at the end. */
export const rates: {
  readonly [indicator: string]: readonly [value: number | null, numerator: number, denominator: number];
} = {
  CBR: [(7 / 29.5) * 1000, 7, 29.5],
  CDR: [(1 / 29.5) * 1000, 1, 29.5],
  NIR: [(6 / 29.5) * 1000, 6, 29.5],
  IMR_mig: [(4 / 29.5) * 1000, 4, 29.5],
  OMR: [(3 / 29.5) * 1000, 3, 29.5],
  NMR: [(1 / 29.5) * 1000, 1, 29.5],
  growth: [(7 / 26) * 100, 7, 26],
  hh_size: [33 / 2, 33, 2],
  sex_ratio: [(11 / 18) * 100, 11, 18],
  share60: [(2 / 33) * 100, 2, 33],
  share65: [(2 / 33) * 100, 2, 33],
  ageing_index: [25, 2, 8],
  ageing_index_65: [25, 2, 8],
  child_dep: [(8 / 15) * 100, 8, 15],
  old_dep: [(2 / 15) * 100, 2, 15],
  old_dep_60: [(2 / 15) * 100, 2, 15],
  total_dep: [(10 / 15) * 100, 10, 15],
  GFR: [700, 7, 10],
  'ASFR[15-19]': [1000, 2, 2],
  'ASFR[20-24]': [null, 0, 0],
  'ASFR[25-29]': [0, 0, 3.5],
  'ASFR[30-34]': [0, 0, 3.5],
  'ASFR[35-39]': [0, 0, 1],
  'ASFR[40-44]': [null, 0, 0],
  'ASFR[45-49]': [null, 0, 0],
  ...Object.fromEntries(
    methods.map((one) => [`method_mix[${one}]`, ['condom', 'pill'].includes(one) ? [50, 1, 2] : [0, 0, 2]]),
  ),
  SRB: [100, 3, 3],
  share2: [200 / 7, 2, 7],
  share3: [100 / 7, 1, 7],
  CPR: [200 / 7, 2, 7],
  mCPR: [200 / 7, 2, 7],
  mCPR_all_women: [20, 2, 10],
  premarital_rate: [50, 1, 2],
  elder_check_rate: [100, 2, 2],
  SLTS_rate: [100, 2, 2],
  SLSS_rate: [25, 2, 8],
};
export const sums: { readonly [indicator: string]: number | null } = {
  pop_avg: 29.5,
  natural_increase: 6,
  net_migration: 1,
  pop_change: 7,
  pop_dependent_end: 10,
  users_other: -1,
  ...Object.fromEntries(methods.map((key) => [`users_other[${key}]`, key === 'iud' ? -1 : 0])),
  w15_49_avg: 10,
  ...Object.fromEntries(fertileGroups.map((key, index) => [`women_avg[${key}]`, [2, 0, 3.5, 3.5, 1, 0, 0][index]])),
  // Without a woman of 20 to 24 nobody knows how many children she would have.
  TFR: null,
  // Two boys and a girl in November of last year.
  SRB_change: 100 - 200,
  births_change: (4 / 3) * 100,
};
